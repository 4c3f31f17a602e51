import type { NegotiationClient } from "../../client"

/** What files need of the panel they are left in. */
export interface EvidenceHost {
  readonly api: NegotiationClient | null
  requestUpdate(): void
  /** Told what went wrong. */
  failed(error: unknown): void
}

/** The file that goes with an ask: chosen, on its way, kept. Files of messages are sent on their own. */
export class Evidence {
  /** Whether a file is on its way, or there. */
  state: "none" | "sending" | "kept" = "none"
  /** The kept file. */
  id: string | null = null
  #sending: Promise<void> = Promise.resolve()

  constructor(private readonly host: EvidenceHost) {}

  /** Resolves once nothing is on its way any more. */
  get settled(): Promise<void> {
    return this.#sending
  }

  /** Forgets what was chosen. */
  forget(): void {
    this.id = null
    this.state = "none"
  }

  /** Sends a file with what is about to be asked; null takes it back. */
  choose(file: File | null): void {
    this.forget()
    if (file !== null) {
      this.state = "sending"
      const sending = this.send(file).then((id) => {
        // Another file was chosen meanwhile, or another line.
        if (this.#sending !== sending || this.state !== "sending") return
        this.id = id
        this.state = id === null ? "none" : "kept"
        this.host.requestUpdate()
      })
      this.#sending = sending
    }
    this.host.requestUpdate()
  }

  /** Sends a file. @returns its id, or null with the panel told why */
  async send(file: File): Promise<string | null> {
    try {
      return (await this.host.api?.files.upload(file, file.name))?.file.id ?? null
    } catch (error) {
      this.host.failed(error)
      return null
    }
  }
}
