import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useCaseChanges } from "../../hooks/use-case-changes"
import { AsOf } from "../common/as-of"
import { KeyHints } from "../common/key-hints"
import { AgreementSection } from "./agreement-section"
import { AssignmentSection } from "./assignment-section"
import { BuyerSection } from "./buyer-section"
import { canDecide, CaseHeader } from "./case-header"
import { ChangedMeanwhile } from "./changed-meanwhile"
import { FilesSection } from "./files-section"
import { HistorySection } from "./history-section"
import { LinesSection } from "./lines-section"
import { MessagesSection } from "./messages-section"
import { NotesSection } from "./notes-section"
import { OfferSection } from "./offer-section"
import { SuggestionSection } from "./suggestion-section"
import { TraceSection } from "./trace-section"

const NOTHING_FRESH: ReadonlySet<string> = new Set()

/** The case page's cards: what is decided about on the left, who it is about on the right. */
export function CasePage({ negotiation, readAt }: { negotiation: AdminNegotiation; readAt: number }) {
  const { t } = useTranslation("negotiation")
  const { changes, acknowledge } = useCaseChanges(negotiation)
  const fresh = changes ? new Set(changes.entries.map((entry) => entry.id)) : NOTHING_FRESH
  return (
    <div className="flex flex-col gap-y-3">
      {changes && <ChangedMeanwhile negotiation={negotiation} changes={changes} action={t("conflict.seen")} onAcknowledge={acknowledge} />}
      <CaseHeader negotiation={negotiation} />
      <LinesSection negotiation={negotiation} />
      <div className="flex flex-col gap-x-4 gap-y-3 xl:grid xl:grid-cols-[minmax(0,_1fr)_400px] xl:items-start">
        <div className="flex min-w-0 flex-col gap-y-3">
          <OfferSection negotiation={negotiation} />
          <HistorySection negotiation={negotiation} fresh={fresh} />
          <MessagesSection negotiation={negotiation} />
          <FilesSection negotiation={negotiation} />
          <NotesSection negotiation={negotiation} />
          <TraceSection negotiation={negotiation} />
        </div>
        <div className="flex min-w-0 flex-col gap-y-3">
          <AssignmentSection negotiation={negotiation} />
          {negotiation.status === "in_review" && <SuggestionSection negotiation={negotiation} />}
          <AgreementSection negotiation={negotiation} />
          <BuyerSection negotiation={negotiation} />
        </div>
      </div>
      <div className="flex items-center justify-between gap-x-4">
        <AsOf at={readAt} />
        {canDecide(negotiation) && (
          <KeyHints
            hints={[
              { keys: ["A"], label: t("decision.approve.open") },
              { keys: ["C"], label: t("decision.counter.open") },
              { keys: ["R"], label: t("decision.decline.open") },
            ]}
          />
        )}
      </div>
    </div>
  )
}
