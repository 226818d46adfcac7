import { mountStation } from './page/mountStation.tsx'

const root = document.getElementById('root')
if (root !== null && location.hash.startsWith('#gallery')) {
  const { mountGallery } = await import('./mountGallery.tsx')
  mountGallery(root)
} else if (root !== null) {
  await mountStation(root)
}
