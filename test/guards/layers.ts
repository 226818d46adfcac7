// Who may import whom, as data. The architecture test checks every import against this table, and
// .oxlintrc.json must say the same: `npm run docs:lint` writes the table into it.

/** One layer: a folder, the parts of the project it may import, and the packages it may use. */
export interface Layer {
  /** Its folder from the root of the project. */
  readonly folder: string
  /** Folders under `src/` it may import beside its own. */
  readonly mayImport: readonly string[]
  /** Packages it may import; `node:*` stands for Node's own modules. */
  readonly packages: readonly string[]
}

const everyLayer = [
  'kernel',
  'domain',
  'workflow',
  'document',
  'protocol',
  'app',
  'store',
  'sync',
  'device',
  'ui',
  'station',
  'hub',
  'locales',
]

export const layers: readonly Layer[] = [
  { folder: 'src/kernel', mayImport: [], packages: [] },
  { folder: 'src/domain', mayImport: ['kernel'], packages: [] },
  { folder: 'src/workflow', mayImport: ['domain', 'kernel'], packages: [] },
  {
    folder: 'src/document',
    mayImport: ['domain', 'kernel'],
    packages: ['bwip-js', 'jsbarcode', 'qrcode'],
  },
  { folder: 'src/protocol', mayImport: ['domain', 'kernel'], packages: ['zod'] },
  { folder: 'src/app', mayImport: ['domain', 'kernel'], packages: [] },
  {
    folder: 'src/store',
    mayImport: ['app', 'domain', 'kernel'],
    packages: ['dexie', '@noble/hashes'],
  },
  {
    folder: 'src/sync',
    mayImport: ['store', 'app', 'protocol', 'domain', 'kernel'],
    packages: [],
  },
  { folder: 'src/device', mayImport: ['protocol', 'domain', 'kernel'], packages: [] },
  {
    folder: 'src/ui',
    mayImport: [
      'workflow',
      'app',
      'device',
      'document',
      'store/queries',
      'domain',
      'kernel',
      'locales',
    ],
    packages: [
      'react',
      'react-dom',
      'react-i18next',
      'i18next',
      'radix-ui',
      'zustand',
      'class-variance-authority',
      'clsx',
      'tailwind-merge',
      'lucide-react',
      '@tanstack/react-virtual',
    ],
  },
  {
    folder: 'src/station',
    mayImport: ['protocol', 'document', 'domain', 'kernel'],
    packages: [
      'node:*',
      'ws',
      'zod',
      'serialport',
      '@sealsystems/ipp',
      'node-hid',
      'koffi',
      '@napi-rs/canvas',
      'pdfmake',
      'node-thermal-printer',
      'csv-parse',
      'iconv-lite',
      'exceljs',
      'fflate',
      'fontkit',
      '@expo-google-fonts/noto-sans-sc',
    ],
  },
  {
    folder: 'src/hub',
    mayImport: ['app', 'protocol', 'document', 'domain', 'kernel'],
    packages: ['node:*', 'pg', 'ws', 'zod'],
  },
  { folder: 'src/locales', mayImport: [], packages: [] },
  {
    folder: 'src/boot',
    mayImport: everyLayer,
    packages: [
      'node:*',
      'react',
      'react-dom',
      'i18next',
      'react-i18next',
      'date-fns',
      '@date-fns/tz',
    ],
  },
  {
    folder: 'electron',
    mayImport: ['boot/station', 'station', 'protocol', 'kernel'],
    packages: ['electron', 'node:*', 'zod'],
  },
]

/** Areas of the warehouse's work; each is one folder in every layer that is split by area. */
const areas = [
  'receiving',
  'quality',
  'putaway',
  'replenishment',
  'allocation',
  'wave',
  'picking',
  'packing',
  'shipping',
  'carrier',
  'returns',
  'counting',
  'exchange',
  'relabel',
  'supplies',
  'slotting',
  'claims',
  'dataImport',
]

/** Cores: what every area knows. They know each other, but no area. */
export const cores = [
  'stock',
  'catalog',
  'warehouse',
  'barcode',
  'people',
  'order',
  'record',
  'printing',
  'weighing',
  'evidence',
]

/** Screens that belong to the station, not to an area of work. */
const stationScreens = ['board', 'devices', 'sync', 'help', 'settings', 'home']

/** Folders split by area, and what their sub-folders may be called. */
export const areaFolders: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [...areas, ...cores],
  'src/workflow': [...areas, ...cores],
  'src/ui/screens': [...areas, ...cores, ...stationScreens],
}
