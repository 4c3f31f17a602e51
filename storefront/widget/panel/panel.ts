import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit"
import { isNegotiationError, NegotiationError } from "../../client"
import { NegotiationElement } from "../base/element"
import { canAcceptFiles, canTakeRatings } from "../base/optional-routes"
import { problemNote } from "../base/problem"
import { keep, recall } from "../base/storage"
import type { CaseCommand } from "../case/pending"
import { CaseStore } from "../case/case-store"
import { readCart } from "../case/subject"
import { askBody, type AskDraft, type AskFaults } from "./ask-body"
import { askForm } from "./ask-form"
import { BEGINNING, type AssistantState } from "./assistant"
import { caseView } from "./case-view"
import type { PanelHost, PanelView } from "./host"
import { panelStyles } from "./styles"
import { subjectOf, type AskSubject } from "./subject"
import { waiting } from "./waiting"

/**
 * `<negotiation-panel>`: one negotiation from the ask to the agreement. Shows the case named by `negotiation-id`, or asks for a
 * price for `cart-id` and `line-item-id` (without the latter: for the whole cart).
 *
 * @fires negotiation-asked, negotiation-changed, negotiation-agreed — detail: `{ negotiation }`
 * @fires negotiation-close — with the attribute `closable`: the buyer wants to go back
 */
export class NegotiationPanel extends NegotiationElement implements PanelHost {
  static override properties: PropertyDeclarations = {
    negotiationId: { attribute: "negotiation-id" },
    cartId: { attribute: "cart-id" },
    lineItemId: { attribute: "line-item-id" },
    subject: { attribute: false },
    closable: { type: Boolean },
  }
  static override styles: CSSResultGroup = [NegotiationElement.styles, panelStyles]

  declare negotiationId: string
  declare cartId: string
  declare lineItemId: string
  /** What is asked for, where the page knows it already; else the panel reads the cart. */
  declare subject: AskSubject | null
  declare closable: boolean
  readonly store = new CaseStore(this)
  view: PanelView = "main"
  draft: AskDraft = {}
  faults: AskFaults = {}
  assistant: AssistantState = BEGINNING
  takesFiles = false
  feedback: "hidden" | "open" | "given" = "hidden"
  #fileId: string | null = null
  #reading = new AbortController()
  #problem: NegotiationError | null = null
  #focusNext = false

  constructor() {
    super()
    this.negotiationId = ""
    this.cartId = ""
    this.lineItemId = ""
    this.subject = null
    this.closable = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.#open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#reading.abort()
  }

  protected override clientChanged(): void {
    if (this.hasUpdated) this.#open()
  }

  protected override updated(changed: PropertyValues): void {
    if (["negotiationId", "cartId", "lineItemId"].some((name) => changed.has(name))) {
      const known = changed.get("negotiationId") === "" && this.store.negotiation?.id === this.negotiationId
      if (!known) this.#open()
    }
    if (!this.#focusNext) return
    const target = this.renderRoot.querySelector<HTMLElement>("[data-focus]")
    if (!target) return
    this.#focusNext = false
    target.focus()
  }

  /** Puts the focus where the buyer goes on: for whoever opens a dialog around the panel. */
  focusStart(): void {
    this.#focusNext = true
    this.requestUpdate()
  }

  get #place(): string {
    return `${this.cartId}:${this.lineItemId || "cart"}`
  }

  #open(): void {
    this.view = "main"
    this.faults = {}
    this.assistant = BEGINNING
    this.#problem = null
    this.draft = recall<AskDraft>(`draft:${this.#place}`) ?? {}
    this.store.open(this.#place, this.negotiationId || null)
    const client = this.api
    if (client) {
      void canTakeRatings(client).then((can) => this.#learn(() => (this.feedback = can ? "open" : "hidden")))
      void canAcceptFiles(client).then((can) => this.#learn(() => (this.takesFiles = can)))
    }
    if (this.cartId && !this.subject) void this.#readSubject()
    this.requestUpdate()
  }

  #learn(take: () => void): void {
    take()
    this.requestUpdate()
  }

  async #readSubject(): Promise<void> {
    const client = this.api
    if (!client) return
    this.#reading.abort()
    this.#reading = new AbortController()
    const { signal } = this.#reading
    try {
      const cart = await readCart(client, this.cartId, signal)
      this.subject = subjectOf(cart, this.lineItemId || null, this.speech.say("cart"))
    } catch (error) {
      if (signal.aborted) return
      this.#problem = isNegotiationError(error) ? error : new NegotiationError({ type: "unexpected", code: "unexpected_answer", status: 500, message: String(error) })
      this.requestUpdate()
    }
  }

  go(view: PanelView): void {
    this.view = view
    this.assistant = BEGINNING
    this.focusStart()
  }

  guide(assistant: AssistantState): void {
    this.assistant = assistant
    this.focusStart()
  }

  edit(change: Partial<AskDraft>): void {
    this.draft = { ...this.draft, ...change }
    const edited = Object.keys(change)
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([name]) => !edited.includes(name)))
    keep(`draft:${this.#place}`, this.draft)
    this.requestUpdate()
  }

  ask(): void {
    if (!this.subject) return
    const result = askBody(this.draft, this.subject.target, this.#fileId)
    this.faults = result.ok ? {} : result.faults
    if (result.ok) return this.act({ action: "ask", body: result.body })
    this.requestUpdate()
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("[aria-invalid]")?.focus())
  }

  act(command: CaseCommand): void {
    void this.store.act(command).then((done) => {
      if (!done) return
      if (command.action === "ask") {
        keep(`draft:${this.#place}`, null)
        this.negotiationId = this.store.negotiation?.id ?? ""
      }
      if (command.action === "message") return
      this.view = "main"
      this.focusStart()
    })
  }

  upload(file: File | null): void {
    this.#fileId = null
    if (!file || !this.api) return
    this.api.files.upload(file, file.name).then(
      ({ file: { id } }) => this.#learn(() => (this.#fileId = id)),
      (error: unknown) => this.#learn(() => (this.#problem = isNegotiationError(error) ? error : null))
    )
  }

  rate(value: "good" | "fair" | "bad"): void {
    const id = this.store.negotiation?.id
    this.feedback = "given"
    this.requestUpdate()
    // Tracking is no matter of the buyer's: where it fails, nobody is bothered.
    void this.api?.behaviour.record({ name: "feedback", value, ...(id ? { negotiation_id: id } : {}) }).catch(() => undefined)
  }

  startAgain(): void {
    this.negotiationId = ""
    this.feedback = "hidden"
    this.focusStart()
  }

  leave(): void {
    this.tell("negotiation-close")
  }

  protected override render(): TemplateResult {
    const { speech, store, subject } = this
    if (store.negotiation) return caseView({ panel: this, negotiation: store.negotiation })
    const problem = store.problem ?? this.#problem
    const again = (): void => {
      this.#problem = null
      if (this.cartId && !this.subject) void this.#readSubject()
      store.tryAgain()
    }
    const note = problemNote(speech, problem, again)
    if (store.busy === "ask") return waiting(speech, "asking", store.slow)
    if (this.negotiationId || !subject) return problem ? html`${note}` : waiting(speech, "loading", false)
    return html`<div class="stack">${note}${askForm(this, subject)}</div>`
  }
}
