import { adminListQuerySchema } from "../../../contract"
import { parse } from "../../errors"
import { sendPage } from "../lists"
import { actorOf, adminRoute, negotiationsOf } from "../request"
import { queueQuery } from "./filters"

/** `GET /admin/negotiations`: the approval queue, filtered, ordered and page by page. */
export const GET = adminRoute(async (req, res) => {
  const query = parse(adminListQuerySchema, req.query)
  sendPage(res, "negotiations", await negotiationsOf(req).queueRows(queueQuery(query, actorOf(req)), new Date()), query)
})
