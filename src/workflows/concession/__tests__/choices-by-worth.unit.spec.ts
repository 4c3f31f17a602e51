import fc from "fast-check"
import { choicesByWorth } from "../settle/hold-to-floor"

const worthOf = (alone: ReadonlyMap<string, number>) => (choice: readonly string[]) => choice.reduce((sum, code) => sum + (alone.get(code) ?? 0), 0)

describe("choices of concessions, by what they take off", () => {
  it("of three: all, then pairs and single ones as they are worth, nothing last", () => {
    const alone = new Map([["A", 6], ["B", 5], ["C", 2]])
    expect(choicesByWorth(alone).map((choice) => [...choice].sort().join(""))).toEqual(["ABC", "AB", "AC", "BC", "A", "B", "C", ""])
  })

  it("of equal worth: the one of fewer", () => {
    expect(choicesByWorth(new Map([["A", 3], ["B", 2], ["C", 1]])).map((choice) => choice.length).slice(0, 4)).toEqual([3, 2, 2, 1])
  })

  it("every choice once, none worth more than one before it, of the six largest", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1_000 }), { maxLength: 8 }), (amounts) => {
        const alone = new Map(amounts.map((amount, index) => [`c${index}`, amount]))
        const choices = choicesByWorth(alone)
        expect(new Set(choices.map((choice) => [...choice].sort().join())).size).toBe(2 ** Math.min(6, amounts.length))
        const worth = choices.map(worthOf(alone))
        expect(worth).toEqual([...worth].sort((a, b) => b - a))
        const largest = [...amounts].sort((a, b) => b - a).slice(0, 6).reduce((sum, amount) => sum + amount, 0)
        expect(worth[0]).toBe(largest)
        expect(choices.at(-1)).toEqual([])
      })
    )
  })
})
