/** Codes with hyphens, such as bins and order numbers, and the digits of barcodes and waybills. */
const CODES = /([A-Z0-9]+(?:-[A-Z0-9]+)+|\d{8,22})/

/** Words in which no code is broken in two: half a bin at the end of a line is another bin.
 *  Example: `Go to A-03-2-05.` keeps `A-03-2-05` on one line. */
export function WholeCodes({ text }: { readonly text: string }) {
  return text.split(CODES).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={`${i} ${part}`} className="whole">
        {part}
      </span>
    ),
  )
}
