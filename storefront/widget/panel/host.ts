import type { TemplateResult } from "lit"
import type { NegotiationClient, NegotiationError, StoreNegotiation } from "../../client"
import type { CaseCommand } from "../case/pending"
import type { CaseStore } from "../case/case-store"
import type { Speech } from "../phrases"
import type { AgreedCart } from "./agreed-cart"
import type { AskDraft, AskFaults } from "./ask-body"
import type { AssistantState } from "./assistant-state"
import type { Evidence, FileField } from "./evidence"
import type { Messages } from "./messages"
import type { AskSubject } from "./subject"
import type { Telling } from "./telling"

/** Which part of the panel the buyer is in. */
export type PanelView = "main" | "counter" | "refuse" | "person" | "guide"

/** The parts that are loaded when they are tapped for. */
export type OnDemandPart = "assistantView" | "counterForm" | "refuseForm" | "personForm"

/** What is loaded when it is tapped for, or once something is agreed. */
export type OnDemand = Readonly<Record<OnDemandPart, (context: CaseContext) => TemplateResult>> & { readonly AgreedCart: typeof AgreedCart }

/** What the panel's parts know of the panel. */
export interface PanelHost {
  readonly speech: Speech
  readonly store: CaseStore
  readonly view: PanelView
  /** The version of the case the open form was opened on: it speaks of what the buyer saw then. */
  readonly formVersion: number
  /** What went wrong beside the case itself. */
  readonly problem: NegotiationError | null
  tryAgain(): void
  /** What is asked for; null where nobody knows yet, or for a case of the list. */
  readonly subject: AskSubject | null
  readonly draft: AskDraft
  readonly faults: AskFaults
  readonly assistant: AssistantState
  /** The guided way and the forms, once somebody wants one of them. */
  readonly onDemand: OnDemand | null
  /** Whether there is something to go back to. */
  readonly closable: boolean
  /** Whether what is around the panel says already how many offers there are to choose from. */
  readonly titled: boolean
  /** The cart the panel stands beside; empty in a list. */
  readonly cartId: string
  /** The case's cart beside what was agreed; null before something is. */
  readonly agreedCart: AgreedCart | null
  /** Brings what was agreed into the cart. */
  applyAgreement(): void
  readonly telling: Telling
  /** The file that goes with an ask. */
  readonly evidence: Evidence
  go(view: PanelView): void
  edit(change: Partial<AskDraft>): void
  ask(): void
  upload(field: FileField): void
  /** What is written to the seller's people. */
  readonly messages: Messages
  /** Saves what only the buyer's login may read. */
  save(name: string, read: (client: NegotiationClient) => Promise<Blob>): void
  guide(state: AssistantState): void
  /** Does something with the case, and shows it when it is done. */
  act(command: CaseCommand): void
  /** The buyer read why an offer is what it is. */
  sawWhy(): void
  /** Draws the panel anew: for what only time has changed. */
  requestUpdate(): void
  /** Leaves a case that is over, or whose offer has run out, for a new ask. */
  startAgain(): void
  /** Asks whoever opened the panel to close it. */
  leave(): void
}

/** The panel showing a case. */
export interface CaseContext {
  readonly panel: PanelHost
  readonly negotiation: StoreNegotiation
}
