import { bestAsk, emptyMemory, isRepeated, standingCounter, withAsk, withCounter } from ".."
import { units } from "../../__tests__/story"

const point = (quantity: number, price: number) => ({ quantity, unit_price: units(price) })
const COUNTERS = [point(2_000, 118), point(3_000, 114), point(4_000, 110)]
const ASKS = [point(1_000, 112), point(2_000, 110), point(4_000, 105)]

describe("prices that were given", () => {
  const adding = (quantity: number, price: number) => withCounter(COUNTERS, quantity, units(price))

  it("are kept by quantity", () => {
    expect(withCounter([], 2_000, units(118))).toEqual([point(2_000, 118)])
    expect(adding(1_000, 119)).toEqual([point(1_000, 119), ...COUNTERS])
    expect(adding(2_500, 116)).toEqual([point(2_000, 118), point(2_500, 116), point(3_000, 114), point(4_000, 110)])
    expect(adding(5_000, 109)).toEqual([...COUNTERS, point(5_000, 109)])
  })

  it("take the place of what they go beyond: as many pieces or more, at as high a price or a higher", () => {
    expect(adding(3_000, 113)).toEqual([point(2_000, 118), point(3_000, 113), point(4_000, 110)])
    expect(adding(2_500, 114)).toEqual([point(2_000, 118), point(2_500, 114), point(4_000, 110)])
    expect(adding(2_000, 110)).toEqual([point(2_000, 110)])
    expect(adding(1_000, 100)).toEqual([point(1_000, 100)])
  })

  it("change nothing where as much was given for as few", () => {
    for (const [quantity, price] of [[2_000, 118], [2_000, 119], [2_500, 118], [4_000, 110], [9_000, 110]] as const) expect(adding(quantity, price)).toBe(COUNTERS)
  })

  it("hold for their quantity or more, the lowest first", () => {
    const lowest = (quantity: number) => standingCounter({ ...emptyMemory(), counters: COUNTERS }, quantity)
    expect([lowest(1_999), lowest(2_000), lowest(3_999), lowest(4_000)]).toEqual([null, units(118), units(114), units(110)])
    expect(standingCounter({ ...emptyMemory(), counters: [...COUNTERS].reverse() }, 5_000)).toBe(units(110))
  })
})

describe("asks that were answered", () => {
  const adding = (quantity: number, price: number) => withAsk(ASKS, quantity, units(price))

  it("say all that fewer pieces at a lower price would", () => {
    expect(adding(2_000, 111)).toEqual([point(1_000, 112), point(2_000, 111), point(4_000, 105)])
    expect(adding(3_000, 110)).toEqual([point(1_000, 112), point(3_000, 110), point(4_000, 105)])
    expect(adding(5_000, 120)).toEqual([point(5_000, 120)])
    expect(adding(500, 113)).toEqual([point(500, 113), ...ASKS])
    for (const [quantity, price] of [[1_000, 112], [900, 112], [1_000, 111], [3_000, 105]] as const) expect(adding(quantity, price)).toBe(ASKS)
  })

  it("are repeated by one for as many pieces or fewer at as low a price or a lower", () => {
    const repeats = (quantity: number, price: number) => isRepeated({ ...emptyMemory(), asks: ASKS }, { quantity, unitPrice: units(price) })
    expect([repeats(1_000, 112), repeats(999, 111), repeats(4_000, 105)]).toEqual([true, true, true])
    expect([repeats(1_000, 112.01), repeats(1_001, 112), repeats(4_001, 105), repeats(4_001, 90)]).toEqual([false, false, false, false])
  })

  it("know the best of them, whatever its quantity", () => {
    expect(bestAsk({ ...emptyMemory(), asks: ASKS })).toBe(units(112))
    expect(bestAsk({ ...emptyMemory(), asks: [...ASKS].reverse() })).toBe(units(112))
    expect(bestAsk(emptyMemory())).toBe(0)
  })
})
