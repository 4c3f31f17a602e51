import { deflateSync } from "node:zlib"
import { winAnsi } from "./letters"

/** A4, in points. */
export const PAGE = { width: 595, height: 842 } as const

/** What a document is, for whoever files it. */
export interface PdfMeta {
  readonly title: string
  readonly language: string
}

const bytes = (text: string): Buffer => Buffer.from(text, "latin1")

/** A text as a string object, in hexadecimal: nothing in it can be taken for anything else. */
export function pdfText(text: string): string {
  return `<${Buffer.from(winAnsi(text)).toString("hex")}>`
}

/** A text of the document's own description, which readers take as UTF-16. */
function metaText(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`
}

const font = (name: string): Buffer => bytes(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`)

function stream(content: string): Buffer {
  const packed = deflateSync(bytes(content))
  return Buffer.concat([bytes(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, bytes("\nendstream")])
}

/** Objects before the pages: catalogue, page tree, two fonts, description. */
const BEFORE = 5

/**
 * Puts pages together to a PDF file (ISO 32000-1). Two of the fonts every reader has, so none travels along; the same pages give
 * the same bytes.
 *
 * @param pages The drawing instructions of each page; fonts `/F1` Helvetica, `/F2` its bold.
 */
export function pdfFile(pages: readonly string[], { title, language }: PdfMeta): Buffer {
  const pageOf = (place: number): number => BEFORE + 1 + 2 * place
  const kids = pages.map((_, place) => `${pageOf(place)} 0 R`).join(" ")
  const objects: Buffer[] = [
    bytes(`<< /Type /Catalog /Pages 2 0 R /Lang (${language}) /ViewerPreferences << /DisplayDocTitle true >> >>`),
    bytes(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`),
    font("Helvetica"),
    font("Helvetica-Bold"),
    bytes(`<< /Title ${metaText(title)} >>`),
    ...pages.flatMap((content, place) => [bytes(`<< /Type /Page /Parent 2 0 R /Contents ${pageOf(place) + 1} 0 R >>`), stream(content)]),
  ]
  const parts: Buffer[] = [bytes("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")]
  const offsets: number[] = []
  let size = parts[0]?.length ?? 0
  const add = (part: Buffer): void => {
    parts.push(part)
    size += part.length
  }
  objects.forEach((object, place) => {
    offsets.push(size)
    add(Buffer.concat([bytes(`${place + 1} 0 obj\n`), object, bytes("\nendobj\n")]))
  })
  const start = size
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  add(bytes(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}
