import { zodResolver } from "@hookform/resolvers/zod"
import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Button, Heading, Text } from "@medusajs/ui"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useCaseChanges } from "../../hooks/use-case-changes"
import { counterBody, counterFormSchema, readCounterLine, startingCounter, type CounterInput } from "../../lib/decision-form"
import { comparableCost, totalsOf } from "../../lib/figures"
import { canDecide } from "../case/case-header"
import { CounterLine } from "./counter-line"
import { DecisionFields } from "./decision-fields"
import { DecisionNotices } from "./decision-notices"
import { TotalsTable } from "./totals-table"
import { useDecision } from "./use-decision"

/** A counter with its figures worked out while it is typed. */
export function CounterForm({ negotiation }: { negotiation: AdminNegotiation }) {
  const { t } = useTranslation("negotiation")
  const watched = useCaseChanges(negotiation)
  const { basis } = watched
  const { send, refusal, pending } = useDecision(negotiation, "counter")
  const form = useForm<CounterInput>({
    resolver: zodResolver(counterFormSchema(t, basis)),
    defaultValues: startingCounter(basis),
    mode: "onTouched",
  })
  const typed = useWatch({ control: form.control, name: "lines" })

  const lines = basis.lines.map((line, index) => ({ line, ...readCounterLine(typed[index] ?? { unit_price: "", quantity: "" }) }))
  const totals = {
    current: totalsOf(lines.map(({ line }) => ({ unit_price: line.current_unit_price, quantity: line.quantity, cost: comparableCost(basis, line) }))),
    ask: totalsOf(lines.map(({ line }) => ({ unit_price: line.target_unit_price, quantity: line.quantity, cost: comparableCost(basis, line) }))),
    counter: totalsOf(lines.map(({ line, unit_price, quantity }) => ({ unit_price: unit_price ?? 0, quantity: quantity ?? 0, cost: comparableCost(basis, line) }))),
  }

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm onSubmit={form.handleSubmit((counter) => send(counterBody(basis.version, counter)))} className="flex h-full flex-col overflow-hidden">
        <RouteFocusModal.Header />
        <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto">
          <div className="flex w-full max-w-[860px] flex-col gap-y-8 px-4 py-8 md:px-8 md:py-12">
            <div>
              <Heading level="h1">{t("decision.counter.heading", { id: basis.display_id, name: basis.company.name })}</Heading>
              <Text size="small" className="text-ui-fg-subtle">
                {t(basis.suggestion ? "decision.counter.fromSuggestion" : "decision.counter.text")}
              </Text>
            </div>
            <DecisionNotices newest={negotiation} watched={watched} refusal={refusal} warnings={[]} />
            {lines.map(({ line, unit_price, quantity }, index) => (
              <CounterLine
                key={line.id}
                control={form.control}
                index={index}
                line={{ ...line, cost: comparableCost(basis, line) }}
                currency={basis.currency_code}
                taxInclusive={basis.is_tax_inclusive}
                unitPrice={unit_price}
                quantity={quantity}
              />
            ))}
            <div aria-live="polite">
              <TotalsTable
                currency={basis.currency_code}
                columns={[
                  { name: "current", totals: totals.current },
                  { name: "ask", totals: totals.ask },
                  { name: "counter", totals: totals.counter },
                ]}
              />
            </div>
            <DecisionFields control={form.control} codes={basis.reason_codes} />
          </div>
        </RouteFocusModal.Body>
        <RouteFocusModal.Footer>
          <RouteFocusModal.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {t("common.cancel")}
            </Button>
          </RouteFocusModal.Close>
          <Button size="small" type="submit" isLoading={pending} disabled={watched.changes !== null || !canDecide(negotiation)}>
            {t("decision.counter.submit")}
          </Button>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
