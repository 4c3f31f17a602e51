import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"

/** When what is on the screen was read. */
export function AsOf({ at }: { at: number | string }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  if (!at) return null
  return (
    <Text as="span" size="xsmall" className="text-ui-fg-subtle whitespace-nowrap">
      {t("common.asOf", { moment: format.moment(new Date(at)) })}
    </Text>
  )
}
