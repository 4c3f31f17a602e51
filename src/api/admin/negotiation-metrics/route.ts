import { Modules } from "@medusajs/framework/utils"
import { metricsQuerySchema } from "../../../contract"
import { parse } from "../../errors"
import { adminRoute, negotiationsOf, type AdminRequest } from "../request"
import { periodOf } from "./period"

/** Where a store names no currency of its own. */
const NO_CURRENCY = "usd"

/** The store's default currency: what a store without any negotiation is measured in. */
async function storeCurrency(req: AdminRequest): Promise<string> {
  const [store] = await req.scope.resolve(Modules.STORE).listStores({}, { relations: ["supported_currencies"], take: 1 })
  const currencies = store?.supported_currencies ?? []
  return (currencies.find((each) => each.is_default) ?? currencies[0])?.currency_code ?? NO_CURRENCY
}

/** `GET /admin/negotiation-metrics`: what negotiating did, by week and in all, in one currency. */
export const GET = adminRoute(async (req, res) => {
  const query = parse(metricsQuerySchema, req.query)
  const now = new Date()
  const filters = {
    ...periodOf(query, now),
    fallback_currency_code: query.currency_code ?? (await storeCurrency(req)),
    ...(query.currency_code === undefined ? {} : { currency_code: query.currency_code }),
    ...(query.segment === undefined ? {} : { segment: query.segment }),
  }
  res.json(await negotiationsOf(req).metrics(filters, now))
})
