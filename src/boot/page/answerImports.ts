import type { TFunction } from 'i18next'
import type { BridgeArgs, BridgeEvent } from '@/protocol/bridge.ts'
import { readPutTable } from '@/device/stationFiles.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { PROFILES } from '@/domain/dataImport/detectProfile.ts'
import { findingHelpCode } from '@/domain/dataImport/findingCodes.ts'
import type { Finding } from '@/domain/dataImport/finding.ts'
import type { ImportReading } from '@/domain/dataImport/readImport.ts'
import {
  type ImportDesk,
  type ImportPorts,
  createImportDesk,
  kindKey,
} from '@/ui/screens/dataImport/importDesk.ts'

type Summary = BridgeArgs<'cli.reply'>['result']

/** Does what `npm run import` asks: the same reading and the same commands as on screen, without
 *  asking back; what waits for a person stays out and is told. */
export function answerImports(client: StationClient, ports: ImportPorts, t: TFunction): void {
  client.on('cli.request', (request) => {
    void importForTool(client, ports, t, request).then((result) =>
      client.request('cli.reply', { id: request.id, result }),
    )
  })
}

async function importForTool(
  client: StationClient,
  ports: ImportPorts,
  t: TFunction,
  request: BridgeEvent<'cli.request'>,
): Promise<Summary> {
  const { profile } = request
  if (profile !== undefined && !PROFILES.some(({ id }) => id === profile))
    return { summary: t('import.profileUnknown', { profile }), refusedRows: 1, faults: [] }
  const fileIds = new Map(request.files.map(({ fileId, name }) => [name, fileId]))
  const desk = createImportDesk({
    ...ports,
    // The tool has sent the bytes to the host already.
    async readTable(name) {
      const answer = await readPutTable(client, fileIds.get(name) ?? '')
      return answer.ok ? answer.result : { failed: answer.code }
    },
  })
  await desk.add(request.files.map(({ name }) => ({ name, bytes: new Uint8Array() })))
  if (profile !== undefined) await useProfile(desk, profile)
  const readings = desk.view().files.map((file) => file.reading)
  if (!request.dryRun) await desk.commit()
  return toSummary(desk, readings, t)
}

async function useProfile(desk: ImportDesk, profile: string): Promise<void> {
  for (const { table } of desk.view().files) await desk.mapColumns(table.name, profile, {})
}

function toSummary(desk: ImportDesk, readings: readonly ImportReading[], t: TFunction): Summary {
  const { results, failed } = desk.view()
  const lines = readings.map((reading) => {
    const counts = t('import.counts', { ...reading.counts })
    return `${reading.name}: ${t(kindKey(reading))} · ${counts}`
  })
  const done = results.map((result) => t('import.result', { ...result }))
  const refusedRows = readings.reduce((sum, { counts, content }) => {
    return sum + counts.refused + (content ? 0 : 1)
  }, 0)
  return {
    summary: [...lines, ...done, ...(failed === '' ? [] : [failed])].join('\n'),
    refusedRows: refusedRows + (failed === '' ? 0 : 1),
    faults: readings.flatMap(({ name, findings }) =>
      findings.map((finding) => toFault(name, finding, t)),
    ),
  }
}

function toFault(file: string, finding: Finding, t: TFunction): Summary['faults'][number] {
  const { row, column, code, level, raw, offer, params } = finding
  const words = t(`finding.${code}`, {
    ...params,
    column: column ?? '',
    raw: raw ?? '',
    offer: offer ?? '',
  })
  return {
    file,
    code,
    level,
    text: `${findingHelpCode(code)} ${words}`,
    ...(row === null ? {} : { row }),
    ...(column === null ? {} : { column }),
  }
}
