import { frameSamples } from './frameSamples.tsx'
import { layoutSamples } from './layoutSamples.tsx'
import { ordersSamples } from '../screens/allocation/ordersSamples.tsx'
import { importSamples } from '../screens/dataImport/importSamples.tsx'
import { packSamples } from '../screens/packing/packSamples.tsx'
import { pickingSamples } from '../screens/picking/pickingSamples.tsx'
import { putawaySamples } from '../screens/putaway/putawaySamples.tsx'
import { receivingSamples } from '../screens/receiving/receivingSamples.tsx'
import { shipSamples } from '../screens/shipping/shipSamples.tsx'
import { printsSamples } from '../screens/printing/printsSamples.tsx'
import { stockSamples } from '../screens/stock/stockSamples.tsx'
import { devicesSamples } from '../screens/devices/devicesSamples.tsx'
import { templateSamples } from '../screens/printing/templateSamples.tsx'
import { demoSamples } from '../demo/demoSamples.tsx'
import type { Sample } from './sample.ts'

/** Every sample of every screen; a new screen adds its line here. */
export const samples: readonly Sample[] = [
  ...frameSamples,
  ...demoSamples,
  ...layoutSamples,
  ...receivingSamples,
  ...putawaySamples,
  ...pickingSamples,
  ...packSamples,
  ...shipSamples,
  ...ordersSamples,
  ...importSamples,
  ...stockSamples,
  ...printsSamples,
  ...devicesSamples,
  ...templateSamples,
]
