import { acceptOption, askFirst, negotiationOf } from "../http/store/ask"
import { storeTest } from "../setup/store-test"
import { concededIn } from "./conceded"

const DECISION = { reason_code: "volume_commitment", note: "They take the slower delivery" }

storeTest((store) => {
  const { as, cart, ground, people, truth } = store
  const { agreedCodes, cartNow, pay, place, service, setQuantity, ship, travel } = concededIn(store)

  it("a rep grants something for the slower delivery, the buyer accepts → there with it, gone without, to the order, and gone when revoked", async () => {
    const anna = as.anna()
    const negotiated = await cart(anna, [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const asked = await askFirst(anna, negotiated, 110)
    await anna.post(`/store/negotiations/${asked.id}/ask-person`, { version: asked.version })
    const granted = await as.admin().post(`/admin/negotiations/${asked.id}/counter`, {
      version: 2,
      ...DECISION,
      lines: [{ line_id: asked.lines[0]?.id, unit_price: 116 }],
      concessions: [{ kind: "freight", shipping_option_id: ground().slow_option_id, percent: 5 }],
    })
    expect(granted.status).toBe(200)
    const offered = negotiationOf(await anna.get(`/store/negotiations/${asked.id}`), 200)
    await acceptOption(anna, offered, "freight")

    await ship(anna, negotiated.id, people().acme.buyers[0].email)
    await travel(anna, negotiated.id, ground().shipping_option_id)
    const fast = await cartNow(anna, negotiated.id)
    expect([fast.items[0].unit_price, agreedCodes(fast)]).toEqual([116, []])

    await travel(anna, negotiated.id, ground().slow_option_id)
    const slow = await cartNow(anna, negotiated.id)
    expect(agreedCodes(slow)).toHaveLength(1)
    expect(slow.items[0].adjustments).toMatchObject([{ amount: 11_600 }])

    await setQuantity(anna, negotiated.id, slow.items[0].id, 1_999)
    const fewer = await cartNow(anna, negotiated.id)
    expect([fewer.items[0].unit_price, agreedCodes(fewer)]).toEqual([120, []])
    await setQuantity(anna, negotiated.id, slow.items[0].id, 2_000)
    expect(agreedCodes(await cartNow(anna, negotiated.id))).toHaveLength(1)

    await pay(anna, negotiated.id)
    const { data } = await place(anna, negotiated.id)
    expect(data).toMatchObject({ type: "order", order: { items: [{ unit_price: 116, quantity: 2_000 }] } })

    const [agreement] = await service().listNegotiationAgreements({ negotiation_id: asked.id })
    const revoked = await as.admin().post(`/admin/negotiation-agreements/${agreement?.id}/revoke`, { note: "The line is sold out" })
    expect(revoked.data.agreement).toMatchObject({ status: "revoked" })
    expect(await truth().rows("promotion")).toEqual([])
    expect((await truth().rows("price")).filter((price) => String(price.title).startsWith("negotiation:"))).toEqual([])
  })
})
