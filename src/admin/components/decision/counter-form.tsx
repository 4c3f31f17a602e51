import { zodResolver } from "@hookform/resolvers/zod"
import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Button, Heading, Text } from "@medusajs/ui"
import { useEffect } from "react"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { AdminNegotiation } from "../../../contract"
import { useCaseChanges } from "../../hooks/use-case-changes"
import { shareTakenOff } from "../../lib/concession-form"
import { counterBody, counterFormSchema, readConcessions, readCounterLine, startingCounter, type CounterInput } from "../../lib/counter-form"
import { isTaxUnknown, totalsOf, weighable } from "../../lib/figures"
import { canDecide } from "../case/case-header"
import { CounterLine } from "./counter-line"
import { DecisionFields } from "./decision-fields"
import { DecisionNotices } from "./decision-notices"
import { GrantsFields } from "./grants-fields"
import { LimitsFields } from "./limits-fields"
import { TotalsTable } from "./totals-table"
import { useDecision } from "./use-decision"

/** A line before anything is typed into it. */
const NOTHING_TYPED = { unit_price: "", quantity: "", max_quantity: "", committed_quantity: "" }

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
  const [typed, granted] = useWatch({ control: form.control, name: ["lines", "concessions"] })

  const share = shareTakenOff(readConcessions(granted))
  // What is granted decides whether a price holds the floor: a word about a price must go with what it was about.
  const { isSubmitted } = form.formState
  useEffect(() => {
    if (isSubmitted) void form.trigger("lines")
  }, [form, isSubmitted, share])
  const weighed = basis.lines.map((line) => weighable(basis, line))
  const lines = weighed.map((line, index) => ({ line, ...readCounterLine(typed[index] ?? NOTHING_TYPED) }))
  const taxUnknown = basis.lines.some((line) => isTaxUnknown(basis, line))
  const totals = {
    current: totalsOf(weighed.map((line) => ({ ...line, unit_price: line.current_unit_price }))),
    ask: totalsOf(weighed.map((line) => ({ ...line, unit_price: line.target_unit_price }))),
    counter: totalsOf(lines.map(({ line, unit_price, quantity }) => ({ ...line, unit_price: unit_price ?? 0, quantity: quantity ?? 0 })), share),
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
            <DecisionNotices newest={negotiation} watched={watched} refusal={refusal} warnings={taxUnknown ? [t("decision.warning.taxUnknown")] : []} />
            {lines.map(({ line, unit_price, quantity }, index) => (
              <CounterLine
                key={line.id}
                control={form.control}
                index={index}
                line={line}
                currency={basis.currency_code}
                share={share}
                unitPrice={unit_price}
                quantity={quantity}
              />
            ))}
            <GrantsFields control={form.control} negotiationId={basis.id} currency={basis.currency_code} />
            <LimitsFields control={form.control} />
            <div aria-live="polite">
              <TotalsTable
                currency={basis.currency_code}
                taxInclusive={basis.is_tax_inclusive}
                columns={[
                  { name: "current", totals: totals.current },
                  { name: "ask", totals: totals.ask },
                  { name: "counter", totals: totals.counter },
                ]}
              />
              {share > 0 && (
                <Text size="small" className="text-ui-fg-subtle mt-2">
                  {t("grant.totalsHint")}
                </Text>
              )}
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
