import { haggler } from "../buyers/haggler"
import { rational, exploitOf } from "../buyers/buyer"
import { EXPLOITS, MIX_EXPLOITS, type ExploitName } from "../buyers/exploits/scripts"
import { attackLine, shareTaken } from "../measure/exploitability"
import { engineSeller } from "../sellers/engine"
import { peerSeller, TACTICS } from "../sellers/peers"
import { play } from "../table/play"
import { SILENCE, type Move, type Reply, type Script, type Seller } from "../table/talk"
import { itemOf, LIST } from "../world/line"
import { lineWith, SETTINGS } from "./lines"

/** Plays a script against given replies and tells what it did; the last reply is given again. */
function listen(script: Script, replies: readonly Partial<Reply>[]): { moves: Move[]; taken: readonly unknown[] } {
  const moves: Move[] = []
  let step = script.next()
  while (step.done !== true) {
    moves.push(step.value)
    const reply = replies[Math.min(moves.length, replies.length) - 1] ?? {}
    step = script.next({ ...SILENCE, ...reply })
  }
  return { moves, taken: step.value }
}
const asksOf = (moves: readonly Move[]): number[] => moves.flatMap((move) => (move.do === "ask" ? [move.unitPrice] : []))
const at = (unitPrice: number, quantity = 40) => ({ quantity, unitPrice, levers: 0 })
const offering = (unitPrice: number): Partial<Reply> => ({ offers: [at(unitPrice)] })

function seller(name: string, change: Readonly<Record<string, number>> = {}): Seller {
  const tactic = TACTICS.find((each) => each.name === name)
  if (tactic === undefined) throw new Error(name)
  return peerSeller(tactic, "plain", { ...SETTINGS, ...change })
}

describe("ordinary buyers", () => {
  it("linear → even steps from the opening to what a piece is worth", () => {
    expect(asksOf(listen(haggler(lineWith()), [{}]).moves)).toEqual([7_000, 7_500, 8_000, 8_500, 9_000])
  })

  it("Boulware and conceder → late and early", () => {
    const of = (style: "boulware" | "conceder") => asksOf(listen(haggler(lineWith({ style })), [{}]).moves)
    expect(of("boulware")).toEqual([1, 2, 3, 4].reduce((asks, t) => [...asks, Math.floor(7_000 + 2_000 * (t / 4) ** 5)], [7_000]))
    expect(of("conceder")).toEqual([1, 2, 3, 4].reduce((asks, t) => [...asks, Math.floor(7_000 + 2_000 * Math.cbrt(t / 4))], [7_000]))
  })

  it("split → half the way to the counter, never beyond what a piece is worth", () => {
    const asks = asksOf(listen(haggler(lineWith({ style: "split" })), [offering(9_900), offering(9_800), offering(9_700)]).moves)
    expect(asks).toEqual([7_000, 8_450, 9_000, 9_000, 9_000])
  })

  it("one shot → one ask, then the offer or nothing", () => {
    const line = lineWith({ style: "one-shot", patience: 1 })
    expect(listen(haggler(line), [offering(8_900)])).toEqual({ moves: [{ do: "ask", unitPrice: 7_000, quantity: 40 }], taken: [at(8_900)] })
    expect(listen(haggler(line), [offering(9_100)]).taken).toEqual([])
  })

  it("an offer as good as the next ask → taken at once; a worse one only in the last round", () => {
    expect(listen(haggler(lineWith()), [offering(7_500)])).toMatchObject({ moves: [{}], taken: [at(7_500)] })
    const late = listen(haggler(lineWith({ style: "split" })), [offering(8_990)])
    expect([late.moves.length, late.taken]).toEqual([5, [at(8_990)]])
  })

  it("loses interest → leaves with nothing after that round", () => {
    expect(listen(haggler(lineWith({ walks: [false, true] })), [offering(8_990)])).toMatchObject({ moves: [{}, {}], taken: [] })
  })

  it("a person takes over → takes what stands if it is worth it, asks no more", () => {
    expect(listen(haggler(lineWith()), [{ ...offering(8_990), final: true }])).toMatchObject({ moves: [{}], taken: [at(8_990)] })
  })

  it("worth more than list → takes nothing that list would beat", () => {
    const line = lineWith({ value: LIST * 1.2, style: "one-shot", patience: 1 })
    expect(listen(haggler(line), [{ offers: [at(9_990, 120)] }]).taken).toEqual([])
    expect(listen(haggler(line), [offering(9_990)]).taken).toEqual([at(9_990)])
  })

  it("a flexible buyer → more pieces where that leaves it more", () => {
    const offers = [at(8_500, 80), at(8_900)]
    const flexible = lineWith({ flexible: true, cap: 3, elasticity: 4, style: "one-shot", patience: 1 })
    expect(listen(haggler(flexible), [{ offers }]).taken).toEqual([at(8_500, 80)])
    expect(listen(haggler({ ...flexible, flexible: false, cap: 1 }), [{ offers }]).taken).toEqual([at(8_900)])
  })
})

