import { Form } from "@medusajs/dashboard/components"
import { Select, Textarea } from "@medusajs/ui"
import type { Control, FieldValues, Path } from "react-hook-form"
import { useTranslation } from "react-i18next"
import type { SellerReasonCode } from "../../../contract"
import { useWords } from "../../hooks/use-words"

interface DecisionFieldsProps<Values extends FieldValues> {
  control: Control<Values>
  codes: readonly SellerReasonCode[]
}

/** The reason and the note every decision needs, and the message it may carry to the buyer. */
export function DecisionFields<Values extends FieldValues>({ control, codes }: DecisionFieldsProps<Values>) {
  const { t } = useTranslation("negotiation")
  const words = useWords()
  return (
    <div className="flex flex-col gap-y-4">
      <Form.Field
        control={control}
        name={"reason_code" as Path<Values>}
        render={({ field: { ref, onChange, value, ...field } }) => (
          <Form.Item>
            <Form.Label>{t("decision.reason")}</Form.Label>
            <Select {...field} value={value} onValueChange={onChange}>
              <Form.Control>
                <Select.Trigger ref={ref}>
                  <Select.Value placeholder={t("decision.reasonPlaceholder")} />
                </Select.Trigger>
              </Form.Control>
              <Select.Content>
                {codes.map((code) => (
                  <Select.Item key={code} value={code}>
                    {words.reason(code)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={control}
        name={"note" as Path<Values>}
        render={({ field }) => (
          <Form.Item>
            <Form.Label>{t("decision.note")}</Form.Label>
            <Form.Control>
              <Textarea {...field} rows={3} />
            </Form.Control>
            <Form.Hint>{t("decision.noteHint")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
      <Form.Field
        control={control}
        name={"message" as Path<Values>}
        render={({ field }) => (
          <Form.Item>
            <Form.Label optional>{t("decision.message")}</Form.Label>
            <Form.Control>
              <Textarea {...field} rows={2} />
            </Form.Control>
            <Form.Hint>{t("decision.messageHint")}</Form.Hint>
            <Form.ErrorMessage />
          </Form.Item>
        )}
      />
    </div>
  )
}
