import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { STALL_MS_MAX } from './tcp9100.ts'
import type { Transport } from './transport.ts'
import { createWireTransport, type Wire, type WireEvents } from './wireTransport.ts'

const READ_BYTES = 4_096
const POLL_MS = 10

/** A printer behind a device file of the system. Example: /dev/usb/lp0. It is opened without waiting, for
 *  a read from a printer that says nothing would never end and could not be broken off. */
export function createDeviceTransport(path: string): Transport {
  return createWireTransport(async (_limitMs, events) => openDevice(path, events))
}

async function openDevice(path: string, events: WireEvents): Promise<Wire> {
  const { O_RDWR, O_NONBLOCK, O_NOCTTY } = constants
  const handle = await open(path, O_RDWR | O_NONBLOCK | O_NOCTTY)
  let isOpen = true
  const reading = readOn(handle, events, () => isOpen).catch((fault: unknown) => {
    if (isOpen) events.onFault(fault instanceof Error ? fault : new Error(String(fault)))
  })
  return {
    write: (bytes) => writeWhole(handle, bytes),
    async close() {
      isOpen = false
      await reading
      await handle.close()
    },
  }
}

async function readOn(
  handle: FileHandle,
  events: WireEvents,
  isOpen: () => boolean,
): Promise<void> {
  const bytes = new Uint8Array(READ_BYTES)
  while (isOpen()) {
    const count = await unlessBusy(() => handle.read(bytes, 0, READ_BYTES, null), 'bytesRead')
    if (count > 0) events.onBytes(bytes.slice(0, count))
    else await sleep(POLL_MS)
  }
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let stalledMs = 0
  for (let at = 0; at < bytes.length; ) {
    const rest = bytes.length - at
    const count = await unlessBusy(() => handle.write(bytes, at, rest, null), 'bytesWritten')
    at += count
    stalledMs = count > 0 ? 0 : stalledMs + POLL_MS
    if (stalledMs > STALL_MS_MAX) throw new Error('printer takes no bytes')
    if (count === 0) await sleep(POLL_MS)
  }
}

/** How many bytes went through; 0 where the device has or takes none now. */
async function unlessBusy<Key extends string>(
  act: () => Promise<Readonly<Record<Key, number>>>,
  key: Key,
): Promise<number> {
  try {
    return (await act())[key]
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EAGAIN') return 0
    throw fault
  }
}
