import { alternativesOf, factOf, type Condition } from "../cart-price/conditions"
import type { PriceCandidate } from "../cart-price/resolve-prices"

/** Who an agreed price is for: every buyer of a company, or one of them. */
export interface Audience {
  /** What must be true of them, the region left out. */
  readonly conditions: readonly Condition[]
  /** Facts some of them may bring besides: groups and customers that price rules name and who are among them. */
  readonly members: ReadonlySet<string>
}

const is = (attribute: string, value: string): Condition => ({ attribute, operator: "eq", value })

/**
 * The conditions of those an agreement is for: the company's group; one buyer of it, as long as they are in it; or the buyer
 * alone where the company has no group.
 */
export function audienceConditions(
  company: { readonly customer_group_id: string | null },
  agreement: { readonly customer_id: string; readonly shared: boolean }
): Condition[] {
  const group = company.customer_group_id === null ? [] : [is("customer.groups.id", company.customer_group_id)]
  return company.customer_group_id === null || !agreement.shared ? [is("customer_id", agreement.customer_id), ...group] : group
}

/** The facts of everybody in an audience in a region. */
export function factsOf(audience: Pick<Audience, "conditions">, region_id: string): Set<string> {
  return new Set([...audience.conditions, is("region_id", region_id)].map(factOf))
}

/** Groups and customers that price rules name, apart from what the audience is anyway: whether members are among them must be asked. */
export function namedPeople(candidates: readonly PriceCandidate[]): { readonly groups: string[]; readonly customers: string[] } {
  const named = (attributes: readonly string[]) => {
    const conditions = candidates.flatMap((row) => [
      ...row.rules,
      ...(row.list?.rules ?? []).flatMap((rule) =>
        (Array.isArray(rule.value) ? (rule.value as unknown[]) : [rule.value]).map((value) => ({ attribute: rule.attribute, value: String(value) }))
      ),
    ])
    return [...new Set(conditions.filter((each) => attributes.includes(each.attribute)).map((each) => each.value))]
  }
  return { groups: named(["customer.groups.id"]), customers: named(["customer_id", "customer.id"]) }
}

/** The ways in which a row could reach somebody of the audience: each the conditions that are not theirs anyway, once each. */
export function waysTo(row: PriceCandidate, audience: Audience, region_id: string): Condition[][] {
  const facts = factsOf(audience, region_id)
  const about = (condition: Condition) => /^(region_id|customer_id|customer\.id|customer\.groups\.id)$/.test(condition.attribute)
  return alternativesOf(row).flatMap((way) => {
    const more = new Map(way.map((condition) => [factOf(condition), condition]))
    for (const fact of facts) more.delete(fact)
    const possible = [...more].every(([fact, condition]) => !about(condition) || audience.members.has(fact))
    return possible ? [[...more.values()]] : []
  })
}
