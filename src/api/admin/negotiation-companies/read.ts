import type { AdminCompany } from "../../../contract"
import { notFound } from "../../errors"
import { negotiationsOf, type AdminRequest } from "../request"

/** A company's settings. @throws ContractError `not_found` */
export async function readCompany(req: AdminRequest, id: string): Promise<AdminCompany> {
  const { rows } = await negotiationsOf(req).companyRows({ id, limit: 1, offset: 0 })
  const [company] = rows
  if (!company) throw notFound()
  return company
}
