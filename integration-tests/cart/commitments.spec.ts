import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"
import { acceptOption, askFirst } from "../http/store/ask"
import { until } from "../http/agreements/agreed"
import { complete, prepareCheckout } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { orderingIn } from "./ordering"

storeTest((store) => {
  const { as, container, ground, people, truth } = store
  const { agreeOn, agreement, line, reprice, variant } = orderingIn(store)
  const service = () => container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const cylinder = () => ground().articles.cylinder.variant_id

  /** Anna asks and takes the counter: an agreement that covers what was agreed on more dearly before. */
  async function agreeAgain(): Promise<void> {
    const cart = await store.cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), cart, 110), "volume")
    expect(agreed.status).toBe("agreed")
  }

  it.each([
    ["are still owed → the older agreement goes on, promise and all", 1_000, "active"],
    ["have been bought → the newer one takes its place", 5_000, "superseded"],
  ])("agreeing again where promised pieces %s", async (_, bought_quantity, status) => {
    const lines = [{ variant_id: cylinder(), min_quantity: 4_000, unit_price: 119, committed_quantity: 5_000, bought_quantity }]
    const { id } = await agreeOn({ lines })
    await agreeAgain()
    expect(await agreement(id)).toMatchObject({ status })
    expect(await line(id)).toMatchObject({ committed_quantity: 5_000, bought_quantity })
  })

  it("agreeing again without what the older agreement conceded → it goes on beside", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id: cylinder(), min_quantity: 4_000, unit_price: 119 }] })
    const { id: agreement_line_id } = await line(id)
    await service().createNegotiationConcessions([
      { agreement_id: id, company_id: people().acme.id, kind: "payment_term", target: "goods", payment_term: "prepay", percent: 5, agreement_line_id, variant_id: cylinder(), min_quantity: 4_000 },
    ])
    await agreeAgain()
    expect(await agreement(id)).toMatchObject({ status: "active" })
  })

  it("two lines of one article that are more together than is left → refused with the reason; cut down, ordered", async () => {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 300 }] })
    const { cart } = (await as.anna().post("/store/carts", { region_id: ground().regions.usd })).data
    for (const side of ["left", "right"]) {
      expect((await as.anna().post(`/store/carts/${cart.id}/line-items`, { variant_id, quantity: 200, metadata: { side } })).status).toBe(200)
    }
    await prepareCheckout(as.anna(), ground(), cart.id, people().acme.buyers[0].email)
    const { status, data } = await complete(as.anna(), cart.id)
    expect([status, data.code]).toEqual([409, "agreement_not_applicable"])
    expect(data.details.lines).toMatchObject([{ variant_id, quantity: 200, why: "used_up", agreement_id: id }])
    expect(await truth().rows("negotiation_agreement_use", { agreement_id: id })).toEqual([])

    const cut = await as.anna().post(`/store/carts/${cart.id}/line-items/${data.details.lines[0].line_item_id}`, { quantity: 100 })
    expect(cut.status).toBe(200)
    await reprice(as.anna(), cart.id)
    expect((await complete(as.anna(), cart.id)).data).toMatchObject({ type: "order" })
    await until(async () => (await line(id)).remaining_quantity === 0)
  })
})
