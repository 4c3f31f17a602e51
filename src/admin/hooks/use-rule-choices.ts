import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { CREDIT_STANDINGS, GROWTH_CLASSES, PROFITABILITY_CLASSES, REVIEW_LEVELS } from "../../contract"

/** What can be chosen in rules and of companies, in words. */
export function useRuleChoices() {
  const { t } = useTranslation("negotiation")
  return useMemo(() => {
    const choices = <Value extends string>(group: string, values: readonly Value[]) => values.map((value) => ({ value, label: t(`${group}.${value}`) }))
    return {
      profitability: choices("classes.profitability", PROFITABILITY_CLASSES),
      growth: choices("classes.growth", GROWTH_CLASSES),
      credit: choices("classes.credit", CREDIT_STANDINGS),
      verdicts: choices("rules.verdict", ["negotiate", "person", "decline"] as const),
      objectives: choices("rules.objective", ["as_set", "growth", "margin"] as const),
      destinations: choices("rules.to", ["automatic", ...REVIEW_LEVELS] as const),
      substitutes: choices("rules.substitutes", ["off", "configured", "category"] as const),
    }
  }, [t])
}
