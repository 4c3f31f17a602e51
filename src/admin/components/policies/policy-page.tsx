import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Alert, Badge, Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminPolicy } from "../../../contract"
import { useAddPolicyVersion, useSetPolicyStatus } from "../../hooks/use-policies"
import { useFormat } from "../../hooks/use-format"
import { messageOf } from "../../lib/http"
import { NoteField } from "../common/fields"
import { PolicyStatus, Segments } from "./policies-page"
import { RulesFields } from "./rules-fields"
import { TermsFields } from "./terms-fields"
import { TrySection } from "./try-section"
import { useSayWarnings } from "./use-say-warnings"
import { checkedTerms, showProblems, usePolicyForm } from "./use-policy-form"

/** A policy's terms: to read, and to change by saving a new version. Remount it (`key`) when the version changes. */
export function PolicyPage({ policy }: { policy: AdminPolicy }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const add = useAddPolicyVersion(policy.id)
  const setStatus = useSetPolicyStatus()
  const form = usePolicyForm(policy.terms, policy.name)
  const sayWarnings = useSayWarnings()
  const archived = policy.status === "archived"
  const refused = add.error ?? setStatus.error

  const submit = form.handleSubmit((input) =>
    add.mutate(
      { terms: checkedTerms(input), ...(input.note.trim() ? { note: input.note.trim() } : {}) },
      {
        onError: (error) => showProblems(form, error),
        onSuccess: ({ warnings }) => {
          toast.success(t("policies.edit.done"))
          sayWarnings(warnings)
        },
      }
    )
  )
  const toggle = () =>
    setStatus.mutate(
      { id: policy.id, action: archived ? "activate" : "archive" },
      { onError: (error) => showProblems(form, error), onSuccess: () => toast.success(t(archived ? "policies.activate.done" : "policies.archive.done")) }
    )

  return (
    <div className="flex flex-col gap-y-3">
      <Form {...form}>
        <KeyboundForm onSubmit={submit}>
          <Container className="divide-y p-0">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
              <div>
                <div className="flex flex-wrap items-center gap-x-3">
                  <Heading level="h1">{policy.name}</Heading>
                  <PolicyStatus status={policy.status} />
                  <Badge size="2xsmall">{t("case.version", { version: policy.version })}</Badge>
                </div>
                <Text size="small" className="text-ui-fg-subtle">
                  <Segments names={policy.scope.segments} />
                  {` · ${t("policies.priorityOf", { priority: policy.priority })} · ${t("policies.updatedAt", { moment: format.moment(policy.updated_at) })}`}
                </Text>
              </div>
              <Button size="small" variant="secondary" type="button" onClick={toggle} isLoading={setStatus.isPending}>
                {t(archived ? "policies.activate.open" : "policies.archive.open")}
              </Button>
            </div>
            {refused && (
              <div role="alert" className="px-6 py-4">
                <Alert variant="error">{messageOf(refused, t("error.unknown"))}</Alert>
              </div>
            )}
            <TermsFields control={form.control} disabled={archived} />
            <RulesFields control={form.control} disabled={archived} />
            {!archived && (
              <div className="flex flex-col gap-y-4 px-6 py-6">
                <NoteField control={form.control} name="note" label={t("policies.note")} hint={t("policies.noteHint")} optional />
                <div className="flex items-center justify-end gap-x-2">
                  <Button size="small" variant="secondary" type="button" disabled={!form.formState.isDirty} onClick={() => form.reset()}>
                    {t("policies.edit.reset")}
                  </Button>
                  <Button size="small" type="submit" disabled={!form.formState.isDirty} isLoading={add.isPending}>
                    {t("policies.edit.submit")}
                  </Button>
                </div>
              </div>
            )}
          </Container>
        </KeyboundForm>
      </Form>
      <TrySection policyId={policy.id} form={form} />
    </div>
  )
}
