import { describe, expect, test } from 'vitest'
import { linearModules } from './linearModules.ts'
import { qrModules } from './qrModules.ts'

describe('linearModules', () => {
  test.each([
    ['SF1234567890123', 145],
    ['774069380892452', 134],
    ['78099549717437', 112],
    ['1169199035675', 123],
  ])('%s takes %d modules, switching between sets B and C', (text, count) => {
    expect(linearModules('code128', text)?.length).toBe(count)
  })

  test('EAN-13 is 95 modules and needs its check digit', () => {
    expect(linearModules('ean13', '9787442974540')?.length).toBe(95)
    expect(linearModules('ean13', '9787442974541')).toBeUndefined()
  })
})

describe('the other bar codes', () => {
  test.each([
    ['ean8', '55123457', 67],
    ['upca', '036000291452', 95],
    ['itf14', '16901234567899', 135],
    ['gs1-128', '0106901234567892', 134],
  ] as const)('%s of %s is %d modules', (kind, text, count) => {
    expect(linearModules(kind, text)?.length).toBe(count)
  })

  test('a text that the package would complete by itself is refused', () => {
    expect(linearModules('ean13', '690123456789')).toBeUndefined()
    expect(linearModules('ean8', '5512345')).toBeUndefined()
    expect(linearModules('itf14', '1690123456789')).toBeUndefined()
  })
})

describe('qrModules', () => {
  test('a waybill number fits the smallest QR; an empty or endless text fits none', () => {
    expect(qrModules('SF3225531922509')?.size).toBe(21)
    expect(qrModules('')).toBeUndefined()
    expect(qrModules('x'.repeat(5000))).toBeUndefined()
  })
})
