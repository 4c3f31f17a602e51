import { zodResolver } from "@hookform/resolvers/zod"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm, useWatch } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { CREDIT_STANDINGS, GROWTH_CLASSES, PROFITABILITY_CLASSES, type AdminCompany } from "../../../contract"
import { useCustomerGroups, useSaveCompany } from "../../hooks/use-companies"
import { useRuleChoices } from "../../hooks/use-rule-choices"
import { useUserChoices } from "../../hooks/use-users"
import { messageOf } from "../../lib/http"
import { ChoiceField } from "../common/choice-field"
import { PickField, TextField, YesNoField } from "../common/fields"
import { FormDrawer } from "../common/form-drawer"

const SEGMENT_LENGTH = 60
/** In a choice: nobody has said. Empty is no value a list can have. */
const UNKNOWN = "unknown"
/** In a choice: nobody looks after it. */
const NOBODY = "nobody"

function known<Value extends string>(value: Value | typeof UNKNOWN): Value | null {
  return value === UNKNOWN ? null : value
}

/** A company's settings; without one, a customer group is made a company. */
export function CompanyDrawer({ company, onClose }: { company: AdminCompany | null; onClose: () => void }) {
  const { t } = useTranslation("negotiation")
  const save = useSaveCompany()
  const [search, setSearch] = useState("")
  const groups = useCustomerGroups(search)
  const schema = z.object({
    customer_group_id: z.string().min(1, t("companies.invalid.group")),
    segment: z.string().trim().max(SEGMENT_LENGTH, t("companies.invalid.segment")),
    profitability: z.enum([...PROFITABILITY_CLASSES, UNKNOWN]),
    growth: z.enum([...GROWTH_CLASSES, UNKNOWN]),
    credit: z.enum([...CREDIT_STANDINGS, UNKNOWN]),
    owner: z.string(),
    strategic: z.boolean(),
    opted_out: z.boolean(),
    shares_agreements: z.boolean(),
  })
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      customer_group_id: company?.customer_group_id ?? "",
      segment: company?.segment ?? "",
      profitability: company?.profitability ?? UNKNOWN,
      growth: company?.growth ?? UNKNOWN,
      credit: company?.credit ?? UNKNOWN,
      owner: company?.owner_id ?? NOBODY,
      strategic: company?.strategic ?? false,
      opted_out: company?.opted_out ?? false,
      shares_agreements: company?.shares_agreements ?? true,
    },
  })

  const choices = useRuleChoices()
  const people = useUserChoices()
  const owner = company?.owner_id ?? null
  // Who has left the store's users stays visible until somebody else is chosen.
  const gone = owner !== null && !people.some(({ value }) => value === owner) ? [{ value: owner, label: owner }] : []
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
      onSubmit={({ segment, profitability, growth, credit, owner: chosen, ...settings }) =>
        save.mutate(
          {
            ...settings,
            profitability: known(profitability),
            growth: known(growth),
            credit: known(credit),
            ...(segment ? { segment } : {}),
            // As it was where nobody touched it: an owner who has left since is no error of whoever changes something else.
            ...(chosen === (owner ?? NOBODY) ? {} : { owner_id: chosen === NOBODY ? null : chosen }),
          },
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
      {(["profitability", "growth", "credit"] as const).map((name) => (
        <ChoiceField key={name} control={form.control} name={name} label={t(`companies.${name}`)} hint={t("companies.classHint")} options={[{ value: UNKNOWN, label: t("classes.unknown") }, ...choices[name]]} />
      ))}
      <ChoiceField
        control={form.control}
        name="owner"
        label={t("companies.owner")}
        hint={t("companies.ownerHint")}
        options={[{ value: NOBODY, label: t("queue.nobody") }, ...people, ...gone]}
      />
      <YesNoField control={form.control} name="strategic" label={t("companies.strategic")} hint={t("companies.strategicHint")} />
      <YesNoField control={form.control} name="opted_out" label={t("companies.optedOut")} hint={t("companies.optedOutHint")} />
      <YesNoField control={form.control} name="shares_agreements" label={t("companies.shares")} hint={t(shares ? "companies.sharesAll" : "companies.sharesAlone")} />
    </FormDrawer>
  )
}
