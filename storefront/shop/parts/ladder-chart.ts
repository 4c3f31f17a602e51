import { html, nothing, svg, type TemplateResult } from "lit"
import type { PriceLadder } from "../../client"
import { count, money, say } from "../words"
import { stepsOf, type Step } from "./ladder-steps"

const [WIDTH, HEIGHT, EDGE] = [440, 200, 26]

/** Where a quantity stands: steps stand evenly apart, whatever their quantities, so that each can be read. */
function placeOf(steps: readonly Step[]): (index: number) => number {
  const width = (WIDTH - 2 * EDGE) / steps.length
  return (index) => EDGE + index * width
}

/** The steps as bars, beside the list price and the last price paid. */
function bars(ladder: PriceLadder, steps: readonly Step[]): TemplateResult {
  const at = placeOf(steps)
  const known = [...steps.map(({ price }) => price), ladder.list_unit_price, ...(ladder.last_paid ? [ladder.last_paid.unit_price] : [])]
  // Bars stand on zero: cut off, they would make small differences look large.
  const [low, high] = [0, Math.max(...known) * 1.05]
  const y = (price: number): number => EDGE + ((high - price) / (high - low || 1)) * (HEIGHT - 2 * EDGE)
  const price = (amount: number): string => money(ladder.currency_code, amount)
  const line = (amount: number, name: string, style: string): TemplateResult<2> => svg`<g class=${style}><line x1=${EDGE} x2=${WIDTH - EDGE} y1=${y(amount)} y2=${y(amount)} /><text x=${WIDTH - EDGE} y=${y(amount) - 5} text-anchor="end">${name} ${price(amount)}</text></g>`
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${ladder.list_unit_price > ladder.current_unit_price ? line(ladder.list_unit_price, say("list"), "list") : nothing}
    ${ladder.last_paid && ladder.last_paid.unit_price !== ladder.current_unit_price ? line(ladder.last_paid.unit_price, say("paid"), "paid") : nothing}
    ${steps.map(
      (step, index) => svg`<g class="step ${step.kind}">
        <rect x=${at(index) + 1} y=${y(step.price)} width=${at(index + 1) - at(index) - 2} height=${HEIGHT - EDGE - y(step.price)} />
        <text class="price" x=${at(index) + 8} y=${y(step.price) + 18}>${price(step.price)}</text>
        <text x=${at(index) + 8} y=${HEIGHT - EDGE + 16}>${index === 0 ? say("one_piece") : say("from", { quantity: count(step.from) })}</text>
      </g>`
    )}
  </svg>`
}

/** The price ladder drawn: from how many pieces on which price holds. One price alone needs no drawing. */
export function ladderChart(ladder: PriceLadder): TemplateResult {
  const steps = stepsOf(ladder)
  return html`<figure class="ladder">
    ${steps.length > 1 ? bars(ladder, steps) : nothing}
    <table class="small">
      <caption class="hidden">${say("ladder")}</caption>
      <thead><tr><th>${say("pieces")}</th><th class="number">${say("price_each")}</th><th>&nbsp;</th></tr></thead>
      <tbody>${steps.map((step) => html`<tr><td>${say("from", { quantity: count(step.from) })}</td><td class="number">${money(ladder.currency_code, step.price)}</td><td class="muted">${say(`step_${step.kind}`)}</td></tr>`)}</tbody>
    </table>
  </figure>`
}
