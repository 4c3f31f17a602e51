import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { ResolvedCompany } from "../../src/workflows"

const EMPLOYEE = `
  SELECT c.id, c.name, c.currency_code, c.spending_limit_reset_frequency, g.customer_group_id, e.spending_limit
  FROM company_employee_customer_customer l
  JOIN employee e ON e.id = l.employee_id AND e.deleted_at IS NULL
  JOIN company c ON c.id = e.company_id AND c.deleted_at IS NULL
  LEFT JOIN company_company_customer_customer_group g ON g.company_id = c.id AND g.deleted_at IS NULL
  WHERE l.customer_id = ? AND l.deleted_at IS NULL`

/** When the limit began to count, by the company's own setting, as the starter reckons: weeks begin on Sunday. */
function countedFrom(frequency: string, now = new Date()): Date {
  const [year, month, day] = [now.getFullYear(), now.getMonth(), now.getDate()]
  if (frequency === "daily") return new Date(year, month, day)
  if (frequency === "weekly") return new Date(year, month, day - now.getDay())
  if (frequency === "monthly") return new Date(year, month, 1)
  return frequency === "yearly" ? new Date(year, 0, 1) : new Date(0)
}

/** What a customer's orders since then come to, freight and tax included; cancelled ones left out. */
async function spentSince(container: MedusaContainer, customer_id: string, since: string): Promise<number> {
  const orders = await container.resolve(Modules.ORDER).listOrders({ customer_id, created_at: { $gte: since } }, { select: ["id", "status", "total"] })
  return orders.filter((order) => order.status !== "canceled").reduce((sum, order) => sum + Number(order.total), 0)
}

/** The company of Medusa's B2B starter that a customer buys for. A spending limit of 0 is none. */
export async function resolveCompany(customerId: string, container: MedusaContainer): Promise<ResolvedCompany | null> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(EMPLOYEE, [customerId])
  const [row] = rows
  if (!row) return null
  const { id, name, currency_code, customer_group_id } = row
  const amount = Number(row.spending_limit)
  if (amount === 0) return { id, name, customer_group_id }
  const spent = await spentSince(container, customerId, countedFrom(row.spending_limit_reset_frequency).toISOString())
  return { id, name, customer_group_id, buyer: { spending_limit: { amount, currency_code, spent } } }
}
