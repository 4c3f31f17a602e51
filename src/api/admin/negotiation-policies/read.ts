import type { AdminPolicy } from "../../../contract"
import { notFound } from "../../errors"
import { negotiationsOf, type AdminRequest } from "../request"

/** A policy with the terms that answer now. @throws ContractError `not_found` */
export async function readPolicy(req: AdminRequest, id: string): Promise<AdminPolicy> {
  const { rows } = await negotiationsOf(req).policyRows({ id, limit: 1, offset: 0 })
  const [policy] = rows
  if (!policy) throw notFound()
  return policy
}
