import { element, FAINT, INK, scale, text, ticks, type Scale } from "./svg"

/** Where a panel stands and what it shows. Pixels and values. */
export interface Panel {
  readonly title: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly across: readonly [number, number]
  readonly up: readonly [number, number]
  readonly acrossLabel: string
  readonly upLabel: string
}

/** A panel's frame with its scales. */
export interface Drawn {
  readonly parts: string[]
  readonly placeX: Scale
  readonly placeY: Scale
}

/** A range around some values, with a little air. */
export function rangeOf(values: readonly number[]): [number, number] {
  const low = Math.min(...values)
  const high = Math.max(...values)
  const air = Math.max(0.01, (high - low) * 0.08)
  return [low - air, high + air]
}

/** Draws frame, marks and labels of a panel. */
export function axes({ title, x, y, width, height, across, up, acrossLabel, upLabel }: Panel): Drawn {
  const placeX = scale(across, [x, x + width])
  const placeY = scale(up, [y + height, y])
  const parts = [text(title, x, y - 12, { "font-weight": 600, "font-size": 13 })]
  for (const mark of ticks(across)) {
    parts.push(element("line", { x1: placeX(mark), x2: placeX(mark), y1: y, y2: y + height, stroke: FAINT, "stroke-width": 0.5 }))
    parts.push(text(`${mark}`, placeX(mark), y + height + 14, { "text-anchor": "middle", "font-size": 10 }))
  }
  for (const mark of ticks(up)) {
    parts.push(element("line", { x1: x, x2: x + width, y1: placeY(mark), y2: placeY(mark), stroke: FAINT, "stroke-width": 0.5 }))
    parts.push(text(`${mark}`, x - 5, placeY(mark) + 3, { "text-anchor": "end", "font-size": 10 }))
  }
  parts.push(element("rect", { x, y, width, height, fill: "none", stroke: INK, "stroke-width": 0.5 }))
  parts.push(text(acrossLabel, x + width / 2, y + height + 30, { "text-anchor": "middle" }))
  parts.push(text(upLabel, x, y - 28, { "font-size": 10 }))
  return { parts, placeX, placeY }
}
