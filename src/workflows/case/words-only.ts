import { ContractError } from "../../contract"
import { isEnded } from "../../lifecycle"
import type { CaseRecord, NegotiationRecord } from "../../modules/negotiation/case-records"
import type { CaseChange } from "../../modules/negotiation/case-types"
import { frameOf, type PreparedCommand } from "./prepared"

/**
 * A message may be written to a case as long as it is open, whoever's turn it is, and speak of one of its lines.
 *
 * @throws ContractError `already_ended`, `unknown_line`
 */
export function requireWritable({ negotiation, lines }: CaseRecord, lineId: string | undefined): void {
  if (isEnded(negotiation.status)) throw new ContractError("already_ended", "This negotiation is closed")
  if (lineId !== undefined && !lines.some((line) => line.id === lineId)) {
    throw new ContractError("unknown_line", "A line is not in this negotiation", { line_id: lineId })
  }
}

/** A command that adds words to a case and leaves everything else as it is, its version too. */
export function wordsOnly(negotiation: NegotiationRecord, said: Pick<CaseChange, "events" | "message" | "idempotency">): PreparedCommand {
  return {
    ...frameOf(negotiation),
    change: { negotiation_id: negotiation.id, expected_version: negotiation.version, leaves_version: true, patch: {}, ...said },
    events: [],
    cart_id: null,
  }
}
