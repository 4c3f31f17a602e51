/** Letters of the encoding WinAnsi (ISO 32000-1, annex D) that lie elsewhere in Unicode, by their code. */
const MOVED = new Map([...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((letter, place) => [letter, [0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f][place] ?? 0x3f]))

/** Letters without a decomposition, by the nearest there is. */
const NEAREST = new Map([["ł", "l"], ["Ł", "L"], ["đ", "d"], ["Đ", "D"], ["ı", "i"], ["−", "-"], ["‐", "-"], ["‑", "-"]])

/** Blanks of other widths; the encoding has one that does not break. */
const BLANK = /[\u2000-\u200a\u202f]/

const NO_BREAK = 0xa0
const UNKNOWN = 0x3f

function codeOf(letter: string): number {
  const code = letter.codePointAt(0) ?? UNKNOWN
  if ((code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff)) return code
  const moved = MOVED.get(letter)
  if (moved !== undefined) return moved
  if (BLANK.test(letter)) return NO_BREAK
  const [base = ""] = NEAREST.get(letter) ?? letter.normalize("NFD")
  return base !== letter && base !== "" && /[\x20-\x7e]/.test(base) ? base.charCodeAt(0) : UNKNOWN
}

/** A text in the codes of WinAnsi. What the encoding lacks stands as its letter without the accent, else as "?". */
export function winAnsi(text: string): Uint8Array {
  return Uint8Array.from([...text.normalize("NFC")].map(codeOf))
}

/** Widths of Helvetica (Adobe's font metrics), in thousandths of its size, from the blank to the tilde. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const
const FIRST = 0x20
/** What most letters beyond ASCII take: an accent makes none wider. */
const USUAL = 556

function widthOfLetter(letter: string): number {
  if (letter === "\u00a0" || BLANK.test(letter)) return WIDTHS[0]
  const [base = letter] = letter.normalize("NFD")
  return WIDTHS[(base.codePointAt(0) ?? 0) - FIRST] ?? USUAL
}

/** Width of a text in Helvetica, in points. */
export function widthOf(text: string, size: number): number {
  return ([...text].reduce((all, letter) => all + widthOfLetter(letter), 0) * size) / 1_000
}

/** A text in lines no wider than `width` points; a word that is wider by itself is cut. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ""
  const put = (word: string): void => {
    const longer = line === "" ? word : `${line} ${word}`
    if (widthOf(longer, size) <= width) return void (line = longer)
    if (line !== "") lines.push(line)
    line = ""
    for (const letter of word) {
      if (line !== "" && widthOf(line + letter, size) > width) {
        lines.push(line)
        line = ""
      }
      line += letter
    }
  }
  text.split(/[\s]+/u).filter(Boolean).forEach(put)
  if (line !== "") lines.push(line)
  return lines
}
