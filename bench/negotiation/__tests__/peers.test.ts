import { volumeTrade, leverTrades } from "../sellers/menu"
import { peerSeller, TACTICS, type TacticKind } from "../sellers/peers"
import { reservationPrice } from "../sellers/peers/peer"
import { bestPostedPrice, demandAt } from "../sellers/posted-price"
import type { Settings } from "../sellers/settings"
import { drawLines, LIST, type SellerItem } from "../world/line"
import { populationOf } from "../world/populations"
import { SETTINGS } from "./lines"

const item: SellerItem = { list: LIST, cost: 6_000, floor: 6_316, words: [1, 1] }

function tacticOf(name: string): TacticKind {
  const found = TACTICS.find((tactic) => tactic.name === name)
  if (found === undefined) throw new Error(name)
  return found
}

/** What a plain seller answers to asks: its counter, or "takes" and the price. */
function answers(name: string, asks: readonly number[], change: Settings = {}): (number | string | null)[] {
  const session = peerSeller(tacticOf(name), "plain", { ...SETTINGS, ...change }).account(item, 0).open()
  return asks.map((ask) => {
    const { accepted, offers } = session.ask(ask, 40)
    return accepted === null ? (offers[0]?.unitPrice ?? null) : `takes ${accepted.unitPrice}`
  })
}

describe("peers do what their papers say", () => {
  it("list only → nothing but list", () => {
    expect(answers("list", [5_000, 9_999, 10_000])).toEqual([null, null, "takes 10000"])
  })

  it("static 90% → takes 90% of list, says nothing to less", () => {
    expect(answers("static", [8_999, 9_000])).toEqual([null, "takes 9000"])
  })

  it("static 90% → never under its reservation price", () => {
    expect(answers("static", [9_000, 9_400], { kept: 0.85 })).toEqual([null, "takes 9400"])
  })

  it("split the difference → half the way each time, down to the reservation price, agrees within its tolerance", () => {
    expect(answers("split", [7_000, 7_500, 7_900])).toEqual([8_500, 8_000, "takes 7900"])
    expect(answers("split", [100, 101, 102])).toEqual([6_316, 6_316, 6_316])
  })

  it("linear → an equal step a round, at the reservation price in the last and after", () => {
    expect(answers("linear", [1, 1, 1, 1, 1, 1], { kept: 0.25, deadline: 5 })).toEqual([9_400, 8_800, 8_200, 7_600, 7_000, 7_000])
  })

  it("Boulware .2 → (t/T)^5 of the way", () => {
    const expected = [1, 2, 3, 4, 5].map((round) => Math.ceil(10_000 - 3_000 * (round / 5) ** 5)).map((price) => (price === LIST ? null : price))
    expect(answers("boulware", [1, 1, 1, 1, 1], { kept: 0.25, deadline: 5 })).toEqual(expected)
  })

  it("conceder 3 → (t/T)^(1/3) of the way", () => {
    const expected = [1, 2, 3, 4, 5].map((round) => Math.ceil(10_000 - 3_000 * Math.cbrt(round / 5)))
    expect(answers("conceder", [1, 1, 1, 1, 1], { kept: 0.25, deadline: 5 })).toEqual(expected)
  })

  it("a tactic by time → takes an ask no worse than what it would say next", () => {
    expect(answers("linear", [9_399, 8_800], { kept: 0.25, deadline: 5 })).toEqual([9_400, "takes 8800"])
  })

  it("tit for tat → gives what it was given, nothing for nothing, nothing for a step back", () => {
    expect(answers("tit-for-tat", [7_000, 7_300, 7_300, 7_000, 7_100], { opening: 0.02 })).toEqual([9_800, 9_500, 9_500, 9_500, 9_400])
  })

  it("MiCRO → a step for every new ask, none for one heard before", () => {
    expect(answers("micro", [7_000, 7_000, 7_100, 7_000, 7_200], { step: 0.05 })).toEqual([9_500, 9_500, 9_000, 9_000, 8_500])
  })

  it("every peer → never under its reservation price, never higher than before, forgets from talk to talk", () => {
    for (const tactic of TACTICS) {
      const account = peerSeller(tactic, "plain", { ...SETTINGS, kept: 0.2 }).account(item, 0)
      const talk = (): (number | null)[] => {
        const session = account.open()
        return Array.from({ length: 12 }, (_, step) => session.ask(1_000 + step * 50, 40).offers[0]?.unitPrice ?? null)
      }
      const prices = talk()
      const least = reservationPrice(item, { kept: 0.2 })
      prices.forEach((price, step) => {
        expect(price ?? LIST).toBeGreaterThanOrEqual(least)
        expect(price ?? LIST).toBeLessThanOrEqual(prices[step - 1] ?? LIST)
      })
      expect(talk()).toEqual(prices)
    }
  })
})

