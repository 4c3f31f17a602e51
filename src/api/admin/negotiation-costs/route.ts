import { Modules } from "@medusajs/framework/utils"
import { adminPageQuerySchema, costsBodySchema } from "../../../contract"
import { saveCostsWorkflow } from "../../../workflows/cost"
import { parse } from "../../errors"
import { sendPage } from "../lists"
import { actorOf, adminRoute, negotiationsOf, type AdminRequest } from "../request"

const listQuerySchema = adminPageQuerySchema.pick({ variant_id: true, q: true, limit: true, offset: true })

/** Most variants a search looks up costs for. */
const SEARCH_LIMIT = 500

/** Variants whose title or SKU the search finds; undefined where nothing is searched. */
async function variantsFound(req: AdminRequest, query: { variant_id?: string | undefined; q?: string | undefined }): Promise<string[] | undefined> {
  if (query.variant_id !== undefined) return [query.variant_id]
  const q = query.q?.trim()
  if (!q) return undefined
  const variants = await req.scope.resolve(Modules.PRODUCT).listProductVariants({ q }, { select: ["id"], take: SEARCH_LIMIT })
  return variants.map((variant) => variant.id)
}

/** `GET /admin/negotiation-costs`: unit costs, the latest date first. */
export const GET = adminRoute(async (req, res) => {
  const { limit, offset, ...query } = parse(listQuerySchema, req.query)
  const variant_ids = await variantsFound(req, query)
  const found = await negotiationsOf(req).costRows({ limit, offset, ...(variant_ids === undefined ? {} : { variant_ids }) })
  sendPage(res, "costs", found, { limit, offset })
})

/** `POST /admin/negotiation-costs`: adds or corrects unit costs, all of them or none. */
export const POST = adminRoute(async (req, res) => {
  const { costs } = parse(costsBodySchema, req.body)
  const now = new Date().toISOString()
  const dated = costs.map(({ valid_from, ...cost }) => ({ ...cost, valid_from: valid_from ?? now }))
  const { result } = await saveCostsWorkflow(req.scope).run({ input: { actor_id: actorOf(req), costs: dated } })
  const { rows, count } = await negotiationsOf(req).costRows({ ids: result, limit: result.length, offset: 0 })
  res.status(201).json({ costs: rows, count })
})
