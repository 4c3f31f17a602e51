import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import * as format from "../lib/format"
import { toIntlLocale } from "../lib/locale"

type Amount = number | null | undefined
type Moment = string | Date | null | undefined

/** The formatting helpers bound to the language the user has chosen. */
export function useFormat() {
  const { i18n } = useTranslation("negotiation")
  const locale = toIntlLocale(i18n.language)
  return useMemo(
    () => ({
      locale,
      money: (amount: Amount, currency: string) => format.formatMoney(locale, amount, currency),
      compactMoney: (amount: Amount, currency: string) => format.formatCompactMoney(locale, amount, currency),
      unitPrice: (amount: Amount, currency: string) => format.formatUnitPrice(locale, amount, currency),
      share: (share: Amount, even = false) => format.formatShare(locale, share, even),
      percent: (percent: number) => format.formatPercent(locale, percent),
      decimal: (value: Amount) => format.formatDecimal(locale, value),
      count: (count: Amount) => format.formatCount(locale, count),
      day: (at: Moment) => format.formatDay(locale, at),
      date: (date: string, short = false) => format.formatDate(locale, date, short),
      moment: (at: Moment) => format.formatMoment(locale, at),
      time: (at: number | Date) => format.formatTime(locale, at),
      duration: (milliseconds: number) => format.formatDuration(locale, milliseconds),
      hours: (hours: Amount) => format.formatHours(locale, hours),
    }),
    [locale]
  )
}
