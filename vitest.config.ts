import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const alias = { '@': resolve(import.meta.dirname, 'src') }

/** How every test starts Chromium: SQLite-backed IndexedDB, nothing that calls home. */
const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-features=IdbSqliteBackingStore',
]

/** Long enough for a machine that does other work meanwhile: a slow test is no failed test. */
const BUSY_MACHINE_MS = 30_000

/** What must have the machine for itself: the pace of a scanner, and a start that may build anew what
 *  all the others use. */
const ALONE = ['test/e2e/scanFlood.test.ts', 'test/e2e/start.test.ts']
const WORLD_MS = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            'src/**/*.test.ts',
            'electron/**/*.test.ts',
            'test/story/**/*.test.ts',
            'test/simulation/**/*.test.ts',
            'test/*.test.ts',
          ],
          exclude: ['**/*.browser.test.ts', '**/*.pg.test.ts', 'node_modules/**'],
          setupFiles: ['fake-indexeddb/auto'],
          // Loading the same modules anew for each file takes longer than the tests.
          isolate: false,
          // One less by default, which is half of a small machine.
          maxWorkers: availableParallelism(),
          testTimeout: BUSY_MACHINE_MS,
          hookTimeout: BUSY_MACHINE_MS,
        },
      },
      {
        extends: true,
        // Found on the first import instead, they would make vite reload the page below a test.
        optimizeDeps: {
          include: [
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'react-i18next',
            'i18next',
            'radix-ui',
            'zustand',
            'zustand/vanilla',
            'class-variance-authority',
            'clsx',
            'tailwind-merge',
            'qrcode',
            '@tanstack/react-virtual',
          ],
        },
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          // Scans are played at a scanner's pace, in real time: where the machine itself stalled for
          // 100 ms that pace was not played, so it is played again.
          retry: 4,
          include: ['src/**/*.browser.test.{ts,tsx}', 'test/contract/**/*.browser.test.ts'],
          testTimeout: BUSY_MACHINE_MS,
          hookTimeout: BUSY_MACHINE_MS,
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({
              launchOptions: {
                executablePath: process.env.PACKLINE_CHROMIUM ?? '/usr/bin/chromium',
                args: chromiumArgs,
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          ...WORLD_MS,
          name: 'world-alone',
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...WORLD_MS,
          name: 'world',
          include: ['test/{e2e,contract,packaging}/**/*.test.ts'],
          exclude: [...ALONE, '**/*.browser.test.ts', 'node_modules/**'],
          // A browser and a station each; most of them wait for one another most of the time.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
