import type { CaseStore } from "../case/case-store"
import type { CaseCommand } from "../case/pending"
import type { Evidence } from "./evidence"

/** What writing needs of the panel it happens in. */
export interface MessagesHost {
  readonly store: CaseStore
  readonly evidence: Evidence
  act(command: CaseCommand): void
  /** Told what went wrong, and how to try it again. */
  failed(error: unknown, again: () => void): void
}

/** Messages to the seller's people on their way, with a file or without. */
export class Messages {
  #sent: (() => void) | null = null

  constructor(private readonly host: MessagesHost) {}

  /** Writes one. While something is on its way nothing is written. @param sent called once it is there: until then what was written stays */
  write(message: string, file: File | null, sent: () => void): void {
    const { store, evidence } = this.host
    const id = store.negotiation?.id
    if (!id || store.busy) return
    this.#sent = sent
    const send = (file_ids?: string[]): void => this.host.act({ action: "message", id, body: { message, ...(file_ids ? { file_ids } : {}) } })
    if (file === null) return send()
    // The words are not sent without what they speak of, and nothing else is meanwhile.
    store.busy = "message"
    const then = (go: () => void): void => {
      // Another case is shown by now.
      if (this.#sent !== sent) return
      store.busy = null
      go()
    }
    void evidence.send(file).then(
      (fileId) => then(() => send([fileId])),
      (error: unknown) => then(() => this.host.failed(error, () => this.write(message, file, sent)))
    )
  }

  /** The message is there. */
  arrived(): void {
    this.#sent?.()
    this.#sent = null
  }

  /** Forgets what was written about a case that is left. */
  forget(): void {
    this.#sent = null
  }
}
