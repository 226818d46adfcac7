import { contextBridge, ipcRenderer } from 'electron'
import { MESSAGE_CHANNEL, REQUEST_CHANNEL } from './ipcChannels.ts'

// The page gets these named functions only: never ipcRenderer, never an event object.
contextBridge.exposeInMainWorld('packlineBridge', {
  shell: 'electron',
  request: (message: unknown): Promise<unknown> => ipcRenderer.invoke(REQUEST_CHANNEL, message),
  listen: (heard: (message: unknown) => void): (() => void) => {
    const take = (_event: unknown, message: unknown) => heard(message)
    ipcRenderer.on(MESSAGE_CHANNEL, take)
    return () => void ipcRenderer.removeListener(MESSAGE_CHANNEL, take)
  },
})
