import { useFormat } from "../../hooks/use-format"
import type { MeasureKind } from "./measures"

/** Writes a figure as what it counts; "–" where nothing was there to measure. */
export function useMeasureFormat(currency: string) {
  const format = useFormat()
  return (kind: MeasureKind, value: number | null, compact = false): string => {
    switch (kind) {
      case "count":
        return format.count(value)
      case "share":
        return format.share(value)
      case "hours":
        return format.hours(value)
      case "money":
        return compact ? format.compactMoney(value, currency) : format.money(value, currency)
    }
  }
}
