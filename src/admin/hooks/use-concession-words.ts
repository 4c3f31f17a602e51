import { useTranslation } from "react-i18next"
import type { ConcessionTerms } from "../lib/agreements"
import { useFormat } from "./use-format"

/**
 * Concessions in words: "2% off the goods with “Sea freight”". `nameOf` names a shipping option; one that has no name (any
 * more) is called the agreed delivery.
 */
export function useConcessionWords(nameOf: (shippingOptionId: string) => string | null): (terms: ConcessionTerms, currency: string) => string {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return (terms, currency) => {
    const off = terms.percent === null ? format.money(terms.amount, currency) : format.percent(terms.percent)
    switch (terms.kind) {
      case "freight": {
        const name = terms.shipping_option_id === null ? null : nameOf(terms.shipping_option_id)
        const said = t(`concession.said.${terms.on === "freight" ? "freight" : "goods"}${name ? "" : "Unnamed"}`, { off, name })
        return terms.agreed_only ? t("concession.said.agreedOnly", { said }) : said
      }
      case "payment_term":
        return t("concession.said.payment", { off, term: terms.payment_term })
      case "basket":
        return t("concession.said.basket", { off, subtotal: format.money(terms.min_subtotal, currency) })
    }
  }
}
