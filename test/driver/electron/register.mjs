// Runs the built, unmodified main process of the desktop shell on a plain Chromium:
// `node --import ./test/driver/electron/register.mjs out/main/index.js`.
import { registerHooks } from 'node:module'

const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

const fact = (/** @type {unknown} */ value) => ({ value, enumerable: true, configurable: true })
Object.defineProperty(process.versions, 'electron', fact('45.4.1'))
Object.defineProperty(process.versions, 'chrome', fact('156.0.0.0'))
Object.defineProperty(process, 'type', fact('browser'))
