import type { ComponentPlatform } from '@/domain/record/printData.ts'
import type { ComponentLabel } from '@/document/componentLabel.ts'
import { commonDialect } from './commonDialect.ts'
import type { ComponentDialect } from './componentDialect.ts'
import { jdDialect } from './jdDialect.ts'

const cipherOf = ({ encryptedData, signature, ver }: ComponentLabel) => ({
  encryptedData,
  signature,
  ver,
})

/** The print components by platform: what tells them apart stands here and nowhere else. */
export const componentDialects: Readonly<Record<ComponentPlatform, ComponentDialect>> = {
  cainiao: commonDialect({
    platform: 'cainiao',
    port: 13_528,
    standard: (label) => ({ ...cipherOf(label), templateURL: label.templateUrl }),
  }),
  douyin: commonDialect({
    platform: 'douyin',
    port: 13_888,
    standard: (label) => ({
      ...cipherOf(label),
      templateURL: label.templateUrl,
      params: label.params,
    }),
  }),
  pdd: commonDialect({
    platform: 'pdd',
    port: 5_000,
    standard: (label) => ({
      ...cipherOf(label),
      templateUrl: label.templateUrl,
      userid: label.accountId,
    }),
  }),
  kuaishou: commonDialect({
    platform: 'kuaishou',
    port: 16_888,
    path: '/ks/printer',
    awaitsNotice: true,
    document: ({ waybillNo }) => ({ waybillCode: waybillNo, ksOrderFlag: true }),
    standard: (label) => ({ ...cipherOf(label), templateURL: label.templateUrl, key: label.key }),
    ownAreaField: 'customData',
  }),
  jd: jdDialect,
}
