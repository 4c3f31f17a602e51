import type { NegotiationFileAnswer } from "../answers"
import { command } from "../command"
import type { CommandOptions } from "../config"
import type { Transport } from "../transport"

/** Evidence for a competing offer. */
export class Files {
  constructor(private readonly transport: Transport) {}

  /** `POST /store/negotiation-files` @throws NegotiationError; 404 where the store keeps no files */
  upload(file: Blob, name: string, options?: CommandOptions): Promise<NegotiationFileAnswer> {
    const form = new FormData()
    form.append("file", file, name)
    return command(this.transport, "/store/negotiation-files", form, options)
  }
}
