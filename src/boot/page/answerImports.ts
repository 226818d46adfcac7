import type { TFunction } from 'i18next'
import { cutText } from '@/kernel/cutText.ts'
import { type BridgeArgs, type BridgeEvent, IMPORT_FAULTS_MAX } from '@/protocol/bridge.ts'
import { readPutTable } from '@/device/stationFiles.ts'
import type { StationClient } from '@/device/stationClient.ts'
import { PROFILES } from '@/domain/dataImport/detectProfile.ts'
import { findingWords } from '@/domain/dataImport/findingWords.ts'
import type { Finding } from '@/domain/dataImport/finding.ts'
import type { ImportReading } from '@/domain/dataImport/readImport.ts'
import { noticeWords } from '@/ui/words/noticeWords.ts'
import {
  type ImportDesk,
  type ImportPorts,
  createImportDesk,
  kindKey,
} from '@/ui/screens/dataImport/importDesk.ts'

type Summary = BridgeArgs<'cli.reply'>['result']
type Fault = BridgeArgs<'cli.tellFaults'>['faults'][number]

/** What the tool is told of one import. */
interface Told {
  readonly result: Summary
  readonly faults: readonly Fault[]
}

/** Words of one finding that are told: a thousand of them fit in one message. */
const TEXT_MAX = 300

/** Does what `npm run import` asks: the same reading and the same commands as on screen, without
 *  asking back; what waits for a person stays out and is told. */
export function answerImports(client: StationClient, ports: ImportPorts, t: TFunction): void {
  client.on('cli.request', (request) => {
    void importForTool({ client, ports, t }, request)
      .catch((fault: unknown): Told => {
        console.error(fault)
        const summary = noticeWords(t, { code: 'BRG-009', params: { name: 'cli.import' } })
        return { result: { summary, refusedRows: 1, waitingRows: 0 }, faults: [] }
      })
      .then((told) => reply(client, request.id, told))
  })
}

/** Findings first, in parts: a damaged file has more of them than one message holds. */
async function reply(client: StationClient, id: string, { result, faults }: Told): Promise<void> {
  for (let at = 0; at < faults.length; at += IMPORT_FAULTS_MAX)
    await client.request('cli.tellFaults', { id, faults: faults.slice(at, at + IMPORT_FAULTS_MAX) })
  await client.request('cli.reply', { id, result })
}

interface ToolPorts {
  readonly client: StationClient
  readonly ports: ImportPorts
  readonly t: TFunction
}

async function importForTool(
  { client, ports, t }: ToolPorts,
  request: BridgeEvent<'cli.request'>,
): Promise<Told> {
  const { profile } = request
  if (profile !== undefined && !PROFILES.some(({ id }) => id === profile))
    return {
      result: { summary: t('import.profileUnknown', { profile }), refusedRows: 1, waitingRows: 0 },
      faults: [],
    }
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
  return toTold(desk, readings, t)
}

async function useProfile(desk: ImportDesk, profile: string): Promise<void> {
  for (const { table } of desk.view().files) await desk.mapColumns(table.name, profile, {})
}

function toTold(desk: ImportDesk, readings: readonly ImportReading[], t: TFunction): Told {
  const { results, failed } = desk.view()
  const lines = readings.map((reading) => {
    const counts = t('import.counts', { ...reading.counts })
    return `${reading.name}: ${t(kindKey(reading))} · ${counts}`
  })
  const done = results.map((result) => t('import.result', { ...result }))
  const refusedRows = readings.reduce((sum, { counts, content }) => {
    return sum + counts.refused + (content ? 0 : 1)
  }, 0)
  const waitingRows = readings.reduce((sum, { counts }) => sum + counts.held, 0)
  const waiting = waitingRows === 0 ? [] : [t('import.rowsWait', { count: waitingRows })]
  const words = failed === '' ? [] : [noticeWords(t, { code: failed })]
  return {
    result: {
      summary: [...lines, ...done, ...waiting, ...words].join('\n'),
      refusedRows: refusedRows + words.length,
      waitingRows,
    },
    faults: readings.flatMap(({ name, findings }) =>
      findings.map((finding) => toFault(name, finding, t)),
    ),
  }
}

function toFault(file: string, finding: Finding, t: TFunction): Fault {
  const { row, column, code, level } = finding
  const { code: helpCode, params } = findingWords(finding)
  const words = t(`finding.${code}`, params)
  return {
    file,
    code,
    level,
    outcome: t(`import.level.${level}`),
    text: `${helpCode} ${words}`.slice(0, TEXT_MAX),
    ...(row === null ? {} : { row }),
    ...(column === null ? {} : { column: cutText(column) }),
  }
}
