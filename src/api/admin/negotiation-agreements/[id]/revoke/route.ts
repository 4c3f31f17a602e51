import { ContractError, revokeSchema } from "../../../../../contract"
import { endAgreementsWorkflow } from "../../../../../workflows/agreement/end-agreements"
import { parse } from "../../../../errors"
import { readAgreement, readAgreementDetail } from "../../read"
import { actorOf, adminRoute, idOf } from "../../../request"

/**
 * `POST /admin/negotiation-agreements/:id/revoke`: the agreement ends, its prices leave the company's list.
 * @throws ContractError `already_ended` with `details.status` where it has ended before
 */
export const POST = adminRoute(async (req, res) => {
  const { note } = parse(revokeSchema, req.body)
  const before = await readAgreement(req, idOf(req))
  const actor = { type: "seller" as const, id: actorOf(req) }
  const { result } = await endAgreementsWorkflow(req.scope).run({
    input: { ids: [before.id], status: "revoked", reason: "agreement_revoked", actor, note },
  })
  const agreement = await readAgreementDetail(req, before.id)
  if (result.length === 0) throw new ContractError("already_ended", "This agreement has ended", { status: agreement.status })
  res.json({ agreement })
})
