import { zodResolver } from "@hookform/resolvers/zod"
import { KeyboundForm, RouteDrawer } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useCaseChanges } from "../../hooks/use-case-changes"
import { decisionBody, decisionSchema, EMPTY_DECISION, type ApproveInput } from "../../lib/decision-form"
import { isTaxUnknown, totalsOf, weighable } from "../../lib/figures"
import { limitsBody, limitsFields, NO_LIMITS } from "../../lib/limits-form"
import { canDecide } from "../case/case-header"
import { DecisionFields } from "./decision-fields"
import { DecisionNotices } from "./decision-notices"
import { LimitsFields } from "./limits-fields"
import { TotalsTable } from "./totals-table"
import { useDecision } from "./use-decision"

/** Approving or declining an ask as it stands. */
export function AnswerForm({ negotiation, name }: { negotiation: AdminNegotiation; name: "approve" | "decline" }) {
  const { t } = useTranslation("negotiation")
  const watched = useCaseChanges(negotiation)
  const { basis } = watched
  const { send, refusal, pending } = useDecision(negotiation, name)
  const form = useForm<ApproveInput>({ resolver: zodResolver(decisionSchema(t).extend(limitsFields(t))), defaultValues: { ...EMPTY_DECISION, ...NO_LIMITS } })

  const lines = basis.lines.map((line) => weighable(basis, line))
  const asked = totalsOf(lines.map((line) => ({ ...line, unit_price: line.target_unit_price })))
  const current = totalsOf(lines.map((line) => ({ ...line, unit_price: line.current_unit_price })))
  const underFloor = basis.lines.some((line) => line.floor_unit_price !== null && line.target_unit_price < line.floor_unit_price)
  const blocked = watched.changes !== null || !canDecide(negotiation) || (name === "approve" && underFloor)
  const warnings = [
    name === "approve" && underFloor ? t("decision.warning.askUnderFloor") : null,
    name === "approve" && asked.contribution === null ? t(basis.lines.some((line) => isTaxUnknown(basis, line)) ? "decision.warning.taxUnknown" : "decision.warning.costMissing") : null,
  ].filter((warning) => warning !== null)
  const submit = (input: ApproveInput) => send({ ...decisionBody(basis.version, input), ...(name === "approve" ? limitsBody(input) : {}) })

  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm onSubmit={form.handleSubmit(submit)} className="flex flex-1 flex-col overflow-hidden">
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
          <DecisionNotices newest={negotiation} watched={watched} refusal={refusal} warnings={warnings} />
          <TotalsTable
            currency={basis.currency_code}
            taxInclusive={basis.is_tax_inclusive}
            columns={[
              { name: "current", totals: current },
              { name: "ask", totals: asked },
            ]}
          />
          {name === "approve" && <LimitsFields control={form.control} />}
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
