import { zodResolver } from "@hookform/resolvers/zod"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import type { AdminCompany } from "../../../contract"
import { useCustomerGroups, useSaveCompany } from "../../hooks/use-companies"
import { messageOf } from "../../lib/http"
import { PickField, TextField, YesNoField } from "../common/fields"
import { FormDrawer } from "../common/form-drawer"

const SEGMENT_LENGTH = 60

/** A company's settings; without one, a customer group is made a company. */
export function CompanyDrawer({ company, onClose }: { company: AdminCompany | null; onClose: () => void }) {
  const { t } = useTranslation("negotiation")
  const save = useSaveCompany()
  const [search, setSearch] = useState("")
  const groups = useCustomerGroups(search)
  const schema = z.object({
    customer_group_id: z.string().min(1, t("companies.invalid.group")),
    segment: z.string().trim().max(SEGMENT_LENGTH, t("companies.invalid.segment")),
    strategic: z.boolean(),
    opted_out: z.boolean(),
    shares_agreements: z.boolean(),
  })
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      customer_group_id: company?.customer_group_id ?? "",
      segment: company?.segment ?? "",
      strategic: company?.strategic ?? false,
      opted_out: company?.opted_out ?? false,
      shares_agreements: company?.shares_agreements ?? true,
    },
  })

  const shares = useWatch({ control: form.control, name: "shares_agreements" })

  return (
    <FormDrawer
      title={company ? company.name : t("companies.add.title")}
      text={t(company ? "companies.edit.text" : "companies.add.text")}
      submit={t("common.save")}
      form={form}
      pending={save.isPending}
      refusal={save.error ? messageOf(save.error, t("error.unknown")) : null}
      onClose={onClose}
      onSubmit={({ segment, ...settings }) =>
        save.mutate(
          { ...settings, ...(segment ? { segment } : {}) },
          {
            onSuccess: () => {
              toast.success(t("companies.saved"))
              onClose()
            },
          }
        )
      }
    >
      {!company && (
        <PickField
          control={form.control}
          name="customer_group_id"
          label={t("companies.group")}
          hint={t("companies.groupHint")}
          options={(groups.data ?? []).map((group) => ({ value: group.id, label: group.name ?? group.id }))}
          onSearch={setSearch}
        />
      )}
      <TextField control={form.control} name="segment" label={t("companies.segment")} hint={t("companies.segmentHint")} optional />
      <YesNoField control={form.control} name="strategic" label={t("companies.strategic")} hint={t("companies.strategicHint")} />
      <YesNoField control={form.control} name="opted_out" label={t("companies.optedOut")} hint={t("companies.optedOutHint")} />
      <YesNoField control={form.control} name="shares_agreements" label={t("companies.shares")} hint={t(shares ? "companies.sharesAll" : "companies.sharesAlone")} />
    </FormDrawer>
  )
}
