import { mountStation } from './page/mountStation.tsx'
import { refuseStation } from './page/refuseStation.ts'

const root = document.getElementById('root')
if (root !== null && location.hash.startsWith('#gallery')) {
  const { mountGallery } = await import('./mountGallery.tsx')
  mountGallery(root)
} else if (root !== null) {
  try {
    await mountStation(root)
  } catch (fault) {
    // Else a person would look at an empty page.
    console.error(fault)
    refuseStation(root, 'STO-002')
  }
}
