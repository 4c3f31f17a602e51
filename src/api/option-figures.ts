import type { StoreOption } from "../contract"
import type { OptionRecord } from "../modules/negotiation/case-records"
import { differenceText, type Locale } from "../phrases"
import { concessionOf, effectiveUnitPrice, goodsTotal } from "../workflows/case/decide/effective-price"

/** The figures of an option as anybody may see them. */
export type OptionFigures = Pick<StoreOption, "lines" | "concession" | "overall_cost" | "substitute">

function substituteOf(locale: Locale, option: Pick<OptionRecord, "detail">): Pick<StoreOption, "substitute"> {
  const article = option.detail?.substitute
  if (!article) return {}
  const { variant_id, title, sku, thumbnail, description, differs } = article
  return {
    substitute: {
      ...{ variant_id, title, sku },
      ...(thumbnail === null ? {} : { thumbnail }),
      ...(description === null ? {} : { description }),
      differs: differs.map((each) => differenceText(locale, each)),
    },
  }
}

/**
 * What an option comes to: its lines with what is taken off, what it hangs on, what it costs all in all, the article that
 * would stand in. Of options recorded with their prices alone, shipping is not told.
 */
export function optionFigures(locale: Locale, option: Pick<OptionRecord, "lines" | "terms" | "detail">): OptionFigures {
  const concession = concessionOf(option.terms)
  const percent = concession?.percent ?? 0
  const lines = option.lines.map(({ line_id, variant_id, quantity, unit_price }) => {
    const price = Number(unit_price)
    return { line_id, variant_id, quantity, unit_price: price, effective_unit_price: effectiveUnitPrice(price, percent) }
  })
  const goods = goodsTotal(lines, percent)
  const overall_cost = option.detail?.overall_cost ?? { goods, freight: null, terms: 0, total: goods }
  return { lines, concession, overall_cost, ...substituteOf(locale, option) }
}
