import type { PolicyTerms } from "../types"
import type { PolicyProblem } from "./compiled"

/**
 * What can't work in the rules of eligibility: a part of the catalogue that is both asked for and kept out, and a smallest
 * deal that the automatic limit never reaches.
 */
export function checkEligibility({ eligibility, automatic_limit }: PolicyTerms): PolicyProblem[] {
  if (eligibility === undefined) return []
  const problems: PolicyProblem[] = []
  eligibility.never_products.forEach((scope, index) => {
    if (!eligibility.only_products.includes(scope)) return
    problems.push({ path: `eligibility.never_products[${index}]`, message: `${scope} is also in only_products: it can't be both` })
  })
  const limits = new Map(Object.entries(automatic_limit ?? {}).map(([code, limit]) => [code.toLowerCase(), limit]))
  for (const [code, minimum] of Object.entries(eligibility.minimum_value)) {
    const limit = limits.get(code.toLowerCase())
    if (limit === undefined || minimum < limit) continue
    problems.push({
      path: `eligibility.minimum_value.${code}`,
      message: `must be under automatic_limit.${code} (${limit}): no deal could ever be answered automatically`,
    })
  }
  return problems
}
