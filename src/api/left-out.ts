import type { CaseRecord } from "../modules/negotiation/case-records"

/** How the engine's trace ends where a way to ship is too slow. */
const TOO_LATE = ": arrives_too_late"

/** The day the buyer needs the goods by, where the last decision left slower deliveries out for it. */
export function neededBy({ negotiation }: Pick<CaseRecord, "negotiation">): string | undefined {
  const terms = (negotiation.decision?.trace ?? []).flatMap((line) => line.terms)
  const late = terms.some(({ term, value }) => term === "lever_left_out" && String(value).endsWith(TOO_LATE))
  return late ? negotiation.context.needed_by : undefined
}
