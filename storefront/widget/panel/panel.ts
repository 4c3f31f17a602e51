import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from "lit"
import type { NegotiationClient, NegotiationError } from "../../client"
import { caseTitle } from "../base/case-title"
import { NegotiationElement } from "../base/element"
import { problemNote } from "../base/problem"
import { problemOf } from "../base/problem-words"
import { keep, recall } from "../base/storage"
import type { CaseCommand } from "../case/pending"
import { CaseStore } from "../case/case-store"
import type { AgreedCart } from "./agreed-cart"
import { askBody, type AskDraft, type AskFaults } from "./ask-body"
import { askForm } from "./ask-form"
import { AskedAbout } from "./asked-about"
import { BEGINNING, type AssistantState } from "./assistant-state"
import { caseView } from "./case-view"
import { Evidence, type FileField } from "./evidence"
import { Focus } from "./focus"
import type { PanelHost, PanelView } from "./host"
import { loadOnDemand } from "./load-on-demand"
import { saveFile } from "./save-file"
import { Messages } from "./messages"
import { panelStyles } from "./styles"
import type { AskSubject } from "./subject"
import { Telling } from "./telling"
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
    known: { attribute: false },
    closable: { type: Boolean },
    titled: { attribute: false },
  }
  static override styles: CSSResultGroup = [NegotiationElement.styles, panelStyles]

  declare negotiationId: string
  declare cartId: string
  declare lineItemId: string
  /** What is asked for, where the page knows it already; else the panel reads the cart. */
  declare known: AskSubject | null
  declare closable: boolean
  declare titled: boolean
  readonly store = new CaseStore(this)
  view: PanelView = "main"
  formVersion = 0
  draft: AskDraft = {}
  faults: AskFaults = {}
  assistant: AssistantState = BEGINNING
  onDemand: PanelHost["onDemand"] = null
  readonly evidence = new Evidence(this)
  readonly telling = new Telling(this)
  agreedCart: AgreedCart | null = null
  readonly #askedAbout = new AskedAbout(this)
  readonly messages = new Messages(this)
  readonly #focus = new Focus(this)
  problem: NegotiationError | null = null
  /** Does again what went wrong. */
  #again: () => void = () => undefined
  /** What was opened last; null before anything was. */
  #opened: string | null = null
  #drawn: PanelHost["store"]["negotiation"] = null

  constructor() {
    super()
    this.negotiationId = ""
    this.cartId = ""
    this.lineItemId = ""
    this.known = null
    this.closable = false
    this.titled = false
  }

  override disconnectedCallback(): void {
    if (!this.store.negotiation && this.store.busy === null && this.draft.price) this.telling.track({ name: "abandoned", stage: "ask" })
    super.disconnectedCallback()
    this.#askedAbout.forget()
  }

  protected override prepare(): void {
    this.#open()
  }

  protected override updated(changed: PropertyValues): void {
    if (this.#opened !== this.#what) {
      const known = changed.get("negotiationId") === "" && this.store.negotiation?.id === this.negotiationId
      this.#opened = this.#what
      if (!known) this.#open()
    } else if (changed.get("known") !== undefined) this.#find()
    void this.#followCart()
  }

  /** A panel that opens, an answer, and moving the focus are tasks of their own: a slow phone breathes in between. What is typed is not kept waiting. */
  protected override async scheduleUpdate(): Promise<void> {
    const { negotiation } = this.store
    if (!this.hasUpdated || negotiation !== this.#drawn) await new Promise((resolve) => setTimeout(resolve))
    this.#drawn = negotiation
    await super.scheduleUpdate()
  }

  /** Puts the focus where the buyer goes on: for whoever opens a dialog around the panel. */
  focusStart(): void {
    this.#focus.want()
  }

  get #place(): string {
    return `${this.cartId}:${this.lineItemId || "cart"}`
  }

  /** Everything that makes it another panel. */
  get #what(): string {
    return `${this.negotiationId} ${this.#place}`
  }

  #open(): void {
    this.#opened = this.#what
    this.view = "main"
    this.faults = {}
    this.assistant = BEGINNING
    this.problem = null
    this.draft = recall<AskDraft>(`draft:${this.#place}`) ?? {}
    this.evidence.forget()
    this.store.open(this.#place, this.negotiationId || null)
    if (this.api) this.telling.begin()
    this.messages.forget()
    this.#find()
    this.requestUpdate()
  }

  get subject(): AskSubject | null {
    return this.known ?? this.#askedAbout.subject
  }

  /** Reads what is asked about, where the page did not say it. */
  #find(): void {
    if (this.cartId && !this.known) void this.#askedAbout.read(this.cartId, this.lineItemId || null)
    else this.#askedAbout.forget()
  }

  go(view: PanelView): void {
    const { id: negotiation_id, version } = this.store.negotiation ?? {}
    this.view = view
    this.formVersion = version ?? 0
    if (view !== "main") void this.#load(view)
    if (view === "guide" && negotiation_id) this.telling.track({ name: "guide_used", negotiation_id })
    this.assistant = BEGINNING
    this.focusStart()
  }

  /** Once something is agreed the cart is looked at. Where that can't be had, nothing is said of the cart. */
  async #followCart(): Promise<void> {
    if (!this.agreedCart && this.store.negotiation?.status === "agreed") {
      const loaded = await loadOnDemand().catch(() => null)
      if (loaded) this.agreedCart ??= new loaded.AgreedCart(this)
    }
    this.agreedCart?.follow(this.store.negotiation)
  }

  /** Loads what was tapped for. Where it can't be had, everything else is still there, and why is said. */
  async #load(view: PanelView): Promise<void> {
    this.onDemand = await loadOnDemand().catch((error: unknown) => {
      this.go("main")
      this.failed(error, () => this.go(view))
      return this.onDemand
    })
    this.requestUpdate()
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
    const { state } = this.evidence
    // A file that was chosen belongs to the request: without it nothing is sent.
    if (state === "sending" || state === "failed") return void this.evidence.arrived().then((there) => (there ? this.ask() : undefined))
    const result = askBody(this.draft, this.subject.target, this.speech.pieces, this.evidence.id)
    this.faults = result.ok ? {} : result.faults
    if (result.ok) return this.act({ action: "ask", body: result.body })
    this.requestUpdate()
    void this.updateComplete.then(() => {
      const wrong = this.renderRoot.querySelector<HTMLElement>("[aria-invalid]")
      wrong?.closest("details")?.setAttribute("open", "")
      wrong?.focus()
    })
  }

  act(command: CaseCommand): void {
    this.problem = null
    void this.store.act(command).then((done) => {
      if (done) return this.#done(command)
      // What the form spoke of has moved: what there is now is shown before anything else is sent.
      if (this.store.problem?.code === "stale_version" && this.view !== "guide") this.go("main")
    })
  }

  /** Something is answered: the panel goes on from there. */
  #done({ action }: CaseCommand): void {
    if (action === "message") return this.messages.arrived()
    if (action === "ask") {
      keep(`draft:${this.#place}`, null)
      this.draft = {}
      this.negotiationId = this.store.negotiation?.id ?? ""
    }
    this.view = "main"
    this.focusStart()
  }

  upload(field: FileField): void {
    this.problem = null
    this.evidence.choose(field)
  }

  /** Notes what went wrong beside the case itself, and what does it again. */
  failed(error: unknown, again: () => void): void {
    const problem = problemOf(error)
    if (problem.status === 401) return void this.store.fail(problem)
    this.problem = problem
    this.#again = again
    this.requestUpdate()
  }

  applyAgreement(): void {
    if (this.store.negotiation) void this.agreedCart?.apply(this.store.negotiation)
  }

  save(name: string, read: (client: NegotiationClient) => Promise<Blob>): void {
    const client = this.api
    if (!client) return
    this.problem = null
    void read(client).then((content) => saveFile(content, name), (error: unknown) => this.failed(error, () => this.save(name, read)))
  }

  sawWhy(): void {
    const { id, offer } = this.store.negotiation ?? {}
    const option_kind = offer?.options[0]?.kind
    if (id && option_kind) this.telling.track({ name: "option_viewed", negotiation_id: id, option_kind })
  }

  startAgain(): void {
    // From a list there is no cart to ask from: what can be asked anew is the case itself.
    if (!this.subject) return this.store.negotiation?.allowed_actions.includes("counter") ? this.go("counter") : void this.store.refresh()
    this.negotiationId = ""
    this.tell("negotiation-again")
    this.telling.feedback = "hidden"
    this.focusStart()
  }

  leave(): void {
    this.tell("negotiation-close")
  }

  tryAgain(): void {
    // What is said of the case goes first.
    const again = this.problem && !this.store.problem ? this.#again : null
    this.problem = null
    this.requestUpdate()
    if (again) return again()
    void this.store.tryAgain().then((answered) => answered && this.#done(answered))
  }

  protected override skeleton(): TemplateResult {
    return waiting("\u00a0")
  }

  /** Where the case stands is told to who can't see it, whoever moved it. */
  protected override render(): TemplateResult {
    const { negotiation } = this.store
    return html`<p class="hidden" role="status">${negotiation ? caseTitle(this.speech, negotiation) : nothing}</p>${negotiation ? caseView({ panel: this, negotiation }) : this.#before()}`
  }

  /** What there is before a case: the form, or the way to it. */
  #before(): TemplateResult {
    const { speech, store, subject } = this
    const problem = store.problem ?? this.problem
    const note = problemNote(speech, problem, () => this.tryAgain())
    if (store.busy === "ask") return waiting(speech.say(store.slow ? "still_trying" : "asking"))
    if (!this.negotiationId && this.#askedAbout.gone) return html`<p class="note" role="status">${speech.say(this.lineItemId ? "not_in_cart" : "cart_empty")}</p>`
    if (this.negotiationId || !subject) return problem ? html`${note}` : waiting(speech.say("loading"))
    return html`<div class="stack">${note}${askForm(this, subject)}</div>`
  }
}
