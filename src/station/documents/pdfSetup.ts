import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { FontFiles } from '../print/labelFonts.ts'

let readyFor: string | undefined

/** Writes a PDF with the bundled fonts. User text must never make the writer fetch an address or
 *  read a file, so both are refused except the two font files. */
export async function writePdf(
  definition: TDocumentDefinitions,
  fontFiles: FontFiles,
): Promise<Uint8Array> {
  // Large, and no scan waits for it: loaded with the first paper.
  const { default: pdfmake } = await import('pdfmake')
  const { medium, bold } = fontFiles
  if (readyFor !== medium + bold) {
    pdfmake.setFonts({ Noto: { normal: medium, bold, italics: medium, bolditalics: bold } })
    pdfmake.setUrlAccessPolicy(() => false)
    pdfmake.setLocalAccessPolicy((path) => path === medium || path === bold)
    readyFor = medium + bold
  }
  const pdf = pdfmake.createPdf({
    ...definition,
    defaultStyle: { font: 'Noto', ...definition.defaultStyle },
  })
  return pdf.getBuffer()
}
