import type { NegotiationFileAnswer } from "../answers"
import { command, segment } from "../command"
import type { CommandOptions, RequestOptions } from "../config"
import type { Transport } from "../transport"

/** Evidence for a competing offer, or with a message. */
export class Files {
  constructor(private readonly transport: Transport) {}

  /** `POST /store/negotiation-files`: PDF or a picture. @throws NegotiationError `file_too_large`, `file_type` */
  upload(file: Blob, name: string, options?: CommandOptions): Promise<NegotiationFileAnswer> {
    const form = new FormData()
    form.append("file", file, name)
    return command(this.transport, "/store/negotiation-files", form, options)
  }

  /** `GET /store/negotiation-files/:id`: its content. @throws NegotiationError */
  content(id: string, options: RequestOptions = {}): Promise<Blob> {
    return this.transport.read(`/store/negotiation-files/${segment(id)}`, options)
  }
}
