import { html, noChange, nothing, type TemplateResult } from "lit"
import type { StoreFile, StoreNegotiation } from "../../client"
import type { Speech } from "../phrases"
import { EVIDENCE } from "./ask-more"
import type { CaseContext } from "./host"

/** One entry of the conversation. */
interface Entry {
  readonly at: string
  readonly by: "buyer" | "seller"
  readonly text: string | null
  readonly figures: readonly { readonly quantity: number; readonly unit_price: number }[]
  /** What was offered, one sentence each. */
  readonly options: readonly string[]
  readonly message: string | null
  readonly files: readonly StoreFile[]
}

/** History and messages in the order they happened. What was written with a step stands with the step, and only there. */
function entriesOf(negotiation: StoreNegotiation, speech: Speech): Entry[] {
  const history = negotiation.history.map((entry): Entry => ({ at: entry.at, by: entry.by, text: speech.history(entry.by, entry.kind), figures: entry.options ? [] : entry.lines, options: entry.options?.map(({ headline }) => headline) ?? [], message: entry.message ?? null, files: [] }))
  const told = history.flatMap(({ by, message }) => (message === null ? [] : [`${by} ${message}`]))
  const free = negotiation.messages.filter(({ by, message }) => {
    const at = told.indexOf(`${by} ${message}`)
    if (at >= 0) told.splice(at, 1)
    return at < 0
  })
  const messages = free.map((entry): Entry => ({ at: entry.at, by: entry.by, text: null, figures: [], options: [], message: entry.message, files: entry.files ?? [] }))
  return [...history, ...messages].filter((entry) => entry.text !== null || entry.message !== null).sort((left, right) => left.at.localeCompare(right.at))
}

function entryView({ panel, negotiation }: CaseContext, entry: Entry): TemplateResult {
  const { speech } = panel
  const figures = entry.figures.map(({ quantity, unit_price }) => `${speech.number(quantity)} × ${speech.money(negotiation.currency_code, unit_price)}`)
  return html`<li class="entry ${entry.by}">
    <p class="small muted">${speech.say(entry.by === "buyer" ? "you" : "seller")} · <time datetime=${entry.at}>${speech.moment(entry.at)}</time></p>
    ${entry.text === null ? nothing : html`<p>${entry.text}${figures.length > 0 ? html` <span class="number muted">${figures.join(", ")}</span>` : nothing}</p>`}
    ${entry.options.length > 0 ? html`<ul class="conditions small muted">${entry.options.map((option) => html`<li>${option}</li>`)}</ul>` : nothing}
    ${entry.message === null ? nothing : html`<p class="said" dir="auto">${entry.message}</p>`}
    ${entry.files.map((file) => html`<button class="button plain small" type="button" @click=${() => panel.save(file.name, (client) => client.files.content(file.id))}>${file.name}</button>`)}
  </li>`
}

/** What was said and done, and a field to write to a person. Opens by itself where there are words of people in it, and never closes so. */
export function conversation(context: CaseContext): TemplateResult {
  const { panel, negotiation } = context
  const { speech, store } = panel
  const entries = entriesOf(negotiation, speech)
  const write = (event: Event): void => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const written = new FormData(form)
    const message = String(written.get("message") ?? "").trim()
    if (message === "") return
    const file = written.get("file")
    panel.messages.write(message, file instanceof File && file.size > 0 ? file : null, () => form.reset())
  }
  return html`<details class="conversation" ?open=${negotiation.messages.length > 0 || negotiation.status === "in_review" || noChange}>
    <summary>${speech.say("conversation")} <span class="muted">(${speech.number(entries.length)})</span></summary>
    <ol class="entries" aria-live="polite">${entries.map((entry) => entryView(context, entry))}</ol>
    ${negotiation.allowed_actions.includes("message")
      ? html`<form class="stack" @submit=${write}>
          <label class="field">
            <span>${speech.say("write")}</span>
            <textarea class="input" name="message" maxlength="2000" rows="2" required aria-describedby="write-hint"></textarea>
          </label>
          <label class="field small"><span>${speech.say("attach")}</span><input class="input" type="file" name="file" accept=${EVIDENCE} /><span class="muted" role="status">${panel.evidence.busy ? speech.say("file_sending") : nothing}</span></label>
          <div class="row spread">
            <p class="small muted" id="write-hint">${speech.say("write_hint")}</p>
            <button class="button" type="submit" aria-disabled=${store.busy ? "true" : "false"}>${speech.say("send")}</button>
          </div>
        </form>`
      : nothing}
  </details>`
}
