import { createHash } from "node:crypto"
import { keepFile } from "../../../workflows/attachment/keep-file"
import { presentFile } from "../../present-file"
import { readUpload } from "../../read-upload"
import { buyerRoute, requirePace } from "../buyer-route"
import { answerOnce } from "../idempotency"

const FILES_A_MINUTE = 10

/**
 * `POST /store/negotiation-files`: keeps a file as evidence, private, for the uploader's company. Sent twice without a key it is kept
 * twice: what nothing names is forgotten after two days.
 */
export const POST = buyerRoute(async (request) => {
  const { req, customer_id } = request
  await requirePace(req.scope, `${customer_id}/files`, FILES_A_MINUTE)
  const { name, content } = await readUpload(req)
  // The same file is the same body, whatever the form around it looks like.
  const body = { name, content: createHash("sha256").update(content).digest("hex") }
  await answerOnce(request, body, async () => ({ file: presentFile(await keepFile(req.scope, { customer_id, name, content })) }))
})
