import { Alert, Button, Input, Label } from "@medusajs/ui"
import { useId, useState } from "react"
import type { UseFormReturn } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { useSimulation } from "../../hooks/use-policies"
import { messageOf } from "../../lib/http"
import { inputToTerms } from "../../lib/policy-form"
import { problemsOf } from "../../lib/policy-problems"
import { trialBody, type TrialInput } from "../../lib/trial-form"
import { Section } from "../common/section"
import { TrialAnswer } from "./trial-answer"
import type { PolicyInput } from "./use-policy-form"

const FIELDS = ["list", "cost", "quantity", "ask", "segment", "currency"] as const satisfies readonly (keyof TrialInput)[]
const STORY: TrialInput = { segment: "", currency: "USD", list: "120", cost: "80", quantity: "2000", ask: "110" }

/** Tries the terms as they stand in the form on a first ask. */
export function TrySection({ policyId, form }: { policyId: string; form: UseFormReturn<PolicyInput> }) {
  const { t } = useTranslation("negotiation")
  const id = useId()
  const [input, setInput] = useState(STORY)
  const [unread, setUnread] = useState<string | null>(null)
  const trial = useSimulation(policyId)

  const submit = () => {
    const body = trialBody(input)
    const { terms, rules } = form.getValues()
    const read = inputToTerms(terms, rules)
    const wrong = body === null ? t("rules.trial.invalid") : "errors" in read ? t("rules.trial.termsInvalid") : null
    setUnread(wrong)
    if (wrong === null && body !== null && "terms" in read) trial.mutate({ ...body, terms: read.terms })
  }
  const problems = problemsOf(trial.error)
  const refusal = unread ?? (trial.error ? messageOf(trial.error, t("error.unknown")) : null)

  return (
    <Section title={t("rules.trial.title")} hint={t("rules.trial.hint")}>
      <form
        className="flex flex-col gap-y-4 px-6 py-6"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {refusal && (
          <div role="alert">
            <Alert variant="error">
              {refusal}
              {problems.map(({ path, message }) => (
                <div key={path}>{`${path}: ${message}`}</div>
              ))}
            </Alert>
          </div>
        )}
        <div className="grid grid-cols-2 gap-4 md:grid-cols-3 xl:grid-cols-6">
          {FIELDS.map((field) => (
            <div key={field} className="flex min-w-0 flex-col gap-y-2">
              <Label size="small" weight="plus" htmlFor={`${id}-${field}`}>
                {t(`rules.trial.${field}`)}
              </Label>
              <Input
                id={`${id}-${field}`}
                size="small"
                autoComplete="off"
                inputMode={field === "segment" || field === "currency" ? "text" : "decimal"}
                value={input[field]}
                onChange={(event) => setInput({ ...input, [field]: event.target.value })}
              />
            </div>
          ))}
        </div>
        <div className="flex justify-end">
          <Button size="small" variant="secondary" type="submit" isLoading={trial.isPending}>
            {t("rules.trial.submit")}
          </Button>
        </div>
      </form>
      {trial.data && refusal === null && <TrialAnswer simulation={trial.data} currency={trial.variables?.currency_code ?? "usd"} />}
    </Section>
  )
}
