import type { StoreFile } from "../../../contract"
import { keepFile } from "../../../workflows/attachment/keep-file"
import { buyerRoute, requirePace } from "../buyer-route"
import { readUpload } from "./read-upload"

const FILES_A_MINUTE = 10

/**
 * `POST /store/negotiation-files`: keeps a file as evidence, private, for the uploader's company. Sent twice it is kept twice: what
 * nothing names is forgotten after two days.
 */
export const POST = buyerRoute(async ({ req, res, customer_id }) => {
  await requirePace(req.scope, `${customer_id}/files`, FILES_A_MINUTE)
  const { id, name, type, size, created_at } = await keepFile(req.scope, { customer_id, ...(await readUpload(req)) })
  const file: StoreFile = { id, name, type, size, created_at: new Date(created_at).toISOString() }
  res.status(201).json({ file })
})
