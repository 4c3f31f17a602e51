import { Trash } from "@medusajs/icons"
import { Alert, Button, Heading, IconButton, Text } from "@medusajs/ui"
import { useFieldArray, type Control } from "react-hook-form"
import { useTranslation } from "react-i18next"
import { CONCESSION_KINDS, type ConcessionKind, type Grantable } from "../../../contract"
import { useGrantable } from "../../hooks/use-grantable"
import { emptyConcession } from "../../lib/concession-form"
import type { CounterInput } from "../../lib/counter-form"
import { messageOf } from "../../lib/http"
import { GrantFields } from "./grant-fields"

/** Most concessions one offer carries. */
const MOST = 5

/** True where the store has something a concession of this kind can hang on. */
function canGrant(kind: ConcessionKind, grantable: Grantable | undefined): boolean {
  if (kind === "basket") return true
  if (!grantable) return false
  return kind === "freight" ? grantable.shipping_options.length > 0 : grantable.payment_terms.length > 0
}

interface GrantsFieldsProps {
  control: Control<CounterInput>
  negotiationId: string
  currency: string
}

/** What is granted beside the prices: something off for a delivery, a way to pay, or the size of the cart. */
export function GrantsFields({ control, negotiationId, currency }: GrantsFieldsProps) {
  const { t } = useTranslation("negotiation")
  const grantable = useGrantable(negotiationId)
  const { fields, append, remove } = useFieldArray({ control, name: "concessions" })
  const missing = grantable.data ? CONCESSION_KINDS.filter((kind) => !canGrant(kind, grantable.data)) : []
  return (
    <section aria-labelledby="grants-title" className="flex flex-col gap-y-4">
      <div>
        <Heading level="h2" id="grants-title">
          {t("grant.title")}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("grant.hint")}
        </Text>
      </div>
      {grantable.isError && <Alert variant="warning">{`${t("grant.unread")} ${messageOf(grantable.error, t("error.unknown"))}`}</Alert>}
      {fields.map(({ id, kind }, index) => (
        <fieldset key={id} className="bg-ui-bg-component shadow-elevation-card-rest flex flex-col gap-y-4 rounded-lg p-4 md:p-6">
          <legend className="sr-only">{t(`grant.kind.${kind}`)}</legend>
          <div className="flex items-start justify-between gap-x-4">
            <div>
              <Text size="small" weight="plus" aria-hidden>
                {t(`grant.kind.${kind}`)}
              </Text>
              <Text size="small" className="text-ui-fg-subtle">
                {t(`grant.kindHint.${kind}`)}
              </Text>
            </div>
            <IconButton type="button" size="small" variant="transparent" aria-label={t("grant.remove", { name: t(`grant.kind.${kind}`) })} onClick={() => remove(index)}>
              <Trash />
            </IconButton>
          </div>
          <GrantFields control={control} index={index} kind={kind} currency={currency} grantable={grantable.data} />
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-2">
        {CONCESSION_KINDS.map((kind) => (
          <Button
            key={kind}
            type="button"
            size="small"
            variant="secondary"
            disabled={fields.length >= MOST || !canGrant(kind, grantable.data)}
            onClick={() => append(emptyConcession(kind))}
          >
            {t(`grant.add.${kind}`)}
          </Button>
        ))}
      </div>
      {missing.map((kind) => (
        <Text key={kind} size="small" className="text-ui-fg-subtle">
          {t(`grant.missing.${kind}`)}
        </Text>
      ))}
    </section>
  )
}
