import { SerialPort } from 'serialport'
import { STALL_MS_MAX } from './tcp9100.ts'
import type { Transport } from './transport.ts'
import { createWireTransport, type Wire, type WireEvents } from './wireTransport.ts'

/** A printer on a serial port. Hardware flow control, where the cable has it: without it a printer that
 *  prints more slowly than the line brings loses rows. */
export function createSerialTransport(setup: {
  readonly path: string
  readonly baudRate: number
  readonly flow: 'hardware' | 'none'
}): Transport {
  return createWireTransport((limitMs, events) => openPort(setup, limitMs, events))
}

function openPort(
  { path, baudRate, flow }: { path: string; baudRate: number; flow: 'hardware' | 'none' },
  limitMs: number,
  { onBytes, onFault }: WireEvents,
): Promise<Wire> {
  const rtscts = flow === 'hardware'
  const port = new SerialPort({ path, baudRate, autoOpen: false, hupcl: false, rtscts })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('open limit')), limitMs)
    port.on('data', (bytes: Buffer) => onBytes(bytes))
    port.on('error', onFault)
    port.on('close', (fault: Error | null) => fault && onFault(fault))
    port.open((fault) => {
      clearTimeout(timer)
      if (fault) reject(fault)
      else resolve({ write: (bytes) => writeOut(port, bytes), close: () => closePort(port) })
    })
  })
}

/** Resolves when the bytes have left the computer, not when they are in a buffer. */
function writeOut(port: SerialPort, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('printer takes no bytes')), STALL_MS_MAX)
    const settle = (fault: Error | null | undefined) => {
      clearTimeout(timer)
      if (fault) reject(fault)
      else resolve()
    }
    port.write(Buffer.from(bytes), (fault) => {
      if (fault) settle(fault)
      else port.drain(settle)
    })
  })
}

function closePort(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (port.isOpen) port.close(() => resolve())
    else resolve()
  })
}
