import { describe, expect, it } from 'vitest'
import { sealCommand } from './commandText.ts'
import { EMPTY_AUDIT_HASH, chainHash } from './hash.ts'

describe('hashes', () => {
  it('hashes a command body to the published value', () => {
    const stamp = {
      id: '01990000-0000-7000-8000-000000000001',
      station: 'st1',
      incarnation: '9f3c21aa07be5d10',
      name: 'picking.confirmPick',
      version: 1,
      args: { binId: 'b1', qty: 2, skuId: 's1', toteId: 't1' },
      baseG: 500,
      atMs: 1760000000000,
      monoMs: 3600000,
      operatorId: 'op1',
      lease: { fence: 480, id: 'l1' },
    }
    const { command, text } = sealCommand(stamp, 17)
    expect(command.bodyHash).toBe(
      '7588eb793b5382bfd273017710aa1ad8248cff3279ff6b77d5d3ded582883ee1',
    )
    expect(JSON.parse(text)).toEqual(command)
  })

  it('links the first audit row to 32 zero bytes', () => {
    const row = { atMs: 1760000000000, ref: 'O1', seq: 1, what: 'pii.reveal', who: 'op1' }
    expect(chainHash(EMPTY_AUDIT_HASH, row)).toBe(
      '4a255fa4c9901de50867e4bfd588066db8eeb9cfba41067df6ac2b773a4c7a4e',
    )
  })
})
