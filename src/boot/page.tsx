import { connectStation } from '@/device/connectStation.ts'

const { shell, client } = connectStation()
client.on('scan', (scan) => {
  document.body.dataset.scan = scan.raw
})
const hello = await client.request('host.hello', {})
document.body.dataset.shell = shell
if (hello.ok) document.body.dataset.ready = '1'
