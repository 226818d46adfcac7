/** A SKU code as a hurried reader sees it: codes that fold to the same text differ in case or blanks only.
 *  Example: `BK 0001` -> `bk0001`. */
export function foldSkuCode(skuCode: string): string {
  return skuCode.replace(/\s/g, '').toLowerCase()
}
