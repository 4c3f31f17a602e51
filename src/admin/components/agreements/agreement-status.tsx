import { StatusBadge } from "@medusajs/ui"
import type { AgreementStatus } from "../../../contract"
import { useWords } from "../../hooks/use-words"

const COLORS: Record<AgreementStatus, "grey" | "green" | "red"> = { active: "green", used_up: "grey", expired: "grey", revoked: "red", superseded: "grey" }

/** Where an agreement stands, in words with a colour beside them. */
export function AgreementStatusBadge({ status }: { status: AgreementStatus }) {
  const words = useWords()
  return <StatusBadge color={COLORS[status]}>{words.agreementStatus(status)}</StatusBadge>
}
