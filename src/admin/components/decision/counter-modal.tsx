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
      <RouteFocusModal.Title className="sr-only">{t("decision.counter.title")}</RouteFocusModal.Title>
      <RouteFocusModal.Description className="sr-only">{t("decision.counter.text")}</RouteFocusModal.Description>
      {negotiation && <CounterForm negotiation={negotiation} />}
    </RouteFocusModal>
  )
}
