/** Words of all A4 papers, from the language file. */
export interface PaperWords {
  readonly page: string
  readonly rowNo: string
  readonly sku: string
  readonly name: string
  readonly spec: string
  readonly lot: string
  readonly qty: string
  readonly pieces: string
  readonly bin: string
  readonly zone: string
  readonly order: string
  readonly carrier: string
  readonly waybillNo: string
  readonly operator: string
  readonly printed: string
  readonly inboundSlip: {
    readonly title: string
    readonly supplier: string
    readonly purchaseOrder: string
    readonly deliveryNote: string
    readonly received: string
    readonly orderedQty: string
    readonly goodQty: string
    readonly badQty: string
    readonly price: string
    readonly sum: string
    readonly freight: string
    readonly paid: string
    readonly owed: string
    readonly signClerk: string
    readonly signSupplier: string
  }
  readonly pickList: {
    readonly title: string
    readonly slot: string
    readonly done: string
    readonly signPicker: string
  }
  readonly packSlip: {
    readonly title: string
    readonly receiver: string
    readonly packer: string
    readonly thanks: string
  }
  readonly outboundSlip: {
    readonly title: string
    readonly packer: string
    readonly carton: string
    readonly weight: string
    readonly sign: string
  }
  readonly countSheet: {
    readonly title: string
    /** What is counted, by the kind of its scope; `{of}` stands for its name. */
    readonly bin: string
    readonly corridor: string
    readonly zone: string
    readonly scope: string
    readonly bins: string
    readonly counted: string
    readonly countedAt: string
    readonly signCounter: string
    readonly signSecond: string
    readonly note: string
  }
  readonly handoverManifest: {
    readonly title: string
    readonly courier: string
    readonly badge: string
    readonly weight: string
    readonly packer: string
    readonly count: string
    readonly stubs: string
    readonly signShop: string
    readonly signCourier: string
    readonly declaration: string
  }
}
