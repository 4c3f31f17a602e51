import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { priceLadderSchema, type PriceLadder } from "../../src/contract"
import { agreedIn, until } from "../http/agreements/agreed"
import { acceptOption, askFirst } from "../http/store/ask"
import { cartWith, type Client } from "../setup/client"
import { complete, prepareCheckout } from "../setup/checkout"
import { storeTest } from "../setup/store-test"

/** Intl separates with spaces that don't break. */
const plain = (text: string | null): string | null => text && text.replace(/[\u00a0\u202f]/g, " ")

storeTest((store) => {
  const { as, container, ground, people } = store
  const { agree } = agreedIn(store)
  const cylinder = () => ground().articles.cylinder
  const buyer = () => people().acme.buyers[0]

  /** Anna's cart with the story's deal in it: 4,000 cylinders at 110, agreed over HTTP. */
  async function dealt(): Promise<{ cart_id: string; line_id: string }> {
    const basket = await store.cart(as.anna(), [{ article: cylinder(), quantity: 2_000 }])
    await acceptOption(as.anna(), await askFirst(as.anna(), basket, 110), "volume")
    return { cart_id: basket.id, line_id: basket.items[0].id }
  }

  async function laddersOf(who: Client, query: string, language = "en"): Promise<PriceLadder[]> {
    const { status, data } = await who.get(`/store/price-ladders?${query}`, { "accept-language": language })
    expect(status).toBe(200)
    return data.ladders.map((ladder: unknown) => priceLadderSchema.parse(ladder))
  }
  /** What the buyer is told about each line of a cart, by the line. */
  async function hintsOf(who: Client, cart_id: string, language = "en"): Promise<(string | null)[]> {
    const ladders = await laddersOf(who, `cart_id=${cart_id}`, language)
    return ladders.sort((a, b) => a.quantity - b.quantity).map((ladder) => plain(ladder.hint))
  }
  const linesOf = async (who: Client, cart_id: string) => {
    const { items } = (await who.get(`/store/carts/${cart_id}`)).data.cart
    return items.map(({ quantity, unit_price }: { quantity: number; unit_price: number }) => [quantity, unit_price]).sort((a: number[], b: number[]) => a[0]! - b[0]!)
  }
  const setQuantity = (who: Client, cart_id: string, line_id: string, quantity: number) =>
    who.post(`/store/carts/${cart_id}/line-items/${line_id}`, { quantity })
  const add = (who: Client, cart_id: string, variant_id: string, quantity: number, metadata?: object) =>
    who.post(`/store/carts/${cart_id}/line-items`, { variant_id, quantity, ...(metadata ? { metadata } : {}) })

  /** Orders a cart. Where it buys at an agreed price it waits until the agreement has counted it, else nothing may be claimed. */
  async function ordered(cart_id: string, { currency = "usd", counted = true }: { currency?: "usd" | "eur" | "gbp"; counted?: boolean } = {}): Promise<[number, number][]> {
    await prepareCheckout(as.anna(), ground(), cart_id, buyer().email, currency)
    const { data } = await complete(as.anna(), cart_id)
    expect(data.type).toBe("order")
    const uses = () => store.truth().rows("negotiation_agreement_use", { cart_id })
    if (counted) await until(async () => (await uses()).some((use) => use.order_id === data.order.id && use.status === "confirmed"))
    else expect(await uses()).toEqual([])
    return data.order.items.map(({ quantity, unit_price }: { quantity: number; unit_price: number }) => [quantity, unit_price]).sort()
  }

  const CHEAPER = "From 4,000 pieces on the agreed $110 applies; from 3,667 pieces on, 4,000 are cheaper in total."

  it("cut to fewer pieces → the normal price, and from where on the agreed quantity is cheaper, in words", async () => {
    const { cart_id, line_id } = await dealt()
    await setQuantity(as.anna(), cart_id, line_id, 3_999)
    expect(await linesOf(as.anna(), cart_id)).toEqual([[3_999, 120]])
    expect(await hintsOf(as.anna(), cart_id)).toEqual([CHEAPER])
    expect(await hintsOf(as.anna(), cart_id, "de")).toEqual([
      "Ab 4.000 Stück gilt der vereinbarte Preis von 110 $; ab 3.667 Stück sind 4.000 zusammen günstiger.",
    ])
    expect(await hintsOf(as.anna(), cart_id, "fr")).toEqual([expect.stringMatching(/À partir de 4 000 pièces.*3 667/)])
    expect(await hintsOf(as.anna(), cart_id, "es")).toEqual([expect.stringMatching(/A partir de 4000 piezas.*3667/)])

    // The figure in the words is the true one: 3,667 pieces cost more than 4,000, 3,666 do not.
    expect([3_666 * 120 <= 4_000 * 110, 3_667 * 120 > 4_000 * 110]).toEqual([true, true])
    expect(await ordered(cart_id, { counted: false })).toEqual([[3_999, 120]])
  })

  it("back to the agreed pieces, and more → the agreed price, and what fewer would mean; ordered at it", async () => {
    const { cart_id, line_id } = await dealt()
    await setQuantity(as.anna(), cart_id, line_id, 100)
    for (const quantity of [4_000, 4_001, 9_000]) {
      await setQuantity(as.anna(), cart_id, line_id, quantity)
      expect(await linesOf(as.anna(), cart_id)).toEqual([[quantity, 110]])
      expect(await hintsOf(as.anna(), cart_id)).toEqual(["Under 4,000 pieces the normal price of $120 applies again."])
    }
    expect(await ordered(cart_id)).toEqual([[9_000, 110]])
  })

  it("split over two lines → each line must reach the quantity itself, and the buyer is told", async () => {
    const { cart_id, line_id } = await dealt()
    await setQuantity(as.anna(), cart_id, line_id, 2_500)
    await add(as.anna(), cart_id, cylinder().variant_id, 2_000, { colour: "red" })
    expect(await linesOf(as.anna(), cart_id)).toEqual([[2_000, 120], [2_500, 120]])
    const split = "The agreed $110 applies from 4,000 pieces in one line; lines of the same article are not added up."
    expect(await hintsOf(as.anna(), cart_id)).toEqual([split, split])

    await setQuantity(as.anna(), cart_id, line_id, 4_000)
    expect(await linesOf(as.anna(), cart_id)).toEqual([[2_000, 120], [4_000, 110]])
    expect(await hintsOf(as.anna(), cart_id)).toEqual([split, "Under 4,000 pieces the normal price of $120 applies again."])
    expect(await ordered(cart_id)).toEqual([[2_000, 120], [4_000, 110]])
  })

  it("merged: the same article added again → one line, at the agreed price once it is large enough", async () => {
    const { cart_id, line_id } = await dealt()
    await setQuantity(as.anna(), cart_id, line_id, 1_500)
    await add(as.anna(), cart_id, cylinder().variant_id, 2_499)
    expect(await linesOf(as.anna(), cart_id)).toEqual([[3_999, 120]])
    await add(as.anna(), cart_id, cylinder().variant_id, 1)
    expect(await linesOf(as.anna(), cart_id)).toEqual([[4_000, 110]])
    expect(await hintsOf(as.anna(), cart_id)).toEqual(["Under 4,000 pieces the normal price of $120 applies again."])
    expect(await ordered(cart_id)).toEqual([[4_000, 110]])
  })

  it("removed and re-added, here and in a new cart → the agreed price from the agreed quantity on", async () => {
    const { cart_id, line_id } = await dealt()
    await as.anna().delete(`/store/carts/${cart_id}/line-items/${line_id}`)
    expect(await laddersOf(as.anna(), `cart_id=${cart_id}`)).toEqual([])
    await add(as.anna(), cart_id, cylinder().variant_id, 4_000)
    expect(await linesOf(as.anna(), cart_id)).toEqual([[4_000, 110]])
    const other = await store.cart(as.anna(), [{ article: cylinder(), quantity: 200 }])
    expect(await linesOf(as.anna(), other.id)).toEqual([[200, 120]])
    expect(await hintsOf(as.anna(), other.id)).toEqual([CHEAPER])
    expect([await ordered(cart_id), await ordered(other.id, { counted: false })]).toEqual([[[4_000, 110]], [[200, 120]]])
  })

  it("another variant of the product → its own price, and nothing is said of an agreement", async () => {
    const { result } = await createProductsWorkflow(container()).run({
      input: {
        products: [
          {
            title: "Seal kit",
            status: ProductStatus.PUBLISHED,
            sales_channels: [{ id: ground().sales_channel_id }],
            shipping_profile_id: (await container().resolve(Modules.FULFILLMENT).listShippingProfiles({}, { take: 1 }))[0]!.id,
            options: [{ title: "Size", values: ["S", "L"] }],
            variants: ["S", "L"].map((size) => ({ title: size, manage_inventory: false, options: { Size: size }, prices: [{ currency_code: "usd", amount: 50 }] })),
          },
        ],
      },
    })
    const [small, large] = result[0]!.variants.map((variant) => variant.id) as [string, string]
    await agree({ lines: [{ variant_id: small, min_quantity: 100, unit_price: 40 }] })
    const { data } = await as.anna().post("/store/carts", { region_id: ground().regions.usd })
    await add(as.anna(), data.cart.id, small, 100)
    await add(as.anna(), data.cart.id, large, 200)
    expect(await linesOf(as.anna(), data.cart.id)).toEqual([[100, 40], [200, 50]])
    expect(await hintsOf(as.anna(), data.cart.id)).toEqual(["Under 100 pieces the normal price of $50 applies again.", null])
    const [other] = await laddersOf(as.anna(), `variant_id=${large}&quantity=50&region_id=${ground().regions.usd}`)
    expect(other).toMatchObject({ agreed: [], hint: null })
    expect(await ordered(data.cart.id)).toEqual([[100, 40], [200, 50]])
  })

  it("agreed in one currency → holds there and not in another; words in that currency", async () => {
    await agree({ lines: [{ variant_id: cylinder().variant_id, min_quantity: 1_000, unit_price: 100 }], currency: "eur" })
    const euro = await cartWith(as.anna(), ground().regions.eur, [{ article: cylinder(), quantity: 1_000 }])
    const dollar = await store.cart(as.anna(), [{ article: cylinder(), quantity: 1_000 }])
    expect(await linesOf(as.anna(), euro.id)).toEqual([[1_000, 100]])
    expect(await linesOf(as.anna(), dollar.id)).toEqual([[1_000, 120]])
    expect(await hintsOf(as.anna(), euro.id, "de")).toEqual(["Unter 1.000 Stück gilt wieder der normale Preis von 110 €."])
    expect(await hintsOf(as.anna(), dollar.id)).toEqual([null])
    expect(await ordered(euro.id, { currency: "eur" })).toEqual([[1_000, 100]])
    expect(await ordered(dollar.id, { counted: false })).toEqual([[1_000, 120]])
  })

  it("prices with tax → the same in a region whose prices include it, words as the cart shows them", async () => {
    const basket = await cartWith(as.anna(), ground().regions.gbp, [{ article: cylinder(), quantity: 2_000 }])
    await acceptOption(as.anna(), await askFirst(as.anna(), basket, 132), "volume")
    await setQuantity(as.anna(), basket.id, basket.items[0].id, 3_000)
    expect(await linesOf(as.anna(), basket.id)).toEqual([[3_000, 144]])
    expect(await hintsOf(as.anna(), basket.id)).toEqual(["From 4,000 pieces on the agreed £132 applies; from 3,667 pieces on, 4,000 are cheaper in total."])
    await setQuantity(as.anna(), basket.id, basket.items[0].id, 4_000)
    expect(await ordered(basket.id, { currency: "gbp" })).toEqual([[4_000, 132]])
  })

  it("near the end of what may be bought → the buyer is told how many pieces are left", async () => {
    await agree({ lines: [{ variant_id: cylinder().variant_id, min_quantity: 100, unit_price: 110, remaining_quantity: 350 }] })
    const basket = await store.cart(as.anna(), [{ article: cylinder(), quantity: 200 }])
    expect(await linesOf(as.anna(), basket.id)).toEqual([[200, 110]])
    expect(await hintsOf(as.anna(), basket.id)).toEqual(["Only 350 pieces are left at the agreed $110."])
    await setQuantity(as.anna(), basket.id, basket.items[0].id, 150)
    expect(await hintsOf(as.anna(), basket.id)).toEqual(["Under 100 pieces the normal price of $120 applies again."])
    const [ladder] = await laddersOf(as.anna(), `cart_id=${basket.id}`)
    expect(ladder?.agreed).toMatchObject([{ min_quantity: 100, unit_price: 110, remaining_quantity: 350 }])
    expect(await ordered(basket.id)).toEqual([[150, 110]])
  })

  it("looked at by a colleague, another company, a guest → the words are the company's alone", async () => {
    await dealt()
    const query = `variant_id=${cylinder().variant_id}&quantity=3999&region_id=${ground().regions.usd}`
    expect((await laddersOf(as.tom(), query))[0]).toMatchObject({ current_unit_price: 120, hint: CHEAPER, agreed: [{ min_quantity: 4_000, unit_price: 110 }] })
    for (const who of [as.ingrid(), as.solo()]) expect((await laddersOf(who, query))[0]).toMatchObject({ agreed: [], hint: null })
    expect((await as.guest().get(`/store/price-ladders?${query}`)).status).toBe(401)
  })
})
