import { load } from "./load"

describe("a walk in several processes", () => {
  it("shares its sequences out, each process with a seed of its own", async () => {
    const { shareOut } = await load("lib/walk.mjs")
    const shares: { runs: number; seed: number }[] = shareOut({ runs: 10, processes: 3, seed: 7 })
    expect(shares.map((share) => share.runs)).toEqual([4, 3, 3])
    expect(new Set(shares.map((share) => share.seed)).size).toBe(3)
    expect(shares[0]?.seed).toBe(7)
    expect(shareOut({ runs: 1, processes: 4, seed: 7 })).toHaveLength(1)
  })

  it("reads what it is told and refuses what it does not know", async () => {
    const { readWalk } = await load("lib/walk.mjs")
    const otherwise = { runs: 1_000, processes: 2, seed: 5 }
    expect(readWalk([], otherwise)).toEqual(otherwise)
    expect(readWalk(["--runs", "60", "--seed", "0"], otherwise)).toEqual({ runs: 60, processes: 2, seed: 0 })
    for (const words of [["--run", "60"], ["--runs"], ["--runs", "0"], ["--processes", "two"], ["60"]]) {
      expect(() => readWalk(words, otherwise)).toThrow(/Try/)
    }
  })

  it("counts sequences and divergences, a process that died among them", async () => {
    const { addUp } = await load("lib/walk.mjs")
    const walked = "walk: WALK_SEED=1\n    walk: 30 sequences in 12 s from WALK_SEED=1\n"
    expect(addUp([{ log: walked, passed: true }, { log: walked, passed: false }, { log: "", passed: false }])).toEqual({ sequences: 60, diverged: 2 })
  })
})
