import { expect, test } from 'vitest'
import {
  createStationPrinters,
  hearPrinter,
  meetPrinters,
  type StationPrinter,
} from './stationPrinters.ts'

const printer = (printerId: string, state: StationPrinter['state'] = 'ready'): StationPrinter => ({
  printerId,
  name: printerId,
  dotsPerMm: 8,
  state,
  waiting: 0,
})
const known = (store: ReturnType<typeof createStationPrinters>) =>
  store.getState().printers?.map(({ printerId, state }) => `${printerId} ${state}`)

test('a printer that the host no longer tells is forgotten', () => {
  const store = createStationPrinters()
  meetPrinters(store, [printer('a'), printer('b')])
  meetPrinters(store, [printer('b')])
  expect(known(store)).toEqual(['b ready'])
})

test('a printer that changed keeps its place, a new one comes last', () => {
  const store = createStationPrinters()
  meetPrinters(store, [printer('a'), printer('b')])
  hearPrinter(store, printer('a', 'paused'))
  hearPrinter(store, printer('c'))
  expect(known(store)).toEqual(['a paused', 'b ready', 'c ready'])
})
