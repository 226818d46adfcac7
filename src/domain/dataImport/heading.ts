/** The form in which headings are compared: without BOM, wrapping, blanks and letter case, full-width
 *  characters made half-width. Example: ' 用户实付金额（元） ' -> '用户实付金额(元)'. */
export function normaliseHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff"'=]/g, '')
    .toLowerCase()
}
