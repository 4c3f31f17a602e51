import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"

/** Says that a price carries tax, and how much; nothing where prices are net. */
export function TaxNote({ rate }: { rate: number }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  if (rate === 0) return null
  return (
    <Text as="span" size="xsmall" className="text-ui-fg-subtle block">
      {t("tax.included", { share: format.share(rate) })}
    </Text>
  )
}
