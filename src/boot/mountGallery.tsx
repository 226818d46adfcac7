import { createRoot } from 'react-dom/client'
import { Gallery } from '@/ui/gallery/Gallery.tsx'

/** Shows the samples of all screens; needs no station behind it. */
export function mountGallery(root: HTMLElement): void {
  createRoot(root).render(<Gallery />)
}
