import { lineWith, units } from "../../__tests__/story"
import { undominated } from "../dominance"
import { propose, withConcession, type ProposedCut, type Proposal } from "../option"

const ids = ["line_1", "line_2"]
/** An option of one or two lines: pieces at a price in major units. */
function option(...lines: [number, number, string?][]): Proposal {
  const proposal = propose("volume", false, lines.map(([quantity, price, article], index) => ({
    line: lineWith({ line_id: ids[index] ?? "", variant_id: `variant_${index}` }),
    variantId: article ?? `variant_${index}`, cost: units(80), costKnown: true, quantity, unitPrice: units(price),
  })))
  if (proposal === null) throw new Error("too large")
  return proposal
}
const cut = (proposal: Proposal, bps: number, id = "slow", kind: ProposedCut["kind"] = "freight") => withConcession(proposal, { kind, id, cut: bps, lever: null })
const kept = (...proposals: Proposal[]) => undominated(proposals).map((proposal) => proposals.indexOf(proposal))

describe("options beside each other", () => {
  it("stay where each is better in something", () => {
    expect(kept(option([4_000, 110]), option([2_000, 118]))).toEqual([0, 1])
    expect(kept(option([2_000, 118]), option([3_000, 114]), option([4_000, 110]))).toEqual([0, 1, 2])
    expect(kept(option([2_000, 118]))).toEqual([0])
    expect(kept()).toEqual([])
  })

  it("go where another asks for no more pieces at no higher price", () => {
    expect(kept(option([4_000, 110]), option([3_000, 110]))).toEqual([1])
    expect(kept(option([4_000, 110]), option([4_000, 109.99]))).toEqual([1])
    expect(kept(option([3_000, 109]), option([4_000, 110]), option([2_000, 118]))).toEqual([0, 2])
  })

  it("go where another gives more pieces for no more money", () => {
    expect(kept(option([4_000, 59]), option([2_000, 118]))).toEqual([0])
    expect(kept(option([4_000, 59.01]), option([2_000, 118]))).toEqual([0, 1])
  })

  it("leave the first of two alike", () => {
    expect(kept(option([2_000, 118]), option([2_000, 118]))).toEqual([0])
    expect(kept(option([4_000, 110]), option([2_000, 118]), option([2_000, 118]))).toEqual([0, 1])
  })

  it("are compared line by line", () => {
    expect(kept(option([2_000, 118], [500, 50]), option([2_000, 117], [500, 51]))).toEqual([1])
    expect(kept(option([2_000, 118], [600, 50]), option([2_500, 117], [500, 51]))).toEqual([0, 1])
    expect(kept(option([2_000, 118], [500, 50]), option([2_000, 117], [500, 50]))).toEqual([1])
    // More of the one for less of the other, at the same money.
    expect(kept(option([3_000, 10], [500, 20]), option([2_000, 15], [1_000, 10]))).toEqual([0, 1])
    expect(kept(option([3_000, 10], [500, 20]), option([2_000, 15], [500, 20]))).toEqual([0])
  })

  it("go for no option with a condition, nor for one on another article", () => {
    expect(kept(option([2_000, 118]), cut(option([2_000, 118]), 100))).toEqual([0, 1])
    expect(kept(option([2_000, 118]), option([2_000, 109, "variant_9"]))).toEqual([0, 1])
    expect(kept(option([2_000, 118], [500, 50]), option([2_000, 117], [500, 49, "variant_9"]))).toEqual([0, 1])
  })

  it("with a condition go for one without that costs no more, or for one on the same condition", () => {
    expect(kept(cut(option([2_000, 118]), 100), option([2_000, 116]))).toEqual([1])
    expect(kept(cut(option([2_000, 118]), 100), option([2_000, 117]))).toEqual([0, 1])
    expect(kept(cut(option([2_000, 118]), 100), cut(option([2_000, 118]), 101))).toEqual([1])
    expect(kept(cut(option([2_000, 118]), 100), cut(option([2_000, 118]), 101, "slower"))).toEqual([0, 1])
    expect(kept(cut(option([2_000, 118]), 100), cut(option([2_000, 118]), 101, "slow", "payment_term"))).toEqual([0, 1])
    expect(kept(cut(option([4_000, 118]), 5_100), cut(option([2_000, 118]), 100))).toEqual([0])
  })
})
