import { zodResolver } from "@hookform/resolvers/zod"
import { KeyboundForm, RouteDrawer } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useCaseChanges } from "../../hooks/use-case-changes"
import { decisionBody, decisionSchema, EMPTY_DECISION, type DecisionInput } from "../../lib/decision-form"
import { comparableCost, totalsOf } from "../../lib/figures"
import { canDecide } from "../case/case-header"
import { DecisionFields } from "./decision-fields"
import { DecisionNotices } from "./decision-notices"
import { TotalsTable } from "./totals-table"
import { useDecision } from "./use-decision"

/** Approving or declining an ask as it stands. */
export function AnswerForm({ negotiation, name }: { negotiation: AdminNegotiation; name: "approve" | "decline" }) {
  const { t } = useTranslation("negotiation")
  const watched = useCaseChanges(negotiation)
  const { basis } = watched
  const { send, refusal, pending } = useDecision(negotiation, name)
  const form = useForm<DecisionInput>({ resolver: zodResolver(decisionSchema(t)), defaultValues: EMPTY_DECISION })

  const asked = totalsOf(basis.lines.map((line) => ({ unit_price: line.target_unit_price, quantity: line.quantity, cost: comparableCost(basis, line) })))
  const current = totalsOf(basis.lines.map((line) => ({ unit_price: line.current_unit_price, quantity: line.quantity, cost: comparableCost(basis, line) })))
  const underFloor = basis.lines.some((line) => line.floor_unit_price !== null && line.target_unit_price < line.floor_unit_price)
  const blocked = watched.changes !== null || !canDecide(negotiation) || (name === "approve" && underFloor)
  const warnings = [
    name === "approve" && underFloor ? t("decision.warning.askUnderFloor") : null,
    name === "approve" && asked.contribution === null ? t(basis.is_tax_inclusive ? "decision.warning.taxInclusive" : "decision.warning.costMissing") : null,
  ].filter((warning) => warning !== null)

  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm onSubmit={form.handleSubmit((decision) => send(decisionBody(basis.version, decision)))} className="flex flex-1 flex-col overflow-hidden">
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          <DecisionNotices newest={negotiation} watched={watched} refusal={refusal} warnings={warnings} />
          <TotalsTable
            currency={basis.currency_code}
            columns={[
              { name: "current", totals: current },
              { name: "ask", totals: asked },
            ]}
          />
          <DecisionFields control={form.control} codes={basis.reason_codes} />
        </RouteDrawer.Body>
        <RouteDrawer.Footer>
          <RouteDrawer.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {t("common.cancel")}
            </Button>
          </RouteDrawer.Close>
          <Button size="small" type="submit" variant={name === "decline" ? "danger" : "primary"} isLoading={pending} disabled={blocked}>
            {t(`decision.${name}.submit`)}
          </Button>
        </RouteDrawer.Footer>
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}
