import type { NegotiationClient } from "../../client"
import { networkError } from "../../client/errors"
import { canTryAgain, problemOf } from "../base/problem-words"

/** What files need of the panel they are left in. */
export interface EvidenceHost {
  readonly api: NegotiationClient | null
  requestUpdate(): void
  /** Told what went wrong, and how to try it again. */
  failed(error: unknown, again: () => void): void
}

/** A field a file is chosen in. */
export type FileField = Pick<HTMLInputElement, "files" | "value">

/** Files on their way: the one that goes with an ask, chosen before it, and those of messages, sent with them. */
export class Evidence {
  /** Whether a file for the ask is on its way, is there, or is still to be sent. */
  state: "none" | "sending" | "kept" | "failed" = "none"
  /** The kept file. */
  id: string | null = null
  /** Whether any file is on its way. */
  busy = false
  #field: FileField | null = null
  #sending: Promise<void> = Promise.resolve()
  #turn = 0
  /** What is there already is not sent twice. */
  readonly #sent = new WeakMap<File, string>()

  constructor(private readonly host: EvidenceHost) {}

  /** Forgets what was chosen. */
  forget(): void {
    this.id = null
    this.state = "none"
    this.#turn += 1
  }

  /** Sends what a field holds with what is about to be asked; nothing takes it back. */
  choose(field: FileField): void {
    this.forget()
    this.#field = field
    const file = field.files?.[0]
    if (file) this.#sending = this.#keep(file, field)
    this.host.requestUpdate()
  }

  /** Whether the chosen file is there now: waits for one on its way, and sends again one that got lost. */
  async arrived(): Promise<boolean> {
    if (this.state === "failed" && this.#field) this.choose(this.#field)
    await this.#sending
    return this.state === "kept"
  }

  /** Sends a file. @returns its id @throws NegotiationError */
  async send(file: File): Promise<string> {
    const { api } = this.host
    const known = this.#sent.get(file)
    if (known !== undefined) return known
    if (!api) throw networkError("No store")
    this.busy = true
    this.host.requestUpdate()
    try {
      const { id } = (await api.files.upload(file, file.name)).file
      this.#sent.set(file, id)
      return id
    } finally {
      this.busy = false
      this.host.requestUpdate()
    }
  }

  async #keep(file: File, field: FileField): Promise<void> {
    const turn = this.#turn
    this.state = "sending"
    try {
      const id = await this.send(file)
      // Another file was chosen meanwhile, or another line.
      if (turn !== this.#turn) return
      this.id = id
      this.state = "kept"
      this.host.requestUpdate()
    } catch (error) {
      if (turn !== this.#turn) return
      const again = canTryAgain(problemOf(error))
      this.state = again ? "failed" : "none"
      // What the store does not take does not stand there as if it went along.
      if (!again) field.value = ""
      this.host.failed(error, () => this.choose(field))
    }
  }
}
