import type { AgreementsQuery } from "../../hooks/use-agreements"

/** Days ahead that count as soon. The words of the view name them too. */
export const SOON_DAYS = 14

/** The saved views of the agreements, in the order of their tabs. */
export const AGREEMENT_VIEWS = ["active", "flagged", "ending", "ended", "all"] as const
/** One of {@link AGREEMENT_VIEWS}. */
export type AgreementView = (typeof AGREEMENT_VIEWS)[number]

/** The view named in the address, or the first one. */
export function agreementViewOf(name: string | null): AgreementView {
  return AGREEMENT_VIEWS.find((view) => view === name) ?? "active"
}

/** The filters of a view. */
export const AGREEMENT_QUERIES: Record<AgreementView, AgreementsQuery> = {
  active: { status: "active" },
  flagged: { flagged: "true" },
  ending: { ending_in_days: SOON_DAYS },
  ended: { status: "used_up,expired,revoked,superseded" },
  all: {},
}
