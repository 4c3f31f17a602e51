/** A scale from values to pixels. */
export type Scale = (value: number) => number

/** Straight from one range to another. */
export function scale(from: readonly [number, number], to: readonly [number, number]): Scale {
  const factor = (to[1] - to[0]) / (from[1] - from[0] || 1)
  return (value) => to[0] + (value - from[0]) * factor
}

/** Round marks inside a range, three to seven. */
export function ticks([low, high]: readonly [number, number]): number[] {
  const rough = (high - low) / 6
  const power = Math.pow(10, Math.floor(Math.log10(rough || 1)))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const marks: number[] = []
  for (let mark = Math.ceil(low / step); mark * step <= high + step / 1e6; mark++) marks.push(Number((mark * step).toFixed(6)))
  return marks
}

const escapeText = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
const number = (value: string | number): string => (typeof value === "number" ? Number(value.toFixed(2)).toString() : escapeText(value))

/** An SVG element. Numbers are cut to two decimals, text is escaped. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ""): string {
  const words = Object.entries(attributes).map(([key, value]) => ` ${key}="${number(value)}"`).join("")
  return content === "" ? `<${name}${words}/>` : `<${name}${words}>${content}</${name}>`
}

/** A word at a place. */
export function text(words: string, x: number, y: number, more: Readonly<Record<string, string | number>> = {}): string {
  return element("text", { x, y, "font-size": 11, fill: INK, ...more }, escapeText(words))
}

/** Colours that can be told apart by everyone, on white. */
export const INK = "#1f2937"
export const FAINT = "#d1d5db"
export const ENGINE_COLOUR = "#c2410c"
export const MENU_COLOUR = "#1d4ed8"
export const PLAIN_COLOUR = "#6b7280"

/** A whole picture on white, with a title for who can't see it. */
export function picture(title: string, width: number, height: number, parts: readonly string[]): string {
  const body = [element("title", {}, escapeText(title)), element("rect", { width, height, fill: "#ffffff" }), ...parts].join("\n")
  return `${element("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "font-family": "system-ui, sans-serif" }, `\n${body}\n`)}\n`
}
