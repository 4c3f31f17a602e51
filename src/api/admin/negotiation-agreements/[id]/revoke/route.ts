import { ContractError, revokeSchema, type RevokeBody } from "../../../../../contract"
import { announceRevocationWorkflow } from "../../../../../workflows/agreement/announce-revocation"
import { endAgreementsWorkflow } from "../../../../../workflows/agreement/end-agreements"
import { parse } from "../../../../errors"
import { readAgreement, readAgreementDetail } from "../../read"
import { actorOf, adminRoute, idOf, type AdminRequest } from "../../../request"

const DAY_MS = 86_400_000

/** Ends the agreement now, or says when it will end. @returns false where it had ended before */
async function revoke(req: AdminRequest, id: string, { note, reason_code, notice_days }: RevokeBody): Promise<boolean> {
  const revocation = { ids: [id], reason: reason_code ?? "agreement_revoked", actor: { type: "seller" as const, id: actorOf(req) }, note }
  if (notice_days === 0) {
    const { result } = await endAgreementsWorkflow(req.scope).run({ input: { ...revocation, status: "revoked" } })
    return result.length > 0
  }
  const at = new Date(Date.now() + notice_days * DAY_MS).toISOString()
  const { result } = await announceRevocationWorkflow(req.scope).run({ input: { ...revocation, at } })
  return result.length > 0
}

/**
 * `POST /admin/negotiation-agreements/:id/revoke`: the agreement ends and its prices leave the company's list, at once or
 * after a notice during which it holds as before. Announcing again replaces what was announced.
 * @throws ContractError `already_ended` with `details.status` where it has ended before
 */
export const POST = adminRoute(async (req, res) => {
  const body = parse(revokeSchema, req.body)
  const { id } = await readAgreement(req, idOf(req))
  const done = await revoke(req, id, body)
  const agreement = await readAgreementDetail(req, id)
  if (!done) throw new ContractError("already_ended", "This agreement has ended", { status: agreement.status })
  res.json({ agreement })
})
