import { openOwnFile } from "../../../../workflows/attachment/open-file"
import { notFound } from "../../../errors"
import { sendFile } from "../../../send-file"
import { buyerRoute } from "../../buyer-route"

/** `GET /store/negotiation-files/:id`: the content of a file of the buyer's company. */
export const GET = buyerRoute(async ({ req, res, customer_id }) => {
  const file = await openOwnFile(req.scope, req.params["id"] ?? "", customer_id)
  if (file === null) throw notFound()
  await sendFile(res, file)
})
