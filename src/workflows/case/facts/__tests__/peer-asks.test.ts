import { peerAsks } from "../peer-asks"

const ask = (depth: number, company: number | string = depth, age_days = 1, variant_id = "variant") => ({ variant_id, company_id: `company_${company}`, age_days, depth })
const ten = [300, 100, 900, 200, 400, 1_000, 600, 500, 800, 700].map((depth) => ask(depth))

describe("how deep peers ask", () => {
  it("is what nine in ten of them asked for at most", () => {
    expect(peerAsks(ten, "variant", 30)).toEqual({ count: 10, deepest_usual: 900 })
    expect(peerAsks([ask(250)], "variant", 30)).toEqual({ count: 1, deepest_usual: 250 })
  })

  it("counts a company once, by its newest ask", () => {
    expect(peerAsks([ask(100, "a", 1), ask(5_000, "a", 2), ask(200, "b", 3)], "variant", 30)).toEqual({ count: 2, deepest_usual: 200 })
  })

  it("leaves out other articles and what is older than the window", () => {
    expect(peerAsks([ask(100, "a", 29), ask(900, "b", 30), ask(950, "c", 1, "other")], "variant", 30)).toEqual({ count: 1, deepest_usual: 100 })
    expect(peerAsks([], "variant", 30)).toBeNull()
  })
})
