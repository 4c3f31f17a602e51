import { PAGE, pdfFile, pdfText, type PdfMeta } from "./file"
import { widthOf, wrap } from "./letters"

const MARGIN = 56
const BOTTOM = 72
const LEADING = 1.4
const GREY = "0.4 g"
const BLACK = "0 g"

/** How a text looks. */
export interface TextLook {
  readonly size?: number
  readonly bold?: boolean
  readonly grey?: boolean
  /** Distance from the left margin, in points. */
  readonly indent?: number
}

/** One cell of a row: where it begins or ends, as a share of the width. */
export interface Cell {
  readonly text: string
  readonly at: number
  readonly align?: "left" | "right"
}

const WIDTH = PAGE.width - 2 * MARGIN

/** A document written from the top down: a full page is followed by a new one. */
export class Sheet {
  readonly #pages: string[][] = [[]]
  #y = PAGE.height - MARGIN

  /** Leaves room. */
  space(points: number): void {
    this.#y -= points
  }

  /** Begins a new page where less than so many points are left. */
  need(points: number): void {
    if (this.#y - points >= BOTTOM) return
    this.#pages.push([])
    this.#y = PAGE.height - MARGIN
  }

  /** Writes text in as many lines as it takes. */
  text(text: string, { size = 10, bold = false, grey = false, indent = 0 }: TextLook = {}): void {
    // Bold letters are a tenth wider at most.
    for (const line of wrap(text, bold ? size * 1.1 : size, WIDTH - indent)) {
      this.need(size * LEADING)
      this.#y -= size * LEADING
      this.#draw(line, MARGIN + indent, size, bold, grey)
    }
  }

  /** Writes the cells of one row beside each other; the first one in as many lines as it takes. */
  row(cells: readonly Cell[], { size = 10, bold = false, grey = false }: TextLook = {}): void {
    const [first, ...others] = cells
    const room = ((others[0]?.at ?? 1) - (others[0]?.align === "right" ? 0.16 : 0.02)) * WIDTH
    const lines = wrap(first?.text ?? "", bold ? size * 1.1 : size, room)
    this.need(size * LEADING * Math.max(1, lines.length))
    this.#y -= size * LEADING
    for (const { text, at, align } of others) this.#draw(text, MARGIN + at * WIDTH - (align === "right" ? widthOf(text, bold ? size * 1.06 : size) : 0), size, bold, grey)
    lines.forEach((line, place) => {
      if (place > 0) this.#y -= size * LEADING
      this.#draw(line, MARGIN, size, bold, grey)
    })
  }

  /** Draws a line across the page. */
  rule(): void {
    this.need(10)
    this.#y -= 6
    this.#pages.at(-1)?.push(`0.8 G 0.5 w ${MARGIN} ${this.#y.toFixed(2)} m ${PAGE.width - MARGIN} ${this.#y.toFixed(2)} l S`)
    this.#y -= 2
  }

  /** @param foot What stands under every page, given its number and how many there are. */
  file(meta: PdfMeta, foot: (page: number, pages: number) => string): Buffer {
    const pages = this.#pages.map((drawn, place) => [...drawn, this.#drawn(foot(place + 1, this.#pages.length), MARGIN, BOTTOM - 28, 8, false, true)].join("\n"))
    return pdfFile(pages, meta)
  }

  #draw(text: string, x: number, size: number, bold: boolean, grey: boolean): void {
    this.#pages.at(-1)?.push(this.#drawn(text, x, this.#y, size, bold, grey))
  }

  #drawn(text: string, x: number, y: number, size: number, bold: boolean, grey: boolean): string {
    return `${grey ? GREY : BLACK} BT /F${bold ? 2 : 1} ${size} Tf ${x.toFixed(2)} ${y.toFixed(2)} Td ${pdfText(text)} Tj ET`
  }
}
