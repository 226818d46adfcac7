import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadStationSettings } from '@/station/stationSettings.ts'

/** What is wrong with the settings of a Cainiao component with these fields besides; undefined: nothing. */
export async function componentSettingsFault(
  more: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  const dir = await mkdtemp(join(tmpdir(), 'packline-settings-'))
  const transport = { kind: 'component', platform: 'cainiao', printerName: '面单打印机', ...more }
  const printers = [{ id: 'cn', name: '菜鸟面单', transport }]
  await writeFile(join(dir, 'settings.json'), JSON.stringify({ printers }))
  const settings = await loadStationSettings(dir)
  await rm(dir, { recursive: true, force: true })
  if ('impossibleProof' in settings) return `impossible proof ${settings.impossibleProof.proof}`
  return 'fault' in settings ? settings.fault : undefined
}