describe("the same menu", () => {
  const golden: SellerItem = { list: 12_000, cost: 8_000, floor: 9_412, words: [1, 1] }

  it("the golden story's figures → 3,759 pieces earn 110", () => {
    const terms = volumeTrade(golden, { gain_share: 0.55, volume_cap: 3 }, { price: 11_800, ask: 11_000, quantity: 2_000 })
    expect(terms).toEqual({ quantity: 3_759, unitPrice: 11_000, levers: 0 })
  })

  it("an ask that no quantity earns → the best price at the cap", () => {
    const terms = volumeTrade(golden, { gain_share: 0.55, volume_cap: 3 }, { price: 11_800, ask: 9_000, quantity: 2_000 })
    expect(terms).toEqual({ quantity: 6_000, unitPrice: Math.ceil(10_090 + 1_710 / 3), levers: 0 })
  })

  it("an ask at the price, or no room under the cap → no trade", () => {
    expect(volumeTrade(golden, { gain_share: 0.55, volume_cap: 3 }, { price: 11_800, ask: 11_800, quantity: 2_000 })).toBeNull()
    expect(volumeTrade(golden, { gain_share: 0.55, volume_cap: 1.3 }, { price: 11_800, ask: 9_000, quantity: 2 })).toBeNull()
  })

  it("levers → a share of the seller's gain each, never under the floor", () => {
    expect(leverTrades(item, { lever_kept: 0.5 }, { price: 9_000, ask: 1, quantity: 40 })).toEqual([
      { quantity: 40, unitPrice: 8_940, levers: 1 }, { quantity: 40, unitPrice: 8_960, levers: 2 },
    ])
    expect(leverTrades(item, { lever_kept: 0.5 }, { price: item.floor, ask: 1, quantity: 40 })).toEqual([])
  })

  it("with the menu → the trade beside the plain counter, nothing else changed", () => {
    for (const tactic of TACTICS) {
      const plain = peerSeller(tactic, "plain", SETTINGS).account(item, 0).open().ask(8_000, 40)
      const menu = peerSeller(tactic, "volume", SETTINGS).account(item, 0).open().ask(8_000, 40)
      expect(menu.accepted).toEqual(plain.accepted)
      expect(menu.offers.filter(({ quantity }) => quantity === 40)).toEqual(plain.offers)
      if (plain.accepted === null) expect(menu.offers.some(({ quantity }) => quantity > 40)).toBe(true)
    }
  })
})

describe("the posted price", () => {
  const population = populationOf("catalogue")

  it("demand → the share of drawn buyers to whom a piece is worth it", () => {
    const lines = drawLines(population, "tuning", 1, 20_000)
    for (const price of [7_000, 8_800, 10_000]) {
      expect(demandAt(population, price)).toBeCloseTo(lines.filter(({ value }) => value >= price).length / lines.length, 1)
    }
  })

  it("the best price → no other earns more", () => {
    const best = bestPostedPrice(population, 6_316, 6_000)
    const earned = (price: number): number => (price - 6_000) * demandAt(population, price)
    for (let price = 6_316; price <= LIST; price += 37) expect(earned(price)).toBeLessThanOrEqual(earned(best) * 1.0005)
  })
})
