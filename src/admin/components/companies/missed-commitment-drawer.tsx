import { zodResolver } from "@hookform/resolvers/zod"
import { toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import type { AdminCompany } from "../../../contract"
import { useClearMissedCommitment } from "../../hooks/use-companies"
import { NOTE_LENGTH } from "../../lib/decision-form"
import { messageOf } from "../../lib/http"
import { NoteField } from "../common/fields"
import { FormDrawer } from "../common/form-drawer"

/** Says that somebody dealt with volume a company promised and did not buy. */
export function MissedCommitmentDrawer({ company, onClose }: { company: AdminCompany; onClose: () => void }) {
  const { t } = useTranslation("negotiation")
  const clear = useClearMissedCommitment(company.id)
  const schema = z.object({ note: z.string().trim().min(1, t("decision.invalid.note")).max(NOTE_LENGTH, t("decision.invalid.noteLong")) })
  const form = useForm<z.infer<typeof schema>>({ resolver: zodResolver(schema), defaultValues: { note: "" } })
  return (
    <FormDrawer
      title={t("companies.missed.title", { name: company.name })}
      text={t("companies.missed.text")}
      submit={t("companies.missed.submit")}
      form={form}
      pending={clear.isPending}
      refusal={clear.error ? messageOf(clear.error, t("error.unknown")) : null}
      onClose={onClose}
      onSubmit={(body) =>
        clear.mutate(body, {
          onSuccess: () => {
            toast.success(t("companies.missed.done"), { description: company.name })
            onClose()
          },
        })
      }
    >
      <NoteField control={form.control} name="note" label={t("decision.note")} hint={t("decision.noteHint")} />
    </FormDrawer>
  )
}
