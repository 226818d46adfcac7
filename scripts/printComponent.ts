// `npm run printer -- --component cainiao|douyin|pdd|kuaishou|jd [--port N] [--fault F]`: a platform's
// print component on this machine, on the platform's own port. It cannot decrypt: each waybill it prints
// is a line here. Faults: refuse · fail · drop · closeBeforeNotice · silent · delay:MS. Enter mends it.
import { createInterface } from 'node:readline'
import { componentPlatforms } from '@/domain/record/printData.ts'
import { componentAnswers } from '../test/driver/virtualComponent/componentAnswers.ts'
import { parseComponentFault } from '../test/driver/virtualComponent/parseComponentFault.ts'
import { startVirtualComponent } from '../test/driver/virtualComponent/virtualComponent.ts'

/** Starts the component of a platform; says what is wrong with the words where it cannot. */
export async function printComponent(asked: {
  readonly platform: string
  /** Left out: the platform's own. */
  readonly port: string | undefined
  readonly fault: string | undefined
  say(text: string): void
}): Promise<string | undefined> {
  const platform = componentPlatforms.find((name) => name === asked.platform)
  if (!platform)
    return `no such component: ${asked.platform}; one of ${componentPlatforms.join(', ')}`
  const fault = asked.fault === undefined ? undefined : parseComponentFault(asked.fault)
  if (asked.fault !== undefined && !fault) return `no such fault: ${asked.fault}`
  const component = await startVirtualComponent({
    platform,
    port: Number(asked.port ?? componentAnswers[platform].port),
    fault,
    onPrinted: (waybillNo) => asked.say(`printed ${waybillNo}`),
  })
  asked.say(`Packline print component ready: 127.0.0.1:${component.port}, ${platform}`)
  createInterface({ input: process.stdin }).on('line', () => {
    component.setFault(undefined)
    asked.say('mended')
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void component.close().then(() => process.exit(0)))
  return undefined
}
