import { html, nothing, svg, type TemplateResult } from "lit"
import type { PriceLadder } from "../../client"
import { count, money, say } from "../words"
import { stepsOf, type Step } from "./ladder-steps"

const [WIDTH, HEIGHT, SIDE, TOP, BOTTOM] = [440, 216, 12, 46, 60]
const LABEL = 92

/** What a tap on a step asks for; null where nothing is negotiated. */
type AskFor = ((step: Step) => void) | null

/** Steps stand evenly apart, whatever their quantities, so that each can be read; within one a quantity is as far along as it is. */
function placesOf(steps: readonly Step[], quantity: number): { readonly at: (index: number) => number; readonly here: number; readonly step: number } {
  const width = (WIDTH - 2 * SIDE) / steps.length
  const at = (index: number): number => SIDE + index * width
  const step = Math.max(0, steps.findLastIndex(({ from }) => from <= quantity))
  const [from, to] = [steps[step]?.from ?? 1, steps[step + 1]?.from]
  const share = to === undefined ? 0.5 : (quantity - from) / (to - from)
  return { at, here: at(step) + share * width, step }
}

/** The steps as one line going down, and where on it one stands. */
function stepLine(ladder: PriceLadder, steps: readonly Step[], quantity: number): TemplateResult {
  const { at, here, step } = placesOf(steps, quantity)
  const prices = steps.map(({ price }) => price)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const y = (price: number): number => TOP + ((high - price) / (high - low || 1)) * (HEIGHT - TOP - BOTTOM)
  const levels = steps.map(({ price }) => y(price))
  const path = levels.map((level, index) => `${index === 0 ? `M${at(0)} ${level}` : `V${level}`} H${at(index + 1)}`).join(" ")
  const level = levels[step] ?? TOP
  // Words stay within the drawing.
  const anchor = here < LABEL ? "start" : here > WIDTH - LABEL ? "end" : "middle"
  const beside = anchor === "start" ? Math.max(SIDE, here - 6) : anchor === "end" ? Math.min(WIDTH - SIDE, here + 6) : here
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path class="area" d="${path} V${HEIGHT - 26} H${at(0)} Z" />
    <path class="line" d=${path} />
    ${steps.map(
      (each, index) => svg`<g class="step ${each.kind}">
        <text class="price" x=${at(index) + 6} y=${(levels[index] ?? 0) + 19}>${money(ladder.currency_code, each.price)}</text>
        <text x=${at(index) + 6} y=${HEIGHT - 8}>${index === 0 ? say("one_piece") : say("from", { quantity: count(each.from) })}</text>
      </g>`
    )}
    <g class="here"><line x1=${here} x2=${here} y1=${level} y2="24" /><circle cx=${here} cy=${level} r="6" /><text x=${beside} y="16" text-anchor=${anchor}>${say("you_are_here", { quantity: count(quantity) })}</text></g>
  </svg>`
}

/** The price ladder drawn: from how many pieces on which price holds. One price alone needs no drawing. */
export function ladderChart(ladder: PriceLadder, quantity: number, askFor: AskFor): TemplateResult {
  const steps = stepsOf(ladder)
  const { step: current } = placesOf(steps, quantity)
  const tap = (step: Step): TemplateResult | typeof nothing =>
    askFor && step.kind === "threshold" && step.from > quantity ? html`<button class="quiet" @click=${() => askFor(step)}>${say("ask_for", { quantity: count(step.from) })}</button>` : html`${say(`step_${step.kind}`)}`
  return html`<figure class="ladder">
    ${steps.length > 1 ? stepLine(ladder, steps, quantity) : nothing}
    <table class="small">
      <caption class="hidden">${say("ladder")}</caption>
      <thead><tr><th>${say("pieces")}</th><th class="number">${say("price_each")}</th><th>&nbsp;</th></tr></thead>
      <tbody>${steps.map((step, index) => html`<tr class=${index === current ? "current" : ""}><td>${say("from", { quantity: count(step.from) })}</td><td class="number">${money(ladder.currency_code, step.price)}</td><td class="muted">${tap(step)}</td></tr>`)}</tbody>
    </table>
    ${ladder.list_unit_price > ladder.current_unit_price ? html`<p class="muted small">${say("list")} ${money(ladder.currency_code, ladder.list_unit_price)}</p>` : nothing}
  </figure>`
}
