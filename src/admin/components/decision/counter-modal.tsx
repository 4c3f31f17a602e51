import { RouteFocusModal } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { useCase } from "../../hooks/use-case"
import { CounterForm } from "./counter-form"

/** The dialog in which a counter is made: a price and a quantity for every line. */
export function CounterModal() {
  const { t } = useTranslation("negotiation")
  const { id = "" } = useParams()
  const { data: negotiation } = useCase(id)
  return (
    <RouteFocusModal>
      <RouteFocusModal.Title asChild>
        <span className="sr-only">{t("decision.counter.title")}</span>
      </RouteFocusModal.Title>
      <RouteFocusModal.Description asChild>
        <span className="sr-only">{t("decision.counter.text")}</span>
      </RouteFocusModal.Description>
      {negotiation && <CounterForm negotiation={negotiation} />}
    </RouteFocusModal>
  )
}
