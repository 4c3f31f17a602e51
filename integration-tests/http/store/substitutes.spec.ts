import { Modules } from "@medusajs/framework/utils"
import { createProductCategoriesWorkflow, updateProductsWorkflow, updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows"
import { concededIn } from "../../cart/conceded"
import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst, optionOf } from "./ask"
import { leverPolicy, leversIn, TRADES_ONLY } from "./lever-shop"

storeTest((store) => {
  const { as, cart, container, ground, people, truth } = store
  const { cartNow, pay, place, ship, travel } = concededIn(store)
  const { describe: describeVariant, standIn } = leversIn(store)
  const cylinder = () => ground().articles.cylinder
  const cylinders = () => cart(as.anna(), [{ article: cylinder(), quantity: 2_000 }])
  const productOf = async (variant_id: string) => (await container().resolve(Modules.PRODUCT).retrieveProductVariant(variant_id, { select: ["id", "product_id"] })).product_id ?? ""
  const linesOf = async (cart_id: string) =>
    (await cartNow(as.anna(), cart_id)).items.map((item: { variant_id: string; quantity: number; unit_price: number }) => [item.variant_id, item.quantity, item.unit_price])

  it("named on the variant: offered with what it is and how it differs, swapped into the cart, to the order", async () => {
    await leverPolicy(container(), { substitutes: "configured" })
    const variant_id = await standIn(108, 60)
    await describeVariant(cylinder().variant_id, { material: "Steel", weight: 2_000 })
    await describeVariant(variant_id, { material: "Brass", weight: 2_400 })
    const basket = await cylinders()
    const asked = await askFirst(as.anna(), basket, 110)
    const option = optionOf(asked, "substitute")
    expect(option).toMatchObject({
      lines: [{ line_id: asked.lines[0]?.id, variant_id, quantity: 2_000, unit_price: 108, effective_unit_price: 108 }],
      concession: null,
      saving_total: 24_000,
      overall_cost: { goods: 216_000, freight: null, terms: 0, total: 216_000 },
      substitute: { variant_id, sku: null, differs: ["Material: Brass instead of Steel", "Weight: 2,400 instead of 2,000"] },
    })
    const title = option.substitute?.title ?? ""
    expect(option.headline).toBe(`${title} instead: $108 each for 2,000 pieces`)
    expect(option.conditions).toContain(`It takes the place of ${asked.lines[0]?.title} in your cart.`)
    expect(asked.offer?.explanation).toContain("Another article does a similar job at the price you asked for.")

    const agreed = await acceptOption(as.anna(), asked, "substitute")
    expect(agreed.agreement).toMatchObject({ lines: [{ variant_id, title, min_quantity: 2_000, unit_price: 108 }] })
    expect(await linesOf(basket.id)).toEqual([[variant_id, 2_000, 108]])
    await ship(as.anna(), basket.id, people().acme.buyers[0].email)
    await travel(as.anna(), basket.id, ground().shipping_option_id)
    expect(await pay(as.anna(), basket.id)).toBe(216_040)
    expect((await place(as.anna(), basket.id)).data).toMatchObject({ type: "order", order: { items: [{ variant_id, quantity: 2_000, unit_price: 108 }] } })
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ status: "ordered" })
  })

  it("sold in whole lots and from a smallest quantity on: offered in no other", async () => {
    await leverPolicy(container(), { substitutes: "configured" })
    const variant_id = await standIn(108, 60)
    const kinds = async (metadata: object) => {
      await updateProductVariantsWorkflow(container()).run({ input: { selector: { id: variant_id }, update: { metadata: { ...metadata } } } })
      return (await askFirst(as.anna(), await cylinders(), 110)).offer?.options.map(({ kind }) => kind) ?? []
    }
    expect(await kinds({ lot_size: 48 })).not.toContain("substitute")
    expect(await kinds({ lot_size: 500, minimum_quantity: 2_001 })).not.toContain("substitute")
    expect(await kinds({ lot_size: 500, minimum_quantity: 2_000 })).toContain("substitute")
  })

  it("that can't be sold any more when it is accepted: the cart is as it was, a person takes over", async () => {
    await leverPolicy(container(), { substitutes: "configured" })
    const variant_id = await standIn(108, 60)
    const basket = await cylinders()
    const asked = await askFirst(as.anna(), basket, 110)
    await updateProductsWorkflow(container()).run({ input: { selector: { id: await productOf(variant_id) }, update: { status: "draft" } } })
    const failed = await acceptOption(as.anna(), asked, "substitute")
    expect(failed).toMatchObject({ status: "in_review", reason_code: "apply_failed", agreement: null })
    const now = await cartNow(as.anna(), basket.id)
    expect(now.items).toMatchObject([{ id: basket.items[0].id, variant_id: cylinder().variant_id, quantity: 2_000, unit_price: 120 }])
    expect(await truth().rows("negotiation_agreement")).toEqual([])
  })

  it("for a line that is gone meanwhile: nothing is sold in place of nothing, a person takes over", async () => {
    await leverPolicy(container(), { substitutes: "configured" })
    await standIn(108, 60)
    const basket = await cylinders()
    const asked = await askFirst(as.anna(), basket, 110)
    await as.anna().delete(`/store/carts/${basket.id}/line-items/${basket.items[0].id}`)
    expect(await acceptOption(as.anna(), asked, "substitute")).toMatchObject({ status: "in_review", reason_code: "apply_failed", agreement: null })
    expect(await linesOf(basket.id)).toEqual([])
  })

  it("for an article that was taken out and put back: it takes the place of the line there is now", async () => {
    await leverPolicy(container(), { substitutes: "configured" })
    const variant_id = await standIn(108, 60)
    const basket = await cylinders()
    const asked = await askFirst(as.anna(), basket, 110)
    await as.anna().delete(`/store/carts/${basket.id}/line-items/${basket.items[0].id}`)
    await as.anna().post(`/store/carts/${basket.id}/line-items`, { variant_id: cylinder().variant_id, quantity: 2_000 })
    expect(await acceptOption(as.anna(), asked, "substitute")).toMatchObject({ agreement: { lines: [{ variant_id, unit_price: 108 }] } })
    expect(await linesOf(basket.id)).toEqual([[variant_id, 2_000, 108]])
  })

  it("of the same category: the cheapest that is for sale, in stock and at or under the ask; none where the policy says so", async () => {
    await leverPolicy(container(), { substitutes: "category" })
    const [dear, cheap, cheapest, draft] = [await standIn(111, 60, { configured: false }), await standIn(109, 60, { configured: false }), await standIn(107, 60, { configured: false }), await standIn(100, 50, { configured: false })]
    const { result: categories } = await createProductCategoriesWorkflow(container()).run({ input: { product_categories: [{ name: "Cylinders", is_active: true }] } })
    const category_ids = [categories[0]!.id]
    const put = async (product_id: string, more: object = {}) =>
      updateProductsWorkflow(container()).run({ input: { selector: { id: product_id }, update: { category_ids, ...more } } })
    await put(cylinder().product_id)
    for (const variant_id of [dear, cheap, cheapest]) await put(await productOf(variant_id))
    await put(await productOf(draft), { status: "draft" })
    expect(optionOf(await askFirst(as.anna(), await cylinders(), 110), "substitute").lines[0]).toMatchObject({ variant_id: cheapest, unit_price: 107 })

    await leverPolicy(container(), { substitutes: "configured" }, TRADES_ONLY, [], 3_000)
    const other = await cart(as.ingrid(), [{ article: cylinder(), quantity: 500 }])
    expect((await askFirst(as.ingrid(), other, 110)).offer?.options.map(({ kind }) => kind)).toEqual(["volume"])
  })
})