describe("exploit scripts", () => {
  const taken = (name: ExploitName, of: Seller, talks = 1): number => {
    const kind = EXPLOITS.find((each) => each.name === name)
    if (kind === undefined) throw new Error(name)
    return shareTaken(attackLine(lineWith()), of, kind, talks)
  }

  it("seven in the mix, as ENGINE.md lists them, drawn evenly", () => {
    expect(MIX_EXPLOITS.map(({ name }) => name)).toEqual(["creep-1", "creep-75", "bisection", "restart", "collusion", "split-order", "pad-reduce"])
    expect(exploitOf(lineWith({ scriptDraw: 0.999 }))).toBeInstanceOf(Function)
  })

  it("list only → nothing to take", () => {
    for (const { name } of EXPLOITS) expect(taken(name, seller("list"), 6)).toBe(0)
  })

  it.each(["split", "linear", "conceder", "micro"])("the creep from 1%% → everything from %s", (name) => {
    expect(taken("creep-1", seller(name))).toBeGreaterThan(0.99)
  })

  it("the creep from 1% → next to nothing from the engine", () => {
    expect(taken("creep-1", engineSeller(SETTINGS), 6)).toBeLessThanOrEqual(0.05)
  })

  it("bisection → finds the hidden threshold of 90% to half a percent of list", () => {
    const share = taken("bisection", seller("static"))
    expect(share * (LIST - itemOf(lineWith()).floor)).toBeGreaterThan(0.095 * LIST)
  })

  it("creep from 75%: one cent more each time", () => {
    const asks = asksOf(listen(rational(lineWith(), EXPLOITS[1]?.make(1) ?? exploitOf(lineWith())), [{}]).moves)
    expect(asks.slice(0, 3)).toEqual([7_500, 7_501, 7_502])
  })

  it("restarts → the engine remembers, another account it does not know", () => {
    const of = engineSeller(SETTINGS)
    const account = (number: number) => of.account({ ...itemOf(lineWith()), words: [1, 1] }, number)
    const counters = (open: ReturnType<typeof account>, asks: readonly number[]): (number | undefined)[] => {
      const session = open.open()
      return asks.map((ask) => session.ask(ask, 40).offers.find(({ quantity }) => quantity === 40)?.unitPrice)
    }
    const first = account(0)
    const talk = counters(first, [6_500, 7_000, 7_500, 7_900])
    const lowest = Math.min(...talk.map((price) => price ?? LIST))
    expect(lowest).toBeLessThan(talk[0] ?? 0)
    expect(counters(first, [6_500, 7_950])).toEqual([lowest, lowest])
    expect(counters(account(1), [6_500])[0]).toBeGreaterThan(lowest)
  })

  it("split order → buys all pieces in parts", () => {
    const { taken: parts } = play(rational(attackLine(lineWith()), EXPLOITS[5]?.make(1) ?? exploitOf(lineWith())), seller("linear"), itemOf(lineWith()))
    expect(parts.map(({ quantity }) => quantity)).toEqual([10, 10, 10, 10])
  })

  it("pad, then reduce → asks for three times the pieces, then for the real ones in a new talk", () => {
    const { moves } = listen(rational(lineWith(), EXPLOITS[6]?.make(1) ?? exploitOf(lineWith())), [{}])
    const kinds = moves.map((move) => (move.do === "ask" ? move.quantity : move.do))
    expect(kinds).toEqual([120, 120, 120, 120, "restart", 40, 40, 40, 40])
  })

  it("four accounts → each talks", () => {
    const { moves } = listen(rational(lineWith(), EXPLOITS[4]?.make(1) ?? exploitOf(lineWith())), [{}])
    expect(moves.filter((move) => move.do === "new-account")).toHaveLength(3)
  })

  it("a buyer that takes what was never offered → a fault, not a deal", () => {
    function* cheat(): Script {
      yield { do: "ask", unitPrice: 1, quantity: 40 }
      return [at(1)]
    }
    expect(() => play(cheat(), seller("linear"), itemOf(lineWith()))).toThrow("what was not offered")
  })

  it("what is found is bought only where it is worth it", () => {
    const kind = EXPLOITS[0]
    if (kind === undefined) throw new Error("no script")
    const poor = lineWith({ value: LIST * 0.5 })
    expect(play(rational(poor, kind.make(1)), seller("linear"), itemOf(poor)).taken).toEqual([])
  })
})
