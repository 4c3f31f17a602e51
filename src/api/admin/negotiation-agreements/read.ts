import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminAgreement, AdminAgreementDetail, AdminAgreementUse } from "../../../contract"
import type { AgreementUseRow } from "../../../modules/negotiation/queries"
import { notFound } from "../../errors"
import { presentEvent } from "../present-event"
import { negotiationsOf, type AdminRequest } from "../request"
import { adminAgreement } from "./present"

/** One agreement as lists show it. @throws ContractError `not_found` */
export async function readAgreement(req: AdminRequest, id: string): Promise<AdminAgreement> {
  const { rows } = await negotiationsOf(req).agreementRows({ ids: [id], limit: 1, offset: 0 })
  const [agreement] = rows
  if (!agreement) throw notFound()
  return adminAgreement(agreement)
}

/** Numbers of orders as people name them, in one read; an order that is gone has none. */
async function orderNumbers(req: AdminRequest, uses: readonly AgreementUseRow[]): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(uses.flatMap(({ order_id }) => (order_id === null ? [] : [order_id])))]
  if (ids.length === 0) return new Map()
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ["id", "display_id"], filters: { id: ids } })
  return new Map(data.map((order) => [order.id, Number(order.display_id)]))
}

function presentUse(use: AgreementUseRow, titles: ReadonlyMap<string, string>, numbers: ReadonlyMap<string, number>): AdminAgreementUse {
  const { id, status, checked, order_id, created_at } = use
  return {
    ...{ id, status, checked, order_id },
    order_display_id: order_id === null ? null : (numbers.get(order_id) ?? null),
    lines: use.lines.map(({ variant_id, quantity, unit_price }) => ({
      variant_id,
      title: titles.get(variant_id) ?? null,
      quantity: Number(quantity),
      unit_price: unit_price === undefined || unit_price === null ? null : Number(unit_price),
    })),
    at: created_at,
  }
}

/** One agreement with what became of it, read anew: every command answers with it. @throws ContractError `not_found` */
export async function readAgreementDetail(req: AdminRequest, id: string): Promise<AdminAgreementDetail> {
  const [agreement, story] = await Promise.all([readAgreement(req, id), negotiationsOf(req).agreementStory(id)])
  const numbers = await orderNumbers(req, story.uses)
  const titles = new Map(agreement.lines.map((line) => [line.variant_id, line.title]))
  return {
    ...agreement,
    uses: story.uses.map((use) => presentUse(use, titles, numbers)),
    uses_count: story.uses_count,
    history: story.events.map(presentEvent),
  }
}
