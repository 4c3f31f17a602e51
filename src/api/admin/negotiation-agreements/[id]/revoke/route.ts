import { ContractError, revokeSchema, type AdminAgreement } from "../../../../../contract"
import { endAgreementsWorkflow } from "../../../../../workflows/agreement/end-agreements"
import { notFound, parse } from "../../../../errors"
import { adminAgreement } from "../../present"
import { actorOf, adminRoute, idOf, negotiationsOf, type AdminRequest } from "../../../request"

/** One agreement. @throws ContractError `not_found` */
async function readAgreement(req: AdminRequest): Promise<AdminAgreement> {
  const { rows } = await negotiationsOf(req).agreementRows({ ids: [idOf(req)], limit: 1, offset: 0 })
  const [agreement] = rows
  if (!agreement) throw notFound()
  return adminAgreement(agreement)
}

/**
 * `POST /admin/negotiation-agreements/:id/revoke`: the agreement ends, its prices leave the company's list.
 * @throws ContractError `already_ended` with `details.status` where it has ended before
 */
export const POST = adminRoute(async (req, res) => {
  const { note } = parse(revokeSchema, req.body)
  const before = await readAgreement(req)
  const actor = { type: "seller" as const, id: actorOf(req) }
  const { result } = await endAgreementsWorkflow(req.scope).run({
    input: { ids: [before.id], status: "revoked", reason: "agreement_revoked", actor, note },
  })
  const agreement = await readAgreement(req)
  if (result.length === 0) throw new ContractError("already_ended", "This agreement has ended", { status: agreement.status })
  res.json({ agreement })
})
