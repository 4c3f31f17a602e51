import { Modules } from "@medusajs/framework/utils"
import { metricsQuerySchema, type MetricsAnswer } from "../../../contract"
import { daysAfter, startOf } from "../../../insight/weeks"
import { INSIGHT_MODULE, type InsightModuleService } from "../../../modules/insight"
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

/** `GET /admin/negotiation-metrics`: what negotiating did, by week and in all, in one currency, and how it went for buyers. */
export const GET = adminRoute(async (req, res) => {
  const query = parse(metricsQuerySchema, req.query)
  const now = new Date()
  const period = periodOf(query, now)
  const segment = query.segment === undefined ? {} : { segment: query.segment }
  const filters = {
    ...period,
    ...segment,
    fallback_currency_code: query.currency_code ?? (await storeCurrency(req)),
    ...(query.currency_code === undefined ? {} : { currency_code: query.currency_code }),
  }
  const [figures, ratings] = await Promise.all([
    negotiationsOf(req).metrics(filters, now),
    req.scope.resolve<InsightModuleService>(INSIGHT_MODULE).ratings({ starts: startOf(period.from), ends: startOf(daysAfter(period.to, 1)), ...segment }),
  ])
  const answer: MetricsAnswer = { ...figures, ratings }
  res.json(answer)
})
