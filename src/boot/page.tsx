import { connectStation } from '@/device/connectStation.ts'

const root = document.getElementById('root')
if (location.hash.startsWith('#gallery') && root !== null) {
  const { mountGallery } = await import('./mountGallery.tsx')
  mountGallery(root)
} else {
  const { shell, client } = connectStation()
  client.on('scan', (scan) => {
    document.body.dataset.scan = scan.raw
  })
  const hello = await client.request('host.hello', {})
  document.body.dataset.shell = shell
  if (hello.ok) document.body.dataset.ready = '1'
}
