import { SICS_QUESTION } from '@/domain/weighing/readSics.ts'
import { frameReaderOf } from '@/domain/weighing/frameReaderOf.ts'
import { openSerialLine } from '../serial/serialLine.ts'
import { openHidScale } from './hidScale.ts'
import type { ScaleEars, ScalePort } from './scalePort.ts'
import type { ScaleSetup } from './scaleSetup.ts'
import { openVirtualScale } from './virtualScale.ts'

/** A scale that has to be asked is asked this often, ms. */
const ASK_MS = 200

/** Opens a scale of any kind until closed; one that goes away is looked for again. */
export function openScalePort(setup: ScaleSetup, ears: ScaleEars): ScalePort {
  switch (setup.kind) {
    case 'virtual':
      return openVirtualScale(ears)
    case 'hid':
      return openHidScale(setup.path, ears)
    default:
      return openSerialScale({ ...setup, kind: setup.kind }, ears)
  }
}

type SerialSetup = ScaleSetup & { readonly kind: Exclude<ScaleSetup['kind'], 'virtual' | 'hid'> }

function openSerialScale(setup: SerialSetup, { onReadings, onFault }: ScaleEars): ScalePort {
  const { kind, path, baud, unit } = setup
  const line = openSerialLine({
    what: 'scale',
    path,
    baudRate: baud,
    onFault,
    onOpen() {
      const read = frameReaderOf(kind, unit)
      return (bytes) => onReadings(read(bytes))
    },
  })
  const asking = kind === 'sics' ? setInterval(() => line.write(SICS_QUESTION), ASK_MS) : undefined
  return {
    load: () => false,
    close() {
      clearInterval(asking)
      return line.close()
    },
  }
}
