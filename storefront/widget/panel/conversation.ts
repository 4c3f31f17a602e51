import { html, nothing, type TemplateResult } from "lit"
import type { StoreNegotiation } from "../../client"
import type { Speech } from "../phrases"
import type { CaseContext } from "./host"

/** One entry of the conversation. */
interface Entry {
  readonly at: string
  readonly by: "buyer" | "seller"
  readonly text: string | null
  readonly figures: readonly { readonly quantity: number; readonly unit_price: number }[]
  readonly message: string | null
}

/** History and messages in the order they happened. What was written with a step stands with the step, and only there. */
function entriesOf(negotiation: StoreNegotiation, speech: Speech): Entry[] {
  const history = negotiation.history.map((entry): Entry => ({ at: entry.at, by: entry.by, text: speech.history(entry.by, entry.kind), figures: entry.lines, message: entry.message ?? null }))
  const told = history.flatMap(({ by, message }) => (message === null ? [] : [`${by} ${message}`]))
  const free = negotiation.messages.filter(({ by, message }) => {
    const at = told.indexOf(`${by} ${message}`)
    if (at >= 0) told.splice(at, 1)
    return at < 0
  })
  const messages = free.map((entry): Entry => ({ at: entry.at, by: entry.by, text: null, figures: [], message: entry.message }))
  return [...history, ...messages].filter((entry) => entry.text !== null || entry.message !== null).sort((left, right) => left.at.localeCompare(right.at))
}

function entryView({ panel: { speech }, negotiation }: CaseContext, entry: Entry): TemplateResult {
  const figures = entry.figures.map(({ quantity, unit_price }) => `${speech.number(quantity)} × ${speech.money(negotiation.currency_code, unit_price)}`)
  return html`<li class="entry ${entry.by}">
    <p class="small muted">${speech.say(entry.by === "buyer" ? "you" : "seller")} · <time datetime=${entry.at}>${speech.moment(entry.at)}</time></p>
    ${entry.text === null ? nothing : html`<p>${entry.text}${figures.length > 0 ? html` <span class="number muted">${figures.join(", ")}</span>` : nothing}</p>`}
    ${entry.message === null ? nothing : html`<p class="said" dir="auto">${entry.message}</p>`}
  </li>`
}

/** What was said and done, and a field to write to a person. Open where there are words of people in it. */
export function conversation(context: CaseContext): TemplateResult {
  const { panel, negotiation } = context
  const { speech, store } = panel
  const entries = entriesOf(negotiation, speech)
  const write = (event: Event): void => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const message = String(new FormData(form).get("message") ?? "").trim()
    if (message === "") return
    panel.act({ action: "message", id: negotiation.id, body: { message } })
    form.reset()
  }
  return html`<details class="conversation" ?open=${negotiation.messages.length > 0 || negotiation.status === "in_review"}>
    <summary>${speech.say("conversation")} <span class="muted">(${speech.number(entries.length)})</span></summary>
    <ol class="entries" aria-live="polite">${entries.map((entry) => entryView(context, entry))}</ol>
    ${negotiation.allowed_actions.includes("message")
      ? html`<form class="stack" @submit=${write}>
          <label class="field">
            <span>${speech.say("write")}</span>
            <textarea class="input" name="message" maxlength="2000" rows="2" required aria-describedby="write-hint"></textarea>
          </label>
          <div class="row spread">
            <p class="small muted" id="write-hint">${speech.say("write_hint")}</p>
            <button class="button" type="submit" aria-disabled=${store.busy ? "true" : "false"}>${speech.say("send")}</button>
          </div>
        </form>`
      : nothing}
  </details>`
}
