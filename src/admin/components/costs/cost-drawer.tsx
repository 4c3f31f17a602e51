import { zodResolver } from "@hookform/resolvers/zod"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { z } from "zod"
import { costsBodySchema, currencyCodeSchema } from "../../../contract"
import { useAddCosts, useVariants } from "../../hooks/use-costs"
import { messageOf } from "../../lib/http"
import { parseDecimal } from "../../lib/numbers"
import { PickField, TextField } from "../common/fields"
import { FormDrawer } from "../common/form-drawer"

const unitCost = costsBodySchema.shape.costs.element.shape.unit_cost

/** Adds a unit cost from a date on; earlier ones stay as history. */
export function CostDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("negotiation")
  const add = useAddCosts()
  const [search, setSearch] = useState("")
  const variants = useVariants(search ? { q: search } : {})
  const schema = z.object({
    variant_id: z.string().min(1, t("costs.invalid.variant")),
    currency_code: z
      .string()
      .trim()
      .refine((code) => currencyCodeSchema.safeParse(code.toLowerCase()).success, t("costs.invalid.currency")),
    unit_cost: z.string().refine((text) => unitCost.safeParse(parseDecimal(text)).success, t("costs.invalid.cost")),
    valid_from: z.string(),
  })
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { variant_id: "", currency_code: "", unit_cost: "", valid_from: "" },
  })

  return (
    <FormDrawer
      title={t("costs.add.title")}
      text={t("costs.add.text")}
      submit={t("common.save")}
      form={form}
      pending={add.isPending}
      refusal={add.error ? messageOf(add.error, t("error.unknown")) : null}
      onClose={onClose}
      onSubmit={({ variant_id, currency_code, unit_cost, valid_from }) =>
        add.mutate(
          {
            costs: [
              {
                variant_id,
                currency_code: currency_code.trim().toLowerCase(),
                unit_cost: unitCost.parse(parseDecimal(unit_cost)),
                ...(valid_from ? { valid_from: new Date(`${valid_from}T00:00:00`).toISOString() } : {}),
              },
            ],
          },
          {
            onSuccess: () => {
              toast.success(t("costs.saved"))
              onClose()
            },
          }
        )
      }
    >
      <PickField
        control={form.control}
        name="variant_id"
        label={t("costs.variant")}
        options={(variants.data ?? []).map(({ id, title, sku }) => ({ value: id, label: sku ? `${title} (${sku})` : title }))}
        onSearch={setSearch}
      />
      <TextField control={form.control} name="currency_code" label={t("costs.currency")} hint={t("costs.currencyHint")} maxLength={3} />
      <TextField control={form.control} name="unit_cost" label={t("costs.cost")} hint={t("costs.costHint")} inputMode="decimal" />
      <TextField control={form.control} name="valid_from" label={t("costs.from")} hint={t("costs.fromHint")} type="date" optional />
    </FormDrawer>
  )
}
