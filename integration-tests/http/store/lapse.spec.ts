import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { endCasesBoughtOtherwise, lapseDueCases } from "../../../src/workflows/case"
import { complete, prepareCheckout } from "../../setup/checkout"
import { storeTest } from "../../setup/store-test"
import { createPolicy } from "../../setup/terms"
import { askFirst, negotiationOf } from "./ask"

storeTest(({ as, cart, container, ground, people, truth }) => {
  const cylinders = (quantity: number) => [{ article: ground().articles.cylinder, quantity }]
  const service = () => container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const aMinuteAgo = () => new Date(Date.now() - 60_000)

  async function lapse(offerId: string | undefined): Promise<void> {
    await service().updateNegotiationOffers({ id: offerId ?? "", expires_at: aMinuteAgo() })
  }

  it("a lapsed offer can't be accepted, whether the job has run or not, and the case expires", async () => {
    const asked = await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 110)
    await lapse(asked.offer?.id)
    const accept = { version: 1, offer_id: asked.offer?.id, option_id: asked.offer?.options[0]?.id }
    const late = await as.anna().post(`/store/negotiations/${asked.id}/accept`, accept)
    expect([late.status, late.data.code]).toEqual([409, "offer_expired"])

    expect(await lapseDueCases(container())).toBe(1)
    expect(await lapseDueCases(container())).toBe(0)
    const expired = negotiationOf(await as.anna().get(`/store/negotiations/${asked.id}`), 200)
    expect(expired).toMatchObject({ status: "expired", reason_code: "offer_lapsed", offer: null, allowed_actions: [] })
    expect(await truth().row("negotiation_offer", { id: asked.offer?.id })).toMatchObject({ status: "lapsed" })
  })

  it("after an expired case a better ask waits for the cool-down, and an ask that meets the counter is still taken", async () => {
    const basket = await cart(as.anna(), cylinders(2_000))
    const asked = await askFirst(as.anna(), basket, 110)
    await lapse(asked.offer?.id)
    await lapseDueCases(container())
    const line = { line_item_id: basket.items[0].id }
    const better = await as.anna().post("/store/price-requests", { cart_id: basket.id, lines: [{ ...line, target_unit_price: 112 }] })
    expect([better.status, better.data.code]).toEqual([409, "round_limit"])
    expect(new Date(better.data.details.retry_at).getTime()).toBeGreaterThan(Date.now())
    const met = await as.anna().post("/store/price-requests", { cart_id: basket.id, lines: [{ ...line, target_unit_price: 118 }] })
    expect(negotiationOf(met, 201)).toMatchObject({ status: "agreed", agreement: { lines: [{ unit_price: 118, min_quantity: 2_000 }] } })
  })

  it("asking again renews nothing: what stood ends when it would have", async () => {
    const basket = await cart(as.anna(), cylinders(2_000))
    const asked = await askFirst(as.anna(), basket, 110)
    const soon = new Date(Date.now() + 3_600_000)
    await service().updateNegotiationOffers({ id: asked.offer?.id ?? "", expires_at: soon })
    const again = await askFirst(as.anna(), basket, 110)
    expect(again).toMatchObject({ previous_id: asked.id, round: 1, offer: { expires_at: soon.toISOString() } })
  })

  it("where the policy says so a lapsed offer goes to a rep", async () => {
    await createPolicy(container(), { on_lapse: "person" }, [], 2_000)
    const asked = await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 110)
    await lapse(asked.offer?.id)
    await lapseDueCases(container())
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ status: "in_review", reason_code: "offer_lapsed" })
  })

  it("a case whose cart was ordered without its offer is over", async () => {
    const basket = await cart(as.anna(), cylinders(2_000))
    const asked = await askFirst(as.anna(), basket, 110)
    await prepareCheckout(as.anna(), ground(), basket.id, people().acme.buyers[0].email)
    expect((await complete(as.anna(), basket.id)).data.type).toBe("order")
    const { data } = await container().resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order_cart", fields: ["order_id"], filters: { cart_id: basket.id } })
    await endCasesBoughtOtherwise(container(), data[0]?.order_id ?? "")
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ status: "expired", reason_code: "bought_otherwise", version: 2 })
  })

  it("two workers at once move a case once", async () => {
    const asked = await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 110)
    await lapse(asked.offer?.id)
    const moved = await Promise.all([lapseDueCases(container()), lapseDueCases(container())])
    expect(moved.reduce((sum, each) => sum + each)).toBe(1)
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ status: "expired", version: 2 })
  })
})
