import { describe, expect, it } from 'vitest'
import { createWords } from './i18n.ts'
import { noticeWords } from './noticeWords.ts'

const { t } = createWords('zh-CN')

describe('the words of a notice', () => {
  it('repeat a long scan in part, with its whole length', () => {
    const words = noticeWords(t, { code: 'SCAN-001', params: { raw: 'A'.repeat(300) } })
    expect(words).toContain(`${'A'.repeat(60)}…(300)。`)
    expect(words.length).toBeLessThan(110)
    expect(noticeWords(t, { code: 'SCAN-001', params: { raw: 'A-01-1-01' } })).toContain(
      'A-01-1-01。',
    )
  })

  it('call a command by its name', () => {
    const words = noticeWords(t, { code: 'SCAN-004', params: { verb: 'PHOTO' } })
    expect(words).toContain(t('command.PHOTO'))
    expect(words).not.toContain('PHOTO')
  })

  it('are those of a refusal that names its reason', () => {
    const params = { reason: 'packing.notOpen' }
    const plain = noticeWords(t, { code: 'PACK-020', params })
    expect(plain).not.toContain('packing.notOpen')
  })
})
