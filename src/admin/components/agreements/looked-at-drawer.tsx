import { zodResolver } from "@hookform/resolvers/zod"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import type { AdminAgreementDetail } from "../../../contract"
import { useClearFlags } from "../../hooks/use-agreements"
import { newestFlag } from "../../lib/agreements"
import { NOTE_LENGTH } from "../../lib/decision-form"
import { messageOf } from "../../lib/http"
import { NoteField } from "../common/fields"
import { FormDrawer } from "../common/form-drawer"

/** Says that somebody looked at what is flagged. What is flagged while they write stays. */
export function LookedAtDrawer({ agreement, onClose }: { agreement: AdminAgreementDetail; onClose: () => void }) {
  const { t } = useTranslation("negotiation")
  const clear = useClearFlags(agreement.id)
  const [until] = useState(() => newestFlag(agreement.flags))
  const schema = z.object({ note: z.string().trim().min(1, t("decision.invalid.note")).max(NOTE_LENGTH, t("decision.invalid.noteLong")) })
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { note: "" } })
  return (
    <FormDrawer
      title={t("lookedAt.title")}
      text={t("lookedAt.text")}
      submit={t("lookedAt.submit")}
      form={form}
      pending={clear.isPending}
      refusal={clear.error ? messageOf(clear.error, t("error.unknown")) : null}
      onClose={onClose}
      onSubmit={({ note }) =>
        clear.mutate(
          { note, ...(until === null ? {} : { until }) },
          {
            onSuccess: () => {
              toast.success(t("lookedAt.done"), { description: agreement.company_name })
              onClose()
            },
          }
        )
      }
    >
      <NoteField control={form.control} name="note" label={t("lookedAt.note")} hint={t("decision.noteHint")} />
    </FormDrawer>
  )
}
