import { pickingSamples } from '../screens/picking/pickingSamples.tsx'
import { frameSamples } from './frameSamples.tsx'
import { layoutSamples } from './layoutSamples.tsx'
import type { Sample } from './sample.ts'

/** Every sample of every screen; a new screen adds its line here. */
export const samples: readonly Sample[] = [...frameSamples, ...layoutSamples, ...pickingSamples]
