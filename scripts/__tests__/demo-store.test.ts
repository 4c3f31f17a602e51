import { policyTermsSchema } from "../../src/contract"
import { CATALOGUE, CATEGORY_NAMES, inEuro, SUBSTITUTES, withVat } from "../seed/catalogue"
import { COMPANIES, STORY_BUYER, emailOf } from "../seed/companies"
import { demoLevers, POLICIES } from "../seed/policies"

const open = CATALOGUE.filter((article) => article.kind === "open")
const automatic = POLICIES.filter((policy) => !policy.segments.includes("strategic"))

describe("the demo store", () => {
  it("sells some forty articles in a few categories", () => {
    expect(CATALOGUE.length).toBeGreaterThanOrEqual(38)
    expect(new Set(CATALOGUE.map((article) => article.sku)).size).toBe(CATALOGUE.length)
    expect(CATEGORY_NAMES.length).toBeGreaterThanOrEqual(4)
  })

  it("has at least eight buyers in at least four companies that are answered at once", () => {
    const companies = COMPANIES.filter((company) => company.segment !== "strategic")
    expect(companies.length).toBeGreaterThanOrEqual(4)
    expect(companies.flatMap((company) => company.buyers).length).toBeGreaterThanOrEqual(8)
    expect(companies.flatMap((company) => company.buyers.map((name) => emailOf(company, name)))).toContain(STORY_BUYER)
    for (const company of COMPANIES) expect(company.domain).toMatch(/\.example\.com$/)
  })

  it("has at least twenty articles every buyer may negotiate", () => expect(open.length).toBeGreaterThanOrEqual(20))

  it.each(open.map((article) => [article.title, article] as const))("may be negotiated by everybody: %s", (_, { list, cost, stock }) => {
    expect(stock).toBeGreaterThanOrEqual(5_000)
    for (const { terms } of automatic) {
      const floor = (cost ?? Infinity) / (1 - terms.minimum_margin)
      expect(floor).toBeLessThanOrEqual(0.85 * list)
      expect(200 * list).toBeLessThanOrEqual(Math.min(...Object.values(terms.automatic_limit)))
      // The first counter is never so low that an ask of 10% under list would be accepted at once.
      const firstCounter = list - terms.opening_concession * (list - (cost ?? 0))
      expect(firstCounter - terms.acceptance_tolerance * list).toBeGreaterThan(0.9 * list)
    }
  })

  it("sells in Germany at the euro price with 19% on top, to the cent", () => {
    const story = CATALOGUE.find((article) => article.kind === "story")
    expect(withVat(inEuro(story?.list ?? 0))).toBe(131.38)
    for (const { list } of CATALOGUE) expect(Math.abs(withVat(inEuro(list)) - inEuro(list) * 1.19)).toBeLessThanOrEqual(0.005 + 1e-9)
  })

  it("has terms the contract allows", () => {
    for (const { terms, trades } of POLICIES) {
      expect(policyTermsSchema.safeParse(trades ? { ...terms, levers: demoLevers(trades, "so_1") } : terms).success).toBe(true)
    }
  })

  it("trades more than volume with two segments, not with the story's, and names articles that may stand in", () => {
    expect(POLICIES.filter((policy) => policy.trades).map((policy) => policy.segments)).toEqual([["deal_optimiser"], ["list_loyal"]])
    const bySku = new Map(CATALOGUE.map((article) => [article.sku, article]))
    for (const [asked, instead] of Object.entries(SUBSTITUTES)) {
      for (const other of instead) expect(bySku.get(other)?.list).toBeLessThan(0.9 * (bySku.get(asked)?.list ?? 0))
    }
  })

  it("has the story's article and policy at the golden figures", () => {
    const stories = CATALOGUE.filter((article) => article.kind === "story")
    expect(stories).toHaveLength(1)
    expect(stories[0]).toMatchObject({ list: 120, cost: 80 })
    expect(stories[0]?.stock).toBeGreaterThanOrEqual(50_000)
    expect(POLICIES.find((policy) => policy.segments.includes("volume_buyer"))?.terms).toMatchObject({
      opening_concession: 0.05,
      talk_concession_limit: 0.2,
      curve_shape: 0.5,
      volume_gain_share: 0.55,
      rounds: 4,
      reciprocity: 1,
      minimum_margin: 0.15,
      acceptance_tolerance: 0.004,
      minimum_plausible_ask: 0.7,
      volume_cap_factor: 3,
      incremental_share: 1,
      volume_step: 500,
      automatic_limit: { usd: 500_000 },
    })
  })
})
