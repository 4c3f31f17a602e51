import { zodResolver } from "@hookform/resolvers/zod"
import { Form } from "@medusajs/dashboard/components"
import { Alert, RadioGroup, Text, toast } from "@medusajs/ui"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { SELLER_REASON_CODES, type AdminAgreementDetail } from "../../../contract"
import { useRevoke } from "../../hooks/use-agreements"
import { useFormat } from "../../hooks/use-format"
import { useNow } from "../../hooks/use-now"
import { useWords } from "../../hooks/use-words"
import { commitmentOf } from "../../lib/agreements"
import { messageOf } from "../../lib/http"
import { endAfter, noticeDays, revokeBody, revokeSchemaOf, type RevokeInput } from "../../lib/revoke-form"
import { ChoiceField } from "../common/choice-field"
import { NoteField, TextField } from "../common/fields"
import { FormDrawer } from "../common/form-drawer"

const USUAL_NOTICE = "30"

/** Ends an agreement, at once or after a notice. What that means to the buyer is said before. */
export function RevokeDrawer({ agreement, onClose }: { agreement: AdminAgreementDetail; onClose: () => void }) {
  const { t } = useTranslation("negotiation")
  const words = useWords()
  const revoke = useRevoke(agreement.id)
  const form = useForm<RevokeInput>({
    resolver: zodResolver(revokeSchemaOf(t)),
    defaultValues: { when: "notice", days: USUAL_NOTICE, reason_code: "", note: "" },
    mode: "onTouched",
  })
  const [when, typed] = useWatch({ control: form.control, name: ["when", "days"] })
  const days = noticeDays({ when, days: typed })

  return (
    <FormDrawer
      title={t("revoke.title", { name: agreement.company_name })}
      text={t("revoke.text")}
      submit={t(when === "now" ? "revoke.submitNow" : "revoke.submitNotice")}
      danger={when === "now"}
      form={form}
      pending={revoke.isPending}
      refusal={revoke.error ? messageOf(revoke.error, t("error.unknown")) : null}
      onClose={onClose}
      onSubmit={(input) =>
        revoke.mutate(revokeBody(input), {
          onSuccess: () => {
            toast.success(t(input.when === "now" ? "revoke.done" : "revoke.announced"), { description: agreement.company_name })
            onClose()
          },
        })
      }
    >
      <Form.Field
        control={form.control}
        name="when"
        render={({ field: { onChange, ref: _ref, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("revoke.when")}</Form.Label>
            <Form.Control>
              <RadioGroup {...field} onValueChange={onChange} className="flex flex-col gap-y-2" aria-label={t("revoke.when")}>
                {(["notice", "now"] as const).map((choice) => (
                  <label key={choice} className="txt-small flex items-center gap-x-3">
                    <RadioGroup.Item value={choice} />
                    {t(`revoke.${choice}`)}
                  </label>
                ))}
              </RadioGroup>
            </Form.Control>
          </Form.Item>
        )}
      />
      {when === "notice" && <TextField control={form.control} name="days" label={t("revoke.days")} hint={t("revoke.daysPlain")} inputMode="numeric" />}
      <Consequence agreement={agreement} days={days} />
      <ChoiceField
        control={form.control}
        name="reason_code"
        label={t("decision.reason")}
        placeholder={t("decision.reasonPlaceholder")}
        options={SELLER_REASON_CODES.map((code) => ({ value: code, label: words.reason(code) ?? code }))}
      />
      <NoteField control={form.control} name="note" label={t("decision.note")} hint={t("decision.noteHint")} />
    </FormDrawer>
  )
}

/** What the buyer will notice, for what is typed now. */
function Consequence({ agreement, days }: { agreement: AdminAgreementDetail; days: number | null }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  const now = useNow()
  if (days === null) return null
  const end = endAfter(days, now)
  const tooLate = end.getTime() >= new Date(agreement.valid_until).getTime()
  const owed = (commitmentOf(agreement.lines)?.open ?? 0) > 0
  const sentence =
    days === 0 ? t("revoke.consequence.now") : tooLate ? t("revoke.consequence.later", { day: format.day(agreement.valid_until) }) : t("revoke.consequence.notice", { day: format.day(end) })
  return (
    <div aria-live="polite">
      <Alert variant="warning">
        <Text size="small" weight="plus">
          {t("revoke.consequence.title")}
        </Text>
        <Text size="small">{[sentence, owed && !tooLate ? t("revoke.consequence.commitment") : null].filter(Boolean).join(" ")}</Text>
      </Alert>
    </div>
  )
}
