import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst, negotiationOf } from "./ask"

storeTest(({ as, cart, ground, truth }) => {
  const cylinders = (quantity: number) => [{ article: ground().articles.cylinder, quantity }]

  async function expectNothingStored(): Promise<void> {
    expect(await truth().rows("negotiation")).toEqual([])
    expect(await truth().rows("negotiation_memory")).toEqual([])
    expect(await truth().rows("negotiation_event")).toEqual([])
    expect(await truth().rows("negotiation_idempotency_key")).toEqual([])
  }

  it("refuses every bad request with its code and stores nothing", async () => {
    const basket = await cart(as.anna(), [...cylinders(100), { article: ground().articles.valve, quantity: 10 }])
    const [line, other] = basket.items as { id: string }[]
    const good = { line_item_id: line?.id, target_unit_price: 110 }
    const foreign = await cart(as.ingrid(), cylinders(100))
    const empty = (await as.anna().post("/store/carts", { region_id: ground().regions.usd })).data.cart
    const cases: [string, unknown, number, string][] = [
      ["no body", undefined, 400, "invalid_data"],
      ["an unknown field", { cart_id: basket.id, lines: [good], discount: 5 }, 400, "invalid_data"],
      ["an unknown field in a line", { cart_id: basket.id, lines: [{ ...good, floor: 1 }] }, 400, "invalid_data"],
      ["both targets", { cart_id: basket.id, lines: [good], target_total: 5 }, 400, "invalid_data"],
      ["no target", { cart_id: basket.id }, 400, "invalid_data"],
      ["quantity 0", { cart_id: basket.id, lines: [{ ...good, quantity: 0 }] }, 400, "invalid_quantity"],
      ["a negative quantity", { cart_id: basket.id, lines: [{ ...good, quantity: -5 }] }, 400, "invalid_quantity"],
      ["a fractional quantity", { cart_id: basket.id, lines: [{ ...good, quantity: 2.5 }] }, 400, "invalid_quantity"],
      ["a quantity in words", { cart_id: basket.id, lines: [{ ...good, quantity: "10" }] }, 400, "invalid_quantity"],
      ["price 0", { cart_id: basket.id, lines: [{ ...good, target_unit_price: 0 }] }, 400, "invalid_price"],
      ["a negative price", { cart_id: basket.id, lines: [{ ...good, target_unit_price: -1 }] }, 400, "invalid_price"],
      ["a price of five decimals", { cart_id: basket.id, lines: [{ ...good, target_unit_price: 1.00001 }] }, 400, "invalid_price"],
      ["the present price", { cart_id: basket.id, lines: [{ ...good, target_unit_price: 120 }] }, 400, "invalid_price"],
      ["a higher price", { cart_id: basket.id, lines: [{ ...good, target_unit_price: 130 }] }, 400, "invalid_price"],
      ["the present total", { cart_id: basket.id, target_total: 12_750 }, 400, "invalid_price"],
      ["a line twice", { cart_id: basket.id, lines: [good, good] }, 400, "duplicate_line"],
      ["a line of nowhere", { cart_id: basket.id, lines: [{ ...good, line_item_id: "cali_nowhere" }] }, 400, "unknown_line"],
      ["a foreign line", { cart_id: basket.id, lines: [{ ...good, line_item_id: foreign.items[0].id }] }, 400, "unknown_line"],
      ["51 lines", { cart_id: basket.id, lines: Array.from({ length: 51 }, (_, n) => ({ ...good, line_item_id: `cali_${n}` })) }, 400, "too_many_lines"],
      ["an empty cart", { cart_id: empty.id, lines: [good] }, 400, "empty_cart"],
      ["a foreign cart", { cart_id: foreign.id, lines: [good] }, 404, "not_found"],
      ["a cart of nowhere", { cart_id: "cart_nowhere", lines: [good] }, 404, "not_found"],
      ["a message Postgres can't keep", { cart_id: basket.id, lines: [good], message: "a\u0000b" }, 400, "invalid_data"],
      ["half a character", { cart_id: basket.id, lines: [good], context: { purpose: "\ud800" } }, 400, "invalid_data"],
      ["an id that is none", { cart_id: "\u0000", lines: [good] }, 400, "invalid_data"],
      ["a list instead of a body", [good], 400, "invalid_data"],
      ["a date that is none", { cart_id: basket.id, lines: [good], context: { needed_by: "soon" } }, 400, "invalid_data"],
    ]
    for (const [what, body, status, code] of cases) {
      const answer = await as.anna().post("/store/price-requests", body, { "idempotency-key": what })
      expect([what, answer.status, answer.data.code]).toEqual([what, status, code])
      expect(Object.keys(answer.data).sort()).toEqual(expect.arrayContaining(["code", "message", "type"]))
    }
    expect(other).toBeDefined()
    await expectNothingStored()
  })

  it("refuses variants the merchant took out, and carts that were ordered", async () => {
    const { valve } = ground().articles
    await as.admin().post(`/admin/products/${valve.product_id}`, { metadata: { negotiable: false } })
    const basket = await cart(as.anna(), [{ article: valve, quantity: 10 }])
    const body = { cart_id: basket.id, lines: [{ line_item_id: basket.items[0].id, target_unit_price: 60 }] }
    const refused = await as.anna().post("/store/price-requests", body)
    expect([refused.status, refused.data.code]).toEqual([400, "not_negotiable"])
    await expectNothingStored()
  })

  it("answers 401 without a login and 404 with the same bytes for a foreign and a missing case", async () => {
    const asked = await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 110)
    for (const path of ["/store/negotiations", `/store/negotiations/${asked.id}`, "/store/agreements", "/store/price-ladders?cart_id=x"]) {
      const answer = await as.guest().get(path)
      expect([path, answer.status, answer.data.code]).toEqual([path, 401, "unauthorized"])
    }
    const body = { version: 1, offer_id: asked.offer?.id, option_id: asked.offer?.options[0]?.id }
    for (const action of ["accept", "refuse", "ask-person", "withdraw", "counter"]) {
      const sent = action === "accept" ? body : action === "counter" ? { version: 1, target_total: 100 } : { version: 1 }
      const foreign = await as.ingrid().post(`/store/negotiations/${asked.id}/${action}`, sent)
      const missing = await as.ingrid().post(`/store/negotiations/neg_nowhere/${action}`, sent)
      expect([action, foreign.status]).toEqual([action, 404])
      expect(JSON.stringify(foreign.data)).toBe(JSON.stringify(missing.data))
    }
    const odd = await as.anna().get("/store/negotiations/%00")
    expect([odd.status, odd.data.code]).toEqual([404, "not_found"])
    const colleague = await as.tom().get(`/store/negotiations/${asked.id}`)
    expect(colleague.status).toBe(404)
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ version: 1, status: "awaiting_buyer" })
  })

  it("gives the same answer for the same key, and refuses another body under it", async () => {
    const basket = await cart(as.anna(), cylinders(2_000))
    const body = { cart_id: basket.id, lines: [{ line_item_id: basket.items[0].id, target_unit_price: 110 }] }
    const key = { "idempotency-key": "one-request" }
    const [first, second] = await Promise.all([as.anna().post("/store/price-requests", body, key), as.anna().post("/store/price-requests", body, key)])
    const third = await as.anna().post("/store/price-requests", body, key)
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201])
    expect(second.data.negotiation.id).toBe(first.data.negotiation.id)
    expect(third.data).toEqual(first.data)
    expect(await truth().rows("negotiation")).toHaveLength(1)
    const other = await as.anna().post("/store/price-requests", { ...body, message: "and hurry" }, key)
    expect([other.status, other.data.code]).toEqual([422, "idempotency_mismatch"])

    const accept = { version: 1, offer_id: first.data.negotiation.offer.id, option_id: first.data.negotiation.offer.options[0].id }
    const path = `/store/negotiations/${first.data.negotiation.id}/accept`
    const [once, twice] = await Promise.all([as.anna().post(path, accept, key), as.anna().post(path, accept, key)])
    expect([once.status, twice.status]).toEqual([200, 200])
    expect(await truth().rows("negotiation_agreement")).toHaveLength(1)
  })

  it("lets one of two accepts win, and tells the other the version", async () => {
    const asked = await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 110)
    const accept = { version: 1, offer_id: asked.offer?.id, option_id: asked.offer?.options[0]?.id }
    const path = `/store/negotiations/${asked.id}/accept`
    const answers = await Promise.all([as.anna().post(path, accept), as.anna().post(path, accept)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    const lost = answers.find((answer) => answer.status === 409)
    expect(lost?.data).toMatchObject({ code: "stale_version", details: { current_version: 2 } })
    expect(await truth().rows("negotiation_agreement")).toHaveLength(1)
  })

  it("keeps the key of a request that changed nothing", async () => {
    const asked = await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 108)
    const path = `/store/negotiations/${asked.id}/counter`
    const lines = [{ line_id: asked.lines[0]?.id, target_unit_price: 108 }]
    const key = { "idempotency-key": "again" }
    const first = await as.anna().post(path, { version: 1, lines }, key)
    const second = await as.anna().post(path, { version: 1, lines }, key)
    expect([first.status, second.data]).toEqual([200, first.data])
    const other = await as.anna().post(path, { version: 1, lines: [{ ...lines[0], target_unit_price: 112 }] }, key)
    expect([other.status, other.data.code]).toEqual([422, "idempotency_mismatch"])
    expect(await truth().row("negotiation", { id: asked.id })).toMatchObject({ version: 1 })
  })

  it("makes one agreement where an accept and a request that meets the same option come together", async () => {
    const basket = await cart(as.anna(), cylinders(2_000))
    const asked = await askFirst(as.anna(), basket, 110)
    const line = { line_item_id: basket.items[0].id, target_unit_price: 110, quantity: 4_000 }
    const option = asked.offer?.options.find((each) => each.kind === "volume")
    await Promise.all([
      as.anna().post(`/store/negotiations/${asked.id}/accept`, { version: 1, offer_id: asked.offer?.id, option_id: option?.id }),
      as.anna().post("/store/price-requests", { cart_id: basket.id, lines: [line] }),
    ])
    const live = await truth().rows("negotiation_agreement", { status: "active" })
    expect(live).toHaveLength(1)
  })

  it("refuses what the lifecycle has no way for", async () => {
    const agreed = await acceptOption(as.anna(), await askFirst(as.anna(), await cart(as.anna(), cylinders(2_000)), 110), "volume")
    const line_id = agreed.lines[0]?.id
    const late = await as.anna().post(`/store/negotiations/${agreed.id}/counter`, { version: 2, lines: [{ line_id, target_unit_price: 100 }] })
    expect([late.status, late.data.code]).toEqual([409, "already_ended"])
    const stale = await as.anna().post(`/store/negotiations/${agreed.id}/refuse`, { version: 1 })
    expect([stale.status, stale.data.code, stale.data.details]).toEqual([409, "stale_version", { current_version: 2 }])
    const gearbox = await askFirst(as.anna(), await cart(as.anna(), [{ article: ground().articles.gearbox, quantity: 5 }]), 100)
    const notMine = await as.anna().post(`/store/negotiations/${gearbox.id}/counter`, { version: 1, lines: [{ line_id: gearbox.lines[0]?.id, target_unit_price: 90 }] })
    expect([notMine.status, notMine.data.code]).toEqual([409, "not_your_turn"])
    expect(negotiationOf(await as.anna().get(`/store/negotiations/${gearbox.id}`), 200).version).toBe(1)
  })
})
