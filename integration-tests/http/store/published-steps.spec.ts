import { cartWith, type Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { createPolicy } from "../../setup/terms"
import { askFirst, negotiationOf, optionOf } from "./ask"

storeTest(({ as, container, ground }) => {
  beforeEach(async () => {
    await createPolicy(container(), { initiation: "threshold" }, [], 2_000)
  })
  const basketIn = (currency: "usd" | "gbp", who: Client) => cartWith(who, ground().regions[currency], [{ article: ground().articles.cylinder, quantity: 2_000 }])
  const stepsOf = async (cart_id: string) => {
    const { data } = await as.anna().get(`/store/price-ladders?cart_id=${cart_id}`)
    return data.ladders[0].thresholds.map((step: { min_quantity: number; unit_price: number }) => [step.min_quantity, step.unit_price])
  }
  const lineOf = async (cart_id: string) => {
    const { quantity, unit_price } = (await as.anna().get(`/store/carts/${cart_id}`)).data.cart.items[0]
    return [quantity, unit_price]
  }

  it.each([
    ["usd", 3_000, 114, 0],
    ["usd", 4_000, 112, 1],
    ["gbp", 3_000, 136.8, 0],
  ] as const)("in %s, %i pieces at %d, asked for as published → agreed, and in the cart", async (currency, quantity, price, place) => {
    const basket = await basketIn(currency, as.anna())
    expect((await stepsOf(basket.id))[place]).toEqual([quantity, price])
    const asked = await askFirst(as.anna(), basket, price, { quantity })
    expect(asked).toMatchObject({ status: "agreed", agreement: { lines: [{ min_quantity: quantity, unit_price: price }] } })
    expect(await lineOf(basket.id)).toEqual([quantity, price])
  })

  it("under it → countered; then as published, in the same case and with the same cart → agreed", async () => {
    const basket = await basketIn("usd", as.anna())
    const asked = await askFirst(as.anna(), basket, 113, { quantity: 3_000 })
    expect([asked.status, asked.lines[0]?.quantity]).toEqual(["awaiting_buyer", 3_000])
    const [[quantity, price]] = await stepsOf(basket.id)
    expect([quantity, price]).toEqual([3_000, 114])
    const lines = [{ line_id: asked.lines[0]?.id, target_unit_price: 114 }]
    const met = negotiationOf(await as.anna().post(`/store/negotiations/${asked.id}/counter`, { version: asked.version, lines }), 200)
    expect(met).toMatchObject({ status: "agreed", agreement: { lines: [{ min_quantity: 3_000, unit_price: 114 }] } })
    expect(await lineOf(basket.id)).toEqual([3_000, 114])
  })

  it("after withdrawing, as long as it is published → agreed", async () => {
    const basket = await basketIn("usd", as.anna())
    const asked = await askFirst(as.anna(), basket, 113, { quantity: 3_000 })
    expect((await as.anna().post(`/store/negotiations/${asked.id}/withdraw`, { version: asked.version })).status).toBe(200)
    expect((await stepsOf(basket.id))[0]).toEqual([3_000, 114])
    expect((await askFirst(as.anna(), basket, 114, { quantity: 3_000 })).status).toBe("agreed")
  })

  it("the pieces are in the cart already → the ladder no longer shows the step, and more of them support its price", async () => {
    const basket = await basketIn("usd", as.anna())
    await as.anna().post(`/store/carts/${basket.id}/line-items/${basket.items[0].id}`, { quantity: 3_000 })
    expect((await stepsOf(basket.id)).every(([quantity]: [number]) => quantity > 3_000)).toBe(true)
    const asked = await askFirst(as.anna(), basket, 114)
    expect([asked.status, optionOf(asked, "volume").lines[0]?.quantity]).toEqual(["awaiting_buyer", 4_000])
  })
})
