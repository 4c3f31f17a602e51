import { useAgreementCounts } from "../../hooks/use-agreements"
import { ViewTabs } from "../common/view-tabs"
import { AGREEMENT_QUERIES, AGREEMENT_VIEWS, type AgreementView } from "./views"

/** Views whose number is worth a glance. */
const COUNTED: readonly AgreementView[] = ["active", "flagged", "ending"]

/** The saved views of the agreements with how many are in each. Belongs inside a `Tabs` root. */
export function AgreementTabs() {
  const found = useAgreementCounts(COUNTED.map((view) => AGREEMENT_QUERIES[view]))
  const counts = Object.fromEntries(COUNTED.map((view, index) => [view, found[index]]))
  return <ViewTabs words="agreements" views={AGREEMENT_VIEWS} counts={counts} alarming="flagged" />
}
