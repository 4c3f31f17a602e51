import { adminListQuerySchema } from "../../../contract"
import { parse } from "../../errors"
import { actorOf, adminRoute, negotiationsOf } from "../request"
import { queueQuery } from "./filters"

/** `GET /admin/negotiations`: the approval queue, filtered, ordered and page by page. */
export const GET = adminRoute(async (req, res) => {
  const query = parse(adminListQuerySchema, req.query)
  const { rows, count } = await negotiationsOf(req).queueRows(queueQuery(query, actorOf(req)), new Date())
  res.json({ negotiations: rows, count, offset: query.offset, limit: query.limit })
})
