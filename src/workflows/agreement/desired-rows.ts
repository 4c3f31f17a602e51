import type { MedusaContainer } from "@medusajs/framework/types"
import { groupBy } from "@medusajs/framework/utils"
import { ContractError } from "../../contract"
import type { AgreementLineView } from "../../modules/negotiation/agreement-types"
import { factOf } from "../cart-price/conditions"
import { readCandidates, rowTitle, type CandidateRow } from "../cart-price/price-candidates"
import { audienceConditions, namedPeople, type Audience } from "./audience"
import type { PricedCompany } from "./company-price-list"
import { readNamedMembers, type NamedMembers } from "./members"
import { planVariant, type PlanProblem } from "./plan-variant"
import type { StoredRow } from "./price-rows"
import type { SharedList } from "./shared-price-lists"

/** A price row that should exist, with the agreement line it carries. */
export interface DesiredRow {
  readonly line_id: string
  /** The list it belongs to where that is one which companies share; null for the company's own. */
  readonly shared_list: SharedList | null
  readonly price: StoredRow["price"]
}

/** A line whose price can't be brought into the store, and why. */
export interface UnpricedLine {
  readonly line: AgreementLineView
  readonly error: ContractError
}

/** What should stand in the store for some agreement lines. */
export interface DesiredRows {
  readonly rows: readonly DesiredRow[]
  readonly unpriced: readonly UnpricedLine[]
}

function errorFor(problem: PlanProblem, line: AgreementLineView): ContractError {
  const words = {
    no_price: `${line.title} has no price here any more`,
    outranked: `The prices of ${line.title} have more rules than an agreed price can have`,
  }
  return new ContractError("agreement_not_applicable", words[problem], { variant_id: line.variant_id, why: problem })
}

function audienceOf(company: PricedCompany, line: AgreementLineView, members: NamedMembers): Audience {
  const conditions = audienceConditions(company, line)
  const group = (value: string) => factOf({ attribute: "customer.groups.id", operator: "eq", value })
  const customer = (value: string) => factOf({ attribute: "customer_id", operator: "eq", value })
  const alone = conditions.some(({ attribute }) => attribute === "customer_id")
  const others = alone ? (members.groupsOf.get(line.customer_id) ?? []).map(group) : [...members.groups.map(group), ...members.customers.map(customer)]
  return { conditions, members: new Set(others) }
}

function planLines(company: PricedCompany, lines: readonly AgreementLineView[], candidates: readonly CandidateRow[], members: NamedMembers): DesiredRows {
  const [first] = lines
  const [row] = candidates
  if (!first) return { rows: [], unpriced: [] }
  const planned = row
    ? planVariant({
        region_id: first.region_id,
        preferences: { region: row.region_includes_tax, currency: row.currency_includes_tax },
        agreed: lines.map((line) => ({ ...line, line_id: line.id, audience: audienceOf(company, line, members) })),
        candidates,
      })
    : "no_price"
  if (typeof planned === "string") return { rows: [], unpriced: lines.map((line) => ({ line, error: errorFor(planned, line) })) }
  const titles = new Map(lines.map((line) => [line.id, rowTitle(line.agreement_id)]))
  return {
    rows: planned.map(({ line_id, by_currency, over_base, min_quantity, max_quantity, unit_price, rules }) => ({
      line_id,
      shared_list: by_currency || over_base ? { region_id: by_currency ? first.region_id : null, type: over_base ? "override" : "sale" } : null,
      price: {
        title: titles.get(line_id) ?? "",
        price_set_id: row?.price_set_id ?? "",
        currency_code: first.currency_code,
        amount: unit_price,
        min_quantity,
        max_quantity,
        rules,
      },
    })),
    unpriced: [],
  }
}

/**
 * The price rows that carry a company's live agreement lines. Everything the company agreed on for a variant in a region and
 * currency must be among the lines: their rows are ordered against each other. One statement for each region and currency, and
 * one about the people that price rules name.
 */
export async function desiredRows(container: MedusaContainer, company: PricedCompany, lines: readonly AgreementLineView[]): Promise<DesiredRows> {
  const live = lines.filter((line) => line.live)
  const places = [...(groupBy(live as AgreementLineView[], "region_id") as Map<string, AgreementLineView[]>).values()].flatMap((each) => [
    ...(groupBy(each, "currency_code") as Map<string, AgreementLineView[]>).values(),
  ])
  const read = await Promise.all(
    places.map(async (here) => ({
      here,
      candidates: await readCandidates(container, {
        variant_ids: [...new Set(here.map((line) => line.variant_id))],
        region_id: here[0]?.region_id ?? "",
        currency_code: here[0]?.currency_code ?? "",
        without_price_list_id: company.price_list_id,
      }),
    }))
  )
  const people = namedPeople(read.flatMap(({ candidates }) => candidates.filter((row) => row.list !== null)))
  const members = await readNamedMembers(container, company, people, [...new Set(live.map((line) => line.customer_id))])
  const rows: DesiredRow[] = []
  const unpriced: UnpricedLine[] = []
  for (const { here, candidates } of read) {
    const byVariant = groupBy(candidates, "variant_id") as Map<string, CandidateRow[]>
    for (const [variant_id, ofVariant] of groupBy(here, "variant_id") as Map<string, AgreementLineView[]>) {
      const planned = planLines(company, ofVariant, byVariant.get(variant_id) ?? [], members)
      rows.push(...planned.rows)
      unpriced.push(...planned.unpriced)
    }
  }
  return { rows, unpriced }
}
