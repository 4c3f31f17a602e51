import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { errorBodySchema } from "../../../src/contract"
import { NEGOTIATION_MODULE, type NegotiationModuleService } from "../../../src/modules/negotiation"
import { cartWith, type Answered, type Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst } from "./ask"
import { leverPolicy, PAYMENT_LEVER } from "./lever-shop"

storeTest(({ as, cart, container, ground, truth }) => {
  const inCart = (who: Client) => cart(who, [{ article: ground().articles.cylinder, quantity: 2_000 }])
  const told = ({ status, data }: Answered) => [status, data.code]
  const carts = async () => (await truth().rows("cart")).length

  it("ordering again with a key makes one cart, whoever repeats it, also at the same moment; another body is refused", async () => {
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), await inCart(as.anna()), 110), "volume")
    const apply = (body: object, key: string) => as.anna().post(`/store/agreements/${agreed.agreement?.id}/apply`, body, { "idempotency-key": key })
    const before = await carts()
    const [one, other] = await Promise.all([apply({}, "again"), apply({}, "again")])
    const later = await apply({}, "again")
    expect([one.status, other.status, later.status]).toEqual([200, 200, 200])
    expect(other.data).toEqual(one.data)
    expect(later.data).toEqual(one.data)
    expect(await carts()).toBe(before + 1)

    expect(told(await apply({ cart_id: one.data.cart_id }, "again"))).toEqual([422, "idempotency_mismatch"])
    expect((await apply({}, "once more")).data.cart_id).not.toBe(one.data.cart_id)
    expect(await carts()).toBe(before + 2)
  })

  it("into a cart of another currency is refused as that, and changes nothing; of another region the agreement does not apply", async () => {
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), await inCart(as.anna()), 110), "volume")
    const apply = (cart_id: string) => as.anna().post(`/store/agreements/${agreed.agreement?.id}/apply`, { cart_id })
    const euros = await cartWith(as.anna(), ground().regions.eur, [{ article: ground().articles.cylinder, quantity: 5 }])
    const refused = await apply(euros.id)
    expect(told(refused)).toEqual([400, "currency_mismatch"])
    expect(errorBodySchema.parse(refused.data).details).toEqual({ currency_code: "usd", cart_currency_code: "eur" })
    expect((await as.anna().get(`/store/carts/${euros.id}`)).data.cart.items).toMatchObject([{ quantity: 5 }])

    const { result } = await createRegionsWorkflow(container()).run({ input: { regions: [{ name: "Canada", currency_code: "usd", countries: ["ca"] }] } })
    const canada = await cartWith(as.anna(), result[0]!.id, [{ article: ground().articles.cylinder, quantity: 5 }])
    const elsewhere = await apply(canada.id)
    expect(told(elsewhere)).toEqual([409, "agreement_not_applicable"])
    expect(elsewhere.data.details).toMatchObject({ agreement_id: agreed.agreement?.id, why: "region", region_id: ground().regions.usd })
  })

  it("what was refused may be tried again under its key", async () => {
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), await inCart(as.anna()), 110), "volume")
    const apply = (who: Client) => who.post(`/store/agreements/${agreed.agreement?.id}/apply`, {}, { "idempotency-key": "k" })
    expect(told(await apply(as.ingrid()))).toEqual([404, "not_found"])
    const until = (valid_until: Date) =>
      container().resolve<NegotiationModuleService>(NEGOTIATION_MODULE).updateNegotiationAgreements({ id: agreed.agreement!.id, valid_until })
    await until(new Date(Date.now() - 1_000))
    expect(told(await apply(as.anna()))).toEqual([409, "agreement_not_applicable"])
    await until(new Date(Date.now() + 86_400_000))
    expect((await apply(as.anna())).status).toBe(200)
  })

  it("choosing how to pay with a key answers the same again, and leaves a later choice alone", async () => {
    await leverPolicy(container(), PAYMENT_LEVER)
    const basket = await inCart(as.anna())
    await acceptOption(as.anna(), await askFirst(as.anna(), basket, 110), "payment_term")
    const choose = (payment_term: string | null, key: string) => as.anna().post("/store/payment-terms", { cart_id: basket.id, payment_term }, { "idempotency-key": key })
    const now = async () => (await as.anna().get(`/store/payment-terms?cart_id=${basket.id}`)).data.payment_term
    const first = await choose("prepay", "one")
    expect(first).toMatchObject({ status: 200, data: { payment_term: "prepay" } })
    expect((await choose(null, "two")).data.payment_term).toBeNull()
    // A request that comes late does not undo what the buyer chose meanwhile.
    expect((await choose("prepay", "one")).data).toEqual(first.data)
    expect(await now()).toBeNull()
    expect(told(await choose(null, "one"))).toEqual([422, "idempotency_mismatch"])
  })
})
