import type { AdminLine } from "../../contract"
import { withTax } from "./figures"

/** Names of the prices a line is judged by, as the translations know them. */
export type PriceName = "list" | "last_paid" | "current" | "ask" | "counter" | "competitor" | "floor" | "cost" | "cost_taxed"

/** One place on the axis. Prices that coincide share it, so that no label hides another. */
export interface PricePoint {
  price: number
  names: PriceName[]
}

/** The competitor's unit price of a line, if the buyer gave one that can be read. */
export function competingPrice(line: Pick<AdminLine, "competing_offer">): number | null {
  const price = line.competing_offer?.["unit_price"]
  return typeof price === "number" && Number.isFinite(price) ? price : null
}

/** All known prices of a line in ascending order, equal ones merged. */
export function pricePoints(line: AdminLine, counter: number | null = line.counter_unit_price): PricePoint[] {
  const prices: [PriceName, number | null][] = [
    // Costs are net: beside prices that carry tax they are shown with it, on the same scale.
    [line.tax_rate > 0 ? "cost_taxed" : "cost", line.cost === null ? null : withTax(line.cost, line.tax_rate)],
    ["floor", line.floor_unit_price],
    ["ask", line.target_unit_price],
    ["counter", counter],
    ["competitor", competingPrice(line)],
    ["last_paid", line.last_paid_unit_price],
    ["current", line.current_unit_price],
    ["list", line.list_unit_price],
  ]
  const byPrice = new Map<number, PriceName[]>()
  for (const [name, price] of prices) {
    if (price !== null) byPrice.set(price, [...(byPrice.get(price) ?? []), name])
  }
  return [...byPrice].map(([price, names]) => ({ price, names })).sort((a, b) => a.price - b.price)
}

/** A label of the axis with the lane it is drawn in, so that neighbours don't overlap. */
export interface PlacedLabel {
  point: PricePoint
  /** Centre of the marker, in pixels from the left. */
  x: number
  /** Left edge and width of the label, in pixels. */
  left: number
  size: number
  /** At an end of the axis the text keeps to the marker's side. */
  align: "left" | "center" | "right"
  lane: number
}

/**
 * Puts each label into the first lane with room for it.
 * @param width of the axis in pixels
 * @param labelWidth estimates a label's width in pixels
 */
export function placeLabels(points: readonly PricePoint[], width: number, labelWidth: (point: PricePoint) => number): PlacedLabel[] {
  const low = points[0]?.price ?? 0
  const span = (points[points.length - 1]?.price ?? 0) - low
  const ends: number[] = []
  return points.map((point) => {
    const x = span === 0 ? width / 2 : ((point.price - low) / span) * width
    const size = labelWidth(point)
    const left = Math.max(0, Math.min(x - size / 2, width - size))
    const align = x - size / 2 < 0 ? "left" : x + size / 2 > width ? "right" : "center"
    const free = ends.findIndex((end) => end <= left)
    const lane = free === -1 ? ends.length : free
    ends[lane] = left + size + 8
    return { point, x, left, size, align, lane }
  })
}
