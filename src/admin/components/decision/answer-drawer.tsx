import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { useCase } from "../../hooks/use-case"
import { AnswerForm } from "./answer-form"

/** The drawer in which an ask is approved or declined. */
export function AnswerDrawer({ name }: { name: "approve" | "decline" }) {
  const { t } = useTranslation("negotiation")
  const { id = "" } = useParams()
  const { data: negotiation } = useCase(id)
  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading>{t(`decision.${name}.title`)}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="txt-small text-ui-fg-subtle">{t(`decision.${name}.text`)}</RouteDrawer.Description>
      </RouteDrawer.Header>
      {negotiation && <AnswerForm negotiation={negotiation} name={name} />}
    </RouteDrawer>
  )
}
