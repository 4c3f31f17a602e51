import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { NOTHING } from "../../lib/format"
import { BASIS_POINTS, UNITS_PER_MAJOR, type TraceTerm } from "../../lib/trace"

/** Values of the engine's trace in words of the user's language. */
export function useTermValue(currency: string): (term: TraceTerm) => string {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return ({ value, unit }) => {
    if (value === null) return NOTHING
    if (typeof value === "string") return value
    switch (unit) {
      case "price":
        return format.unitPrice(value / UNITS_PER_MAJOR, currency)
      case "money":
        return format.money(value / UNITS_PER_MAJOR, currency)
      case "bps":
        return format.share(value / BASIS_POINTS)
      case "pieces":
        return t("common.pieces", { count: value, quantity: format.count(value) })
      default:
        return format.count(value)
    }
  }
}
