import { Modules } from "@medusajs/framework/utils"
import type { AdminNegotiation } from "../../../contract"
import { suggestForCase } from "../../../workflows/advice/suggest-for-case"
import { notFound } from "../../errors"
import { negotiationsOf, type AdminRequest } from "../request"
import { presentCase } from "./present"

/** The buyer's name as the store knows it now; null where they are gone or have none. */
async function customerName(req: AdminRequest, id: string): Promise<string | null> {
  const [customer] = await req.scope
    .resolve(Modules.CUSTOMER)
    .listCustomers({ id }, { select: ["id", "first_name", "last_name"], take: 1 })
  return [customer?.first_name, customer?.last_name].filter(Boolean).join(" ") || null
}

/**
 * One case as the admin answers it, read anew: every command answers with the case as it is afterwards.
 * @throws ContractError `not_found`
 */
export async function readNegotiation(req: AdminRequest, id: string): Promise<AdminNegotiation> {
  const service = negotiationsOf(req)
  const found = await service.caseForAdmin(id)
  if (found === null) throw notFound()
  const now = new Date()
  const [profile, customer_name, suggestion] = await Promise.all([
    service.profileOf(found.company_id),
    customerName(req, found.customer_id),
    suggestForCase(req.scope, id, now),
  ])
  return presentCase(found, { profile, suggestion, customer_name, now })
}
