import endAgreementsJob from "../../src/jobs/end-agreements"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../src/modules/negotiation"
import { until } from "../http/agreements/agreed"
import { acceptOption, askFirst } from "../http/store/ask"
import { complete, prepareCheckout } from "../setup/checkout"
import type { Client } from "../setup/client"
import { storeTest } from "../setup/store-test"
import { orderingIn } from "./ordering"

const DECISION = { reason_code: "strategic_customer", note: "They open the north for us" }

/** What becomes of an agreement, and of carts under it, once there is a newer one on the same articles. */
storeTest((store) => {
  const { as, cart, container, ground, people, truth } = store
  const { agreeOn, agreement, asked, change, linesOf, order, ready, reprice, uses } = orderingIn(store)
  const anna = () => people().acme.buyers[0]
  const service = () => container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE)
  const pricesIn = async (who: Client, cart_id: string) => (await linesOf(who, cart_id)).map((each) => each.unit_price)

  it("superseded by a better agreement between add and checkout → refused, then the new price and an order", async () => {
    const wanted = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const first = await acceptOption(as.anna(), await askFirst(as.anna(), wanted, 110), "volume")
    await prepareCheckout(as.anna(), ground(), wanted.id, anna().email)
    expect(await linesOf(as.anna(), wanted.id)).toMatchObject([{ quantity: 4_000, unit_price: 110 }])

    // A rep gives a colleague 108 from as many pieces on.
    const toms = await cart(as.tom(), [{ article: ground().articles.cylinder, quantity: 4_000 }])
    const asks = await askFirst(as.tom(), toms, 100)
    await as.tom().post(`/store/negotiations/${asks.id}/ask-person`, { version: asks.version })
    const { negotiation } = await asked(as.admin().get(`/admin/negotiations/${asks.id}`))
    const body = { version: negotiation.version, ...DECISION, lines: [{ line_id: negotiation.lines[0].id, unit_price: 108, quantity: 4_000 }] }
    await asked(as.admin().post(`/admin/negotiations/${asks.id}/counter`, body))
    const { negotiation: offered } = await asked(as.tom().get(`/store/negotiations/${asks.id}`))
    await asked(as.tom().post(`/store/negotiations/${asks.id}/accept`, { version: offered.version, offer_id: offered.offer.id, option_id: offered.offer.options[0].id }))
    expect((await agreement(first.agreement?.id ?? "")).status).toBe("superseded")

    expect((await complete(as.anna(), wanted.id)).data).toMatchObject({ code: "agreement_not_applicable", details: { lines: [{ why: "ended" }] } })
    await reprice(as.anna(), wanted.id)
    expect((await complete(as.anna(), wanted.id)).data).toMatchObject({ type: "order", order: { items: [{ quantity: 4_000, unit_price: 108 }] } })
  })

  it("a newer agreement for more pieces at a lower price → the old threshold goes on until its end, and is counted for itself", async () => {
    const wanted = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const { variant_id: cylinder } = ground().articles.cylinder
    const old = await agreeOn({ lines: [{ variant_id: cylinder, min_quantity: 1_000, unit_price: 115, max_quantity: 3_000 }] })
    const until_then = (await agreement(old.id)).valid_until
    const fresh = await acceptOption(as.anna(), await askFirst(as.anna(), wanted, 110), "volume")
    const id = fresh.agreement?.id ?? ""
    expect((await agreement(old.id)).status).toBe("superseded")
    const lines = await truth().rows("negotiation_agreement_line", { agreement_id: id })
    const carried = lines.find((each) => each.valid_until !== null)
    expect(carried).toMatchObject({ min_quantity: 1_000, unit_price: "115", remaining_quantity: 3_000, valid_until: until_then })
    expect((await order(as.tom(), cylinder, 1_000)).items).toMatchObject([{ unit_price: 115 }])
    await until(async () => (await agreement(id)).orders === 1)
    expect(await uses(id)).toMatchObject([{ lines: [{ agreement_line_id: carried?.id, quantity: 1_000 }] }])
    expect((await truth().row("negotiation_agreement_line", { id: carried?.id })).remaining_quantity).toBe(2_000)
    // Its end comes before the agreement's: the price goes, the newer one stays.
    const late = await ready(as.tom(), cylinder, 1_000)
    await change("UPDATE negotiation_agreement_line SET valid_until = now() - interval '1 second' WHERE id = ?", [carried?.id])
    expect((await complete(as.tom(), late)).data).toMatchObject({ code: "agreement_not_applicable", details: { lines: [{ why: "ended" }] } })
    await reprice(as.tom(), late)
    expect([await pricesIn(as.tom(), late), await pricesIn(as.tom(), await ready(as.tom(), cylinder, 4_000))]).toEqual([[120], [110]])
    await endAgreementsJob(container())
    expect(await service().lapsedLines(null, 100)).toEqual([])
  })

  it("an older agreement that counts orders and gives more → goes on beside the newer one", async () => {
    const wanted = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const { variant_id: cylinder } = ground().articles.cylinder
    const old = await agreeOn({ max_orders: 3, lines: [{ variant_id: cylinder, min_quantity: 1_000, unit_price: 115 }] })
    await acceptOption(as.anna(), await askFirst(as.anna(), wanted, 110), "volume")
    expect((await agreement(old.id)).status).toBe("active")
    expect(await pricesIn(as.tom(), await ready(as.tom(), cylinder, 1_000))).toEqual([115])
  })
})
