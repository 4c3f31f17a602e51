import { StatusBadge } from "@medusajs/ui"
import type { NegotiationStatus } from "../../../contract"
import { useWords } from "../../hooks/use-words"

const COLORS: Record<NegotiationStatus, "grey" | "orange" | "blue" | "green" | "red"> = {
  draft: "grey",
  in_review: "orange",
  awaiting_buyer: "blue",
  agreed: "green",
  ordered: "green",
  declined: "red",
  withdrawn: "grey",
  expired: "grey",
  revoked: "red",
}

/** Where a case stands, in words with a colour beside them. */
export function CaseStatus({ status }: { status: NegotiationStatus }) {
  const words = useWords()
  return <StatusBadge color={COLORS[status]}>{words.status(status)}</StatusBadge>
}
