import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { adminNegotiationSchema, errorBodySchema, storeAgreementSchema, type AdminNegotiation } from "../../../src/contract"
import type { Answered } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst, negotiationOf } from "../store/ask"

const DECISION = { reason_code: "volume_commitment", note: "They promised the volume" }

storeTest(({ as, cart, container, ground, truth }) => {
  const negotiationIn = (answer: Answered): AdminNegotiation => {
    expect([answer.status, answer.data.code, answer.data.message]).toEqual([200, undefined, undefined])
    return adminNegotiationSchema.parse(answer.data.negotiation)
  }
  const send = (id: string, command: string, body: unknown) => as.admin().post(`/admin/negotiations/${id}/${command}`, body)
  const storeCase = async (id: string, language = "en") =>
    negotiationOf(await as.anna().get(`/store/negotiations/${id}`, { "accept-language": language }), 200)

  async function inReview(): Promise<{ id: string; version: number; line_id: string }> {
    const asked = await askFirst(as.anna(), await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 110)
    await as.anna().post(`/store/negotiations/${asked.id}/ask-person`, { version: asked.version })
    return { id: asked.id, version: 2, line_id: asked.lines[0]!.id }
  }

  it("limits, a commitment and concessions of a rep are told in four languages, accepted, and stand in the agreement", async () => {
    const { id, version, line_id } = await inReview()
    const slow = ground().slow_option_id
    const counter = {
      version, ...DECISION, max_orders: 2, agreement_days: 120,
      lines: [{ line_id, unit_price: 108, quantity: 4_000, max_quantity: 10_000, committed_quantity: 8_000 }],
      concessions: [
        { kind: "freight", shipping_option_id: slow, percent: 3 },
        { kind: "payment_term", payment_term: "prepay", percent: 2 },
        { kind: "basket", min_subtotal: 50_000, percent: 1 },
      ],
    }
    const countered = negotiationIn(await send(id, "counter", counter))
    expect(countered.offer?.options[0]).toMatchObject({ kind: "volume", shipping_option_id: slow, payment_term: "prepay", lines: [{ unit_price: 108, quantity: 4_000 }] })
    expect(countered.offer?.options[0]?.conditions).toContain("Valid for 2 orders.")

    const offered = await storeCase(id)
    expect(offered.offer?.options[0]?.conditions).toEqual([
      "From 4,000 pieces on; below that your normal price applies.",
      "From 3,601 pieces on, 4,000 are cheaper in total.",
      "At most 10,000 pieces at this price.",
      "You commit to 8,000 pieces within 120 days of accepting.",
      "3% off with Consolidated freight.",
      "2% off when paid before delivery.",
      "1% off from $50,000 of goods on, tax not counted. Other articles may be left out.",
      "Valid for 2 orders.",
      "The price holds for 120 days after you accept.",
      expect.stringMatching(/^Valid until/),
    ])
    for (const [language, words] of [["de", /Gültig für 2 Bestellungen/], ["fr", /Valable pour 2 commandes/], ["es", /Válido para 2 pedidos/]] as const) {
      expect((await storeCase(id, language)).offer?.options[0]?.conditions.join(" ")).toMatch(words)
    }

    const agreed = await acceptOption(as.anna(), offered, "volume")
    expect(agreed.agreement).toMatchObject({ orders_left: 2, lines: [{ unit_price: 108, min_quantity: 4_000, remaining_quantity: 10_000, commitment: { promised: 8_000, bought: 0, open: 8_000 } }] })
    const listed = storeAgreementSchema.parse((await as.anna().get("/store/agreements")).data.agreements[0])
    expect(listed.concessions.map(({ kind, percent }) => [kind, percent]).sort()).toEqual([["basket", 1], ["freight", 3], ["payment_term", 2]])
    const days = (new Date(listed.valid_until).getTime() - Date.now()) / 86_400_000
    expect(Math.round(days)).toBe(120)
  })

  it("one concession alone makes the option one of its kind, and names what it hangs on", async () => {
    const { id, version, line_id } = await inReview()
    const freight = { kind: "freight", shipping_option_id: ground().slow_option_id, on: "freight", percent: 50 }
    const countered = negotiationIn(await send(id, "counter", { version, ...DECISION, lines: [{ line_id, unit_price: 116 }], concessions: [freight] }))
    expect(countered.offer?.options[0]).toMatchObject({ kind: "freight", shipping_option_id: ground().slow_option_id })
    const [option] = (await storeCase(id)).offer?.options ?? []
    expect(option).toMatchObject({ kind: "freight", headline: "$116 each for 2,000 pieces, with the delivery named here" })
    expect(option?.conditions).toContain("50% off the delivery with Consolidated freight.")
    expect(option).not.toHaveProperty("payment_term")
  })

  it("an approval carries its limits too", async () => {
    const { id, version } = await inReview()
    const agreed = negotiationIn(await send(id, "approve", { version, ...DECISION, max_orders: 1, agreement_days: 10 }))
    expect(agreed.agreement).toMatchObject({ orders_left: 1, lines: [{ unit_price: 110, min_quantity: 2_000 }] })
    expect(Math.round((new Date(agreed.agreement!.valid_until).getTime() - Date.now()) / 86_400_000)).toBe(10)
  })

  it("the floor holds with every concession taken off together, and what can't be kept is refused; nothing changes", async () => {
    const { id, version, line_id } = await inReview()
    const before = await truth().row("negotiation", { id })
    const prepay = { kind: "payment_term", payment_term: "prepay", percent: 2 }
    const slow = { kind: "freight", shipping_option_id: ground().slow_option_id, percent: 3 }
    const line = { line_id, unit_price: 112 }
    const counter = (lines: object, concessions: object[] = []) => send(id, "counter", { version, ...DECISION, lines: [lines], concessions })
    const refusals: [string, Promise<Answered>, string][] = [
      // 99.06 less 5% is 94.107: a cent under the floor of 94.12, though neither concession alone would be.
      ["all concessions", counter({ ...line, unit_price: 99.06 }, [prepay, slow]), "under_floor"],
      ["a sum off a small basket", counter({ ...line, unit_price: 112 }, [{ kind: "basket", min_subtotal: 1_000, amount: 200 }]), "under_floor"],
      ["everything given away", counter(line, [{ ...slow, percent: 60 }, { ...prepay, percent: 40 }]), "invalid_data"],
      ["an unknown payment term", counter(line, [{ ...prepay, payment_term: "barter" }]), "invalid_data"],
      ["an unknown delivery", counter(line, [{ ...slow, shipping_option_id: "so_none" }]), "invalid_data"],
      ["twice the same", counter(line, [prepay, prepay]), "invalid_data"],
      ["less in all than offered", counter({ ...line, max_quantity: 1_999 }), "invalid_data"],
      ["committed to less than offered", counter({ ...line, committed_quantity: 1_999 }), "invalid_data"],
      ["committed to more than may be bought", counter({ ...line, max_quantity: 3_000, committed_quantity: 3_001 }), "invalid_data"],
    ]
    for (const [what, answer, code] of refusals) expect([what, errorBodySchema.parse((await answer).data).code]).toEqual([what, code])
    const { data } = await counter({ ...line, unit_price: 99.06 }, [prepay, slow])
    expect(data.details).toMatchObject({ line_id, floor_unit_price: 99.08 })
    expect(await truth().row("negotiation", { id })).toEqual(before)
    expect((await counter({ ...line, unit_price: 99.08 }, [prepay, slow])).status).toBe(200)
  })

  it("offers a rep the deliveries buyers can choose, and grants no other: neither for returns nor hidden from the store", async () => {
    const { id, version, line_id } = await inReview()
    const fulfillment = container().resolve(Modules.FULFILLMENT)
    const names = async () => (await as.admin().get(`/admin/negotiations/${id}/grantable`)).data.shipping_options.map(({ name }: { name: string }) => name)
    const grant = () =>
      send(id, "counter", { version, ...DECISION, lines: [{ line_id, unit_price: 112 }], concessions: [{ kind: "freight", shipping_option_id: ground().slow_option_id, percent: 3 }] })
    expect(await names()).toEqual(["Consolidated freight", "Road freight"])
    const slow = await fulfillment.retrieveShippingOption(ground().slow_option_id, { relations: ["rules"] })
    for (const [attribute, hidden, shown] of [["is_return", "true", "false"], ["enabled_in_store", "false", "true"]] as const) {
      const rule = slow.rules.find((each) => each.attribute === attribute)!
      await fulfillment.updateShippingOptionRules({ id: rule.id, attribute, operator: "eq", value: hidden })
      expect(await names()).toEqual(["Road freight"])
      const refused = await grant()
      expect([refused.status, errorBodySchema.parse(refused.data)]).toMatchObject([400, { code: "invalid_data", details: { shipping_option_id: slow.id } }])
      await fulfillment.updateShippingOptionRules({ id: rule.id, attribute, operator: "eq", value: shown })
    }
    expect((await grant()).status).toBe(200)
  })

  it("an ask that meets an offer brings what belongs to it; a commitment is never made by asking", async () => {
    const first = await inReview()
    await send(first.id, "counter", { version: first.version, ...DECISION, max_orders: 1, lines: [{ line_id: first.line_id, unit_price: 112 }] })
    const met = negotiationOf(await as.anna().post(`/store/negotiations/${first.id}/counter`, { version: 3, lines: [{ line_id: first.line_id, target_unit_price: 112 }] }), 200)
    expect(met).toMatchObject({ status: "agreed", agreement: { orders_left: 1, lines: [{ unit_price: 112 }] } })

    const basket = await cart(as.ingrid(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const asked = await askFirst(as.ingrid(), basket, 110)
    await as.ingrid().post(`/store/negotiations/${asked.id}/ask-person`, { version: 1 })
    const line_id = asked.lines[0]!.id
    await send(asked.id, "counter", { version: 2, ...DECISION, lines: [{ line_id, unit_price: 111, committed_quantity: 9_000 }] })
    const again = negotiationOf(await as.ingrid().post(`/store/negotiations/${asked.id}/counter`, { version: 3, lines: [{ line_id, target_unit_price: 111 }] }), 200)
    expect(again).toMatchObject({ status: "awaiting_buyer", version: 3, offer: { origin: "person" } })

    // Asked anew in the cart: the offer goes with the case, word for word.
    const anew = await askFirst(as.ingrid(), basket, 111)
    expect(anew).toMatchObject({ status: "awaiting_buyer", previous_id: asked.id, offer: { origin: "person", options: [{ lines: [{ unit_price: 111 }] }] } })
    expect(anew.offer?.options[0]?.conditions).toContain("You commit to 9,000 pieces within 90 days of accepting.")
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ status: "withdrawn", reason_code: "superseded" })
  })

  it("after a rep's no nothing of before is on the table: no ask is answered until the cool-down is over", async () => {
    const { id, version, line_id } = await inReview()
    const declined = negotiationIn(await send(id, "decline", { version, reason_code: "margin_too_low", note: "No" }))
    expect(declined.status).toBe("declined")
    const late = await as.anna().post(`/store/negotiations/${id}/counter`, { version: declined.version, lines: [{ line_id, target_unit_price: 118 }] })
    expect([late.status, late.data.code]).toEqual([409, "already_ended"])

    const basket = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    // As before, better, the counter that stood, and the trade that stood: each would have been answered by the offer.
    for (const [target_unit_price, quantity] of [[110, 2_000], [112, 2_000], [118, 2_000], [110, 4_000]] as const) {
      const answer = await as.anna().post("/store/price-requests", { cart_id: basket.id, lines: [{ line_item_id: basket.items[0].id, target_unit_price, quantity }] })
      expect([target_unit_price, answer.status, answer.data.code]).toEqual([target_unit_price, 409, "round_limit"])
      expect(new Date(answer.data.details.retry_at).getTime()).toBeGreaterThan(Date.now() + 23 * 3_600_000)
    }
    // A colleague is the same company; a stranger is not.
    const tom = await cart(as.tom(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    expect((await as.tom().post("/store/price-requests", { cart_id: tom.id, lines: [{ line_item_id: tom.items[0].id, target_unit_price: 118 }] })).status).toBe(409)
    expect(await askFirst(as.ingrid(), await cart(as.ingrid(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 110)).toMatchObject({ status: "awaiting_buyer" })

    // Over: asks are heard again, and counters have not risen.
    const knex = container().resolve<{ raw: (sql: string) => Promise<unknown> }>(ContainerRegistrationKeys.PG_CONNECTION)
    await knex.raw(`UPDATE negotiation_memory SET cool_down_until = now() - interval '1 minute'`)
    const heard = await askFirst(as.anna(), basket, 112)
    const counter = heard.offer?.options.find((option) => option.kind === "counter")?.lines[0]?.unit_price
    expect(counter).toBeLessThanOrEqual(118)
  })

  it("in the cool-down after the buyer's own withdrawal the counter that stood is heard again", async () => {
    const basket = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const asked = await askFirst(as.anna(), basket, 110)
    await as.anna().post(`/store/negotiations/${asked.id}/withdraw`, { version: 1 })
    const again = await askFirst(as.anna(), basket, 110)
    expect(again).toMatchObject({ status: "awaiting_buyer", previous_id: asked.id })
  })
})
