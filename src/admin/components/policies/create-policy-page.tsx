import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Alert, Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { DEFAULT_POLICY_TERMS } from "../../../contract"
import { useCreatePolicy } from "../../hooks/use-policies"
import { messageOf } from "../../lib/http"
import { NoteField, TextField } from "../common/fields"
import { RulesFields } from "./rules-fields"
import { TermsFields } from "./terms-fields"
import { useSayWarnings } from "./use-say-warnings"
import { checkedTerms, showProblems, usePolicyForm } from "./use-policy-form"

/** A new policy, starting from the cautious terms of a fresh installation. */
export function CreatePolicyPage() {
  const { t } = useTranslation("negotiation")
  const navigate = useNavigate()
  const create = useCreatePolicy()
  const form = usePolicyForm(DEFAULT_POLICY_TERMS, "")
  const sayWarnings = useSayWarnings()

  const submit = form.handleSubmit((input) =>
    create.mutate(
      {
        name: input.name.trim(),
        priority: Number(input.priority),
        scope: { segments: input.segments.split(",").map((segment) => segment.trim()).filter(Boolean) },
        terms: checkedTerms(input),
        ...(input.note.trim() ? { note: input.note.trim() } : {}),
      },
      {
        onError: (error) => showProblems(form, error),
        onSuccess: ({ warnings }) => {
          toast.success(t("policies.create.done"))
          sayWarnings(warnings)
          navigate("/negotiations/policies")
        },
      }
    )
  )

  return (
    <Form {...form}>
      <KeyboundForm onSubmit={submit}>
        <Container className="divide-y p-0">
          <div className="px-6 py-4">
            <Heading level="h1">{t("policies.create.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("policies.create.text")}
            </Text>
          </div>
          {create.error && (
            <div role="alert" className="px-6 py-4">
              <Alert variant="error">{messageOf(create.error, t("error.unknown"))}</Alert>
            </div>
          )}
          <div className="grid gap-x-6 gap-y-5 px-6 py-6 md:grid-cols-2">
            <TextField control={form.control} name="name" label={t("policies.name")} />
            <TextField control={form.control} name="priority" label={t("policies.priority")} hint={t("policies.priorityHint")} inputMode="numeric" />
            <TextField control={form.control} name="segments" label={t("policies.segments")} hint={t("policies.segmentsHint")} optional />
            <NoteField control={form.control} name="note" label={t("policies.note")} optional />
          </div>
          <TermsFields control={form.control} disabled={false} />
          <RulesFields control={form.control} disabled={false} />
          <div className="flex justify-end gap-x-2 px-6 py-4">
            <Button size="small" variant="secondary" asChild>
              <Link to="/negotiations/policies">{t("common.cancel")}</Link>
            </Button>
            <Button size="small" type="submit" isLoading={create.isPending}>
              {t("policies.create.submit")}
            </Button>
          </div>
        </Container>
      </KeyboundForm>
    </Form>
  )
}
