import { adminNegotiationSchema, errorBodySchema, type AdminNegotiation } from "../../../src/contract"
import type { Answered } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { askFirst } from "../store/ask"

const DECISION = { reason_code: "strategic_customer", note: "They open the north for us" }

storeTest(({ as, cart, ground, people, truth }) => {
  const path = (id: string, command = "") => `/admin/negotiations/${id}${command && `/${command}`}`
  const negotiationIn = (answer: Answered): AdminNegotiation => {
    expect([answer.status, answer.data.code]).toEqual([200, undefined])
    return adminNegotiationSchema.parse(answer.data.negotiation)
  }
  const refusalIn = (answer: Answered) => ({ status: answer.status, ...errorBodySchema.parse(answer.data) })
  const send = (id: string, command: string, body: unknown) => as.admin().post(path(id, command), body)

  /** Anna asks 110 for 2,000 cylinders and then for a person. */
  async function inReview(): Promise<AdminNegotiation> {
    const asked = await askFirst(as.anna(), await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }]), 110)
    await as.anna().post(`/store/negotiations/${asked.id}/ask-person`, { version: asked.version, message: "Can you call me?" })
    return negotiationIn(await as.admin().get(path(asked.id)))
  }

  it("shows a rep everything the case rests on", async () => {
    const negotiation = await inReview()

    expect(negotiation).toMatchObject({
      status: "in_review",
      turn: "seller",
      reason_code: "asked_for_person",
      value: 240_000,
      asked_value: 220_000,
      overdue: false,
      company: { id: people().acme.id, name: "Acme", segment: "volume_buyer" },
      customer: { id: people().acme.buyers[0].id, email: people().acme.buyers[0].email, name: "anna" },
      profile: { negotiations: 1, agreed: 0, average_concession: null },
      policy: { name: "Golden 1000", version: 1 },
      lines: [{ cost: 80, floor_unit_price: 94.12, margin: 0.272727, current_margin: 0.333333, break_even_quantity: 2_667, counter_unit_price: 118 }],
      messages: [{ by: "buyer", message: "Can you call me?" }],
    })
    expect(negotiation.suggestion).toEqual({
      lines: [{ line_id: negotiation.lines[0]?.id, unit_price: 110, quantity: 4_000 }], contribution: 120_000, margin: 0.2727,
    })
    expect(negotiation.decision).toMatchObject({ answer: "counter", trace: [{ line_id: negotiation.lines[0]?.id }] })
    expect(negotiation.offer?.options[0]).toMatchObject({ kind: "volume", contribution: 120_000, margin: 0.2727, headline: "2,000 more pieces support $110" })
    expect(negotiation.history.map(({ by, kind }) => `${by}.${kind}`)).toEqual(["buyer.requested", "system.offered", "buyer.asked_for_person"])
    expect(negotiation.reason_codes).toContain("competitive_match")
  })

  it("lists the case in the queue until it is decided", async () => {
    const { id } = await inReview()
    const queue = async () => (await as.admin().get("/admin/negotiations?status=in_review")).data.negotiations

    expect(await queue()).toEqual([expect.objectContaining({ id, value: 240_000, ask_margin: 0.272727, title: expect.stringContaining("Hydraulic cylinder") })])
    await send(id, "decline", { version: 2, ...DECISION })
    expect(await queue()).toEqual([])
  })

  it("approves the ask: an agreement at once, the buyer's cart untouched", async () => {
    const { id, version, cart_id } = await inReview()

    const agreed = negotiationIn(await send(id, "approve", { version, ...DECISION, message: "Welcome to the north" }))

    expect(agreed).toMatchObject({
      status: "agreed", version: version + 1, suggestion: null, agreement: { status: "active", lines: [{ min_quantity: 2_000, unit_price: 110 }] },
      messages: [{ by: "buyer" }, { by: "seller", message: "Welcome to the north" }],
      profile: { negotiations: 1, agreed: 1, average_concession: 0.083333 },
    })
    expect(agreed.history.at(-1)).toMatchObject({ kind: "approved", by: "seller", actor_id: people().admin.id, ...DECISION })
    expect(await truth().row("cart_line_item", { cart_id })).toMatchObject({ quantity: 2_000, unit_price: "120" })
  })

  it("counters with prices of a person's own", async () => {
    const { id, version, lines } = await inReview()
    const offered = [{ line_id: lines[0]?.id, unit_price: 112, quantity: 3_000 }]

    const countered = negotiationIn(await send(id, "counter", { version, ...DECISION, lines: offered }))

    expect(countered).toMatchObject({
      status: "awaiting_buyer", turn: "buyer",
      offer: { origin: "person", options: [{ kind: "volume", lines: offered, saving_total: 24_000, contribution: 96_000, margin: 0.2857 }] },
    })
    expect(refusalIn(await send(id, "approve", { version: countered.version, ...DECISION }))).toMatchObject({ status: 409, code: "not_your_turn" })
  })

  it("declines, and nothing more can be decided", async () => {
    const { id, version } = await inReview()
    const declined = negotiationIn(await send(id, "decline", { version, ...DECISION, reason_code: "margin_too_low" }))

    expect(declined).toMatchObject({ status: "declined", turn: null, reason_code: "margin_too_low", offer: null, suggestion: null })
    for (const command of ["approve", "decline"]) {
      expect(refusalIn(await send(id, command, { version: declined.version, ...DECISION }))).toMatchObject({ status: 409, code: "already_ended" })
    }
  })

  it("refuses what is incomplete, under the floor, unknown or out of date, and changes nothing", async () => {
    const { id, version, lines } = await inReview()
    const line = { line_id: lines[0]?.id, unit_price: 112 }
    const before = await truth().row("negotiation", { id })
    const events = await truth().rows("negotiation_event", { negotiation_id: id })
    const refused: [string, object, number, string][] = [
      ["approve", { version, note: "x" }, 400, "invalid_data"],
      ["approve", { version, reason_code: "other" }, 400, "invalid_data"],
      ["approve", { version, reason_code: "other", note: " " }, 400, "invalid_data"],
      ["approve", { version, reason_code: "because", note: "x" }, 400, "invalid_data"],
      ["approve", { ...DECISION }, 400, "invalid_data"],
      ["approve", { version, ...DECISION, discount: 1 }, 400, "invalid_data"],
      ["approve", { version: version - 1, ...DECISION }, 409, "stale_version"],
      ["decline", { version: version + 1, ...DECISION }, 409, "stale_version"],
      ["counter", { version, ...DECISION }, 400, "invalid_data"],
      ["counter", { version, ...DECISION, lines: [{ ...line, unit_price: 0 }] }, 400, "invalid_price"],
      ["counter", { version, ...DECISION, lines: [{ ...line, quantity: 2.5 }] }, 400, "invalid_quantity"],
      ["counter", { version, ...DECISION, lines: [line, line] }, 400, "duplicate_line"],
      ["counter", { version, ...DECISION, lines: [{ ...line, line_id: "nline_none" }] }, 400, "unknown_line"],
      ["counter", { version, ...DECISION, lines: [{ ...line, unit_price: 94.11 }] }, 400, "under_floor"],
      ["counter", { version, ...DECISION, lines: [{ ...line, unit_price: 120 }] }, 400, "invalid_price"],
      ["assign", { version: version - 1, assigned_to: "user_1" }, 409, "stale_version"],
      ["assign", { version }, 400, "invalid_data"],
      ["notes", { note: "" }, 400, "invalid_data"],
      ["notes", {}, 400, "invalid_data"],
    ]
    for (const [command, body, status, code] of refused) {
      expect([command, body, refusalIn(await send(id, command, body))]).toMatchObject([command, body, { status, code }])
    }
    expect(refusalIn(await send(id, "approve", { version: version - 1, ...DECISION })).details).toEqual({ current_version: version })
    expect(await truth().row("negotiation", { id })).toEqual(before)
    expect(await truth().rows("negotiation_event", { negotiation_id: id })).toEqual(events)
  })

  it("answers 404 for a case that isn't there, 401 for a stranger, on every command", async () => {
    const { id, version } = await inReview()
    const bodies = {
      approve: { version, ...DECISION }, decline: { version, ...DECISION }, counter: { version, ...DECISION, lines: [{ line_id: "x", unit_price: 1 }] },
      assign: { version, assigned_to: null }, notes: { note: "x" },
    }
    for (const [command, body] of Object.entries(bodies)) {
      expect(refusalIn(await send("neg_none", command, body))).toMatchObject({ status: 404, code: "not_found" })
      for (const who of [as.guest(), as.anna()]) expect((await who.post(path(id, command), body)).status).toBe(401)
    }
  })

  it("is given to a rep and back, and takes notes the buyer never sees", async () => {
    const { id, version } = await inReview()
    const mine = negotiationIn(await send(id, "assign", { version, assigned_to: people().admin.id }))
    const noted = negotiationIn(await send(id, "notes", { note: "Margin is thin here" }))
    const free = negotiationIn(await send(id, "assign", { version: noted.version, assigned_to: null }))

    expect(mine.assigned_to).toBe(people().admin.id)
    expect(noted.notes).toEqual([expect.objectContaining({ author_id: people().admin.id, note: "Margin is thin here" })])
    expect(free.assigned_to).toBeNull()
    const buyers = await as.anna().get(`/store/negotiations/${id}`)
    expect(JSON.stringify(buyers.data)).not.toMatch(/thin|(?<!overall_)cost|floor|margin|note"/)
  })

  it("lets one of two decisions win", async () => {
    const { id, version } = await inReview()
    const both = await Promise.all(["approve", "decline"].map((command) => send(id, command, { version, ...DECISION })))

    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await truth().row("negotiation", { id })).toMatchObject({ version: version + 1 })
  })
})
