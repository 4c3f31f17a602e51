import { keepFile } from "../../../workflows/attachment/keep-file"
import { presentFile } from "../../present-file"
import { readUpload } from "../../read-upload"
import { buyerRoute, requirePace } from "../buyer-route"

const FILES_A_MINUTE = 10

/**
 * `POST /store/negotiation-files`: keeps a file as evidence, private, for the uploader's company. Sent twice it is kept twice: what
 * nothing names is forgotten after two days.
 */
export const POST = buyerRoute(async ({ req, res, customer_id }) => {
  await requirePace(req.scope, `${customer_id}/files`, FILES_A_MINUTE)
  res.status(201).json({ file: presentFile(await keepFile(req.scope, { customer_id, ...(await readUpload(req)) })) })
})
