/** Platforms whose print component can decrypt and print a waybill. */
export const componentPlatforms = ['cainiao', 'douyin', 'pdd', 'kuaishou', 'jd'] as const
export type ComponentPlatform = (typeof componentPlatforms)[number]

/** Characters kept of one part of the print data: platforms send 1 to 4 kB. */
export const PRINT_DATA_MAX = 20_000

/** What a platform gave with a waybill number instead of the receiver: only its own print component on
 *  this computer can read it. `templateUrl` is where that component finds the form. */
export interface PrintData {
  readonly platform: ComponentPlatform
  readonly encryptedData: string
  readonly signature: string
  readonly templateUrl: string
  /** Of the cipher, where the platform names it. */
  readonly ver?: string
  /** Kuaishou: which key the component asks for. */
  readonly key?: string
  /** Douyin: the signed query with which the component fetches its key. */
  readonly params?: string
  /** Pinduoduo: whose waybill account it is. */
  readonly accountId?: string
}
