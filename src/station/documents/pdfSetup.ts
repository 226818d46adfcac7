import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { LabelFonts } from '../print/labelFonts.ts'
import { withFaces } from './withFaces.ts'

let readyFor: LabelFonts | undefined

/** Writes a PDF with the fonts of labels. User text must never make the writer fetch an address or
 *  read a file, so both are refused except the font files. */
export async function writePdf(
  definition: TDocumentDefinitions,
  fonts: LabelFonts,
): Promise<Uint8Array> {
  // Large, and no scan waits for it: loaded with the first paper.
  const { default: pdfmake } = await import('pdfmake')
  const { faces, metrics } = fonts
  if (readyFor !== fonts) {
    const files = new Set(faces.flatMap((face) => Object.values(face.files)))
    pdfmake.setFonts(Object.fromEntries(faces.map(({ name, files }) => [name, stylesOf(files)])))
    pdfmake.setUrlAccessPolicy(() => false)
    pdfmake.setLocalAccessPolicy((path) => files.has(path))
    readyFor = fonts
  }
  const names = faces.map(({ name }) => name)
  const { content, footer } = definition
  const pdf = pdfmake.createPdf({
    ...definition,
    content: withFaces(content, metrics, names),
    ...(typeof footer === 'function' && {
      footer: (...page: Parameters<typeof footer>) => withFaces(footer(...page), metrics, names),
    }),
    defaultStyle: { font: faces[0].name, ...definition.defaultStyle },
  })
  return pdf.getBuffer()
}

function stylesOf(files: Readonly<Record<500 | 700, string>>) {
  const [normal, bold] = [files[500], files[700]]
  return { normal, bold, italics: normal, bolditalics: bold }
}
