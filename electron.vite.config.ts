import { resolve } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const alias = { '@': resolve(import.meta.dirname, 'src') }

/** The build of fflate for Node makes a `require` of its own, which is not let stand beside the one that
 *  every bundle of the host gets. Its threads are not used. */
const hostAlias = { ...alias, fflate: 'fflate/browser' }

/** Packages that stay outside the bundle: native code, or code that finds its own files. */
const external = [
  'electron',
  'serialport',
  'node-hid',
  'koffi',
  '@napi-rs/canvas',
  'bufferutil',
  'utf-8-validate',
]

export default defineConfig({
  main: {
    resolve: { alias: hostAlias },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'electron/main.ts', station: 'src/boot/station.ts' },
        external,
        output: { format: 'es' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/boot',
    resolve: { alias },
    plugins: [react(), tailwindcss()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      rollupOptions: { input: 'src/boot/index.html' },
    },
  },
})
