import type { StoreNegotiation } from "../../client"
import type { CaseCommand } from "../case/pending"
import type { CaseStore } from "../case/case-store"
import type { Speech } from "../phrases"
import type { AskDraft, AskFaults } from "./ask-body"
import type { AssistantState } from "./assistant"
import type { AskSubject } from "./subject"

/** Which part of the panel the buyer is in. */
export type PanelView = "main" | "counter" | "refuse" | "person" | "guide"

/** What the panel's parts know of the panel. */
export interface PanelHost {
  readonly speech: Speech
  readonly store: CaseStore
  readonly view: PanelView
  readonly subject: AskSubject | null
  readonly draft: AskDraft
  readonly faults: AskFaults
  readonly assistant: AssistantState
  /** Whether the store keeps files, as far as is known. */
  readonly takesFiles: boolean
  /** Whether there is something to go back to. */
  readonly closable: boolean
  readonly feedback: "hidden" | "open" | "given"
  go(view: PanelView): void
  edit(change: Partial<AskDraft>): void
  ask(): void
  upload(file: File | null): void
  guide(state: AssistantState): void
  /** Does something with the case, and shows it when it is done. */
  act(command: CaseCommand): void
  rate(value: "good" | "fair" | "bad"): void
  /** Leaves an ended case for a new ask. */
  startAgain(): void
  /** Asks whoever opened the panel to close it. */
  leave(): void
}

/** The panel showing a case. */
export interface CaseContext {
  readonly panel: PanelHost
  readonly negotiation: StoreNegotiation
}
