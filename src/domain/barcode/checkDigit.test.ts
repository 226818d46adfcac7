import { describe, expect, it } from 'vitest'
import {
  gs1CheckDigit,
  isbn10To13,
  isGs1Valid,
  isGtin,
  isIsbn10,
  isS10,
  s10CheckDigit,
  withoutHyphens,
} from './checkDigit.ts'

describe('GS1 mod 10', () => {
  it.each([
    ['5512345', 7],
    ['03600029145', 2],
    ['690123456789', 2],
    ['1690123456789', 9],
    ['06901234123456789', 4],
    ['690123400000', 9],
    ['6901234000000001', 6],
  ])('the check digit of %s is %i', (digits, check) => {
    expect(gs1CheckDigit(digits)).toBe(check)
    expect(isGs1Valid(`${digits}${check}`)).toBe(true)
    expect(isGs1Valid(`${digits}${(check + 1) % 10}`)).toBe(false)
  })

  it('letters and nothing at all have no check digit', () => {
    expect(gs1CheckDigit('69O892468085')).toBeNull()
    expect(gs1CheckDigit('')).toBeNull()
    expect(isGs1Valid('7')).toBe(false)
  })

  it('a GTIN has 8, 12, 13 or 14 digits', () => {
    expect(['55123457', '036000291452', '6901234567892', '16901234567899'].map(isGtin)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(isGtin('069012341234567894')).toBe(false)
    expect(isGtin('690123456789')).toBe(false)
  })
})

describe('ISBN', () => {
  it.each([
    ['0439023483', '9780439023481'],
    ['080442957X', '9780804429573'],
    ['080442957x', '9780804429573'],
    ['7302150419', '9787302150411'],
    ['7-302-15041-9', '9787302150411'],
  ])('%s is %s', (short, long) => {
    expect(isIsbn10(short)).toBe(true)
    expect(isbn10To13(short)).toBe(long)
  })

  it('a wrong ISBN-10 has no ISBN-13', () => {
    expect(isIsbn10('0439023484')).toBe(false)
    expect(isbn10To13('0439023484')).toBeNull()
    expect(isIsbn10('X439023483')).toBe(false)
  })

  it('hyphens of every kind and blanks are taken out', () => {
    expect(withoutHyphens('978-7\u201007–255117 3')).toBe('9787072551173')
  })
})

describe('UPU S10', () => {
  it.each([
    ['47312482', 9],
    ['12345678', 5],
    ['00000000', 5],
    ['00000012', 0],
  ])('the check digit of %s is %i', (digits, check) => {
    expect(s10CheckDigit(digits)).toBe(check)
  })

  it('a whole number is right or wrong', () => {
    expect(isS10('RB123456785GB')).toBe(true)
    expect(isS10('RB123456786US')).toBe(false)
    expect(isS10('rb123456785gb')).toBe(false)
    expect(s10CheckDigit('1234567')).toBeNull()
  })
})
