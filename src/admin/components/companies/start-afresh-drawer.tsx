import { zodResolver } from "@hookform/resolvers/zod"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import type { AdminCompany } from "../../../contract"
import { useStartAfresh } from "../../hooks/use-companies"
import { messageOf } from "../../lib/http"
import { NoteField, YesNoField } from "../common/fields"
import { FormDrawer } from "../common/form-drawer"

const NOTE_LENGTH = 4_000

/** Forgets what a company asked and was offered, with a note for the audit trail. */
export function StartAfreshDrawer({ company, onClose }: { company: AdminCompany; onClose: () => void }) {
  const { t } = useTranslation("negotiation")
  const start = useStartAfresh(company.id)
  const schema = z.object({
    note: z.string().trim().min(1, t("decision.invalid.note")).max(NOTE_LENGTH, t("decision.invalid.noteLong")),
    revoke_agreements: z.boolean(),
  })
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { note: "", revoke_agreements: false } })

  return (
    <FormDrawer
      title={t("companies.afresh.title", { name: company.name })}
      text={t("companies.afresh.text")}
      submit={t("companies.afresh.submit")}
      danger
      form={form}
      pending={start.isPending}
      refusal={start.error ? messageOf(start.error, t("error.unknown")) : null}
      onClose={onClose}
      onSubmit={(body) =>
        start.mutate(body, {
          onSuccess: () => {
            toast.success(t("companies.afresh.done"), { description: company.name })
            onClose()
          },
        })
      }
    >
      <NoteField control={form.control} name="note" label={t("decision.note")} hint={t("decision.noteHint")} />
      <YesNoField as="checkbox" control={form.control} name="revoke_agreements" label={t("companies.afresh.revoke")} hint={t("companies.afresh.revokeHint")} />
    </FormDrawer>
  )
}
