import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import endAgreementsJob from "../../src/jobs/end-agreements"
import remindCommitmentsJob from "../../src/jobs/remind-commitments"
import { announceRevocationWorkflow } from "../../src/workflows/agreement/announce-revocation"
import { endAgreementsWorkflow } from "../../src/workflows/agreement/end-agreements"
import { reconcilePrices } from "../../src/workflows/agreement/reconcile-prices"
import { settleOrder } from "../../src/workflows/agreement/settle/settle-order"
import { clearMissedCommitmentWorkflow } from "../../src/workflows/company/clear-missed-commitment"
import { until } from "../http/agreements/agreed"
import { askFirst, negotiationOf } from "../http/store/ask"
import { complete, prepareCheckout } from "../setup/checkout"
import type { Client } from "../setup/client"
import { storeTest } from "../setup/store-test"
import { createPolicy } from "../setup/terms"
import { inDays, orderingIn } from "./ordering"

const REP = { reason_code: "volume_commitment", note: "They promised the year" }

storeTest((store) => {
  const { as, cart, container, ground, people, truth } = store
  const { agreeOn, agreement, asked, cancel, change, edit, flags, line, linesOf, order, ready, replace, reprice, rowsOf, send, sendBack, service, trail, uses, variant } =
    orderingIn(store)
  let variant_id: string

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
  })

  const counted = (id: string, orders: number) => until(async () => (await agreement(id)).orders === orders)

  it("caps: a rep grants 5,000 pieces in two orders → accepted, ordered in parts, used up, the normal price again", async () => {
    const wanted = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const opened = await askFirst(as.anna(), wanted, 110)
    await as.anna().post(`/store/negotiations/${opened.id}/ask-person`, { version: opened.version })
    const { negotiation } = await asked(as.admin().get(`/admin/negotiations/${opened.id}`))
    await asked(
      as.admin().post(`/admin/negotiations/${opened.id}/counter`, {
        version: negotiation.version, ...REP, max_orders: 2,
        lines: [{ line_id: negotiation.lines[0].id, unit_price: 112, quantity: 2_000, max_quantity: 5_000 }],
      })
    )
    const offered = negotiationOf(await as.anna().get(`/store/negotiations/${opened.id}`), 200)
    const agreed = negotiationOf(
      await as.anna().post(`/store/negotiations/${opened.id}/accept`, {
        version: offered.version, offer_id: offered.offer?.id, option_id: offered.offer?.options[0]?.id,
      }),
      200
    )
    const id = agreed.agreement?.id ?? ""
    expect(await linesOf(as.anna(), wanted.id)).toMatchObject([{ quantity: 2_000, unit_price: 112 }])
    await prepareCheckout(as.anna(), ground(), wanted.id, people().acme.buyers[0].email)
    expect((await complete(as.anna(), wanted.id)).data.type).toBe("order")
    await counted(id, 1)
    expect(await line(id)).toMatchObject({ max_quantity: 5_000, remaining_quantity: 3_000, bought_quantity: 2_000 })

    // More than is left costs the normal price; what is left costs the agreed one, for every buyer of the company.
    const { variant_id: cylinder } = ground().articles.cylinder
    const tooMany = await ready(as.tom(), cylinder, 3_001)
    expect(await linesOf(as.tom(), tooMany)).toMatchObject([{ unit_price: 120 }])
    expect((await order(as.tom(), cylinder, 3_000)).items).toMatchObject([{ quantity: 3_000, unit_price: 112 }])
    await until(async () => (await agreement(id)).status === "used_up")
    await until(async () => (await rowsOf(id)).length === 0)
    expect(await line(id)).toMatchObject({ remaining_quantity: 0, bought_quantity: 5_000 })
    expect(await linesOf(as.anna(), await ready(as.anna(), cylinder, 2_000))).toMatchObject([{ unit_price: 120 }])
  })

  it("too little left for one more order → used up, not a price that nobody can complete", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 250 }] })
    await order(as.anna(), variant_id, 200)
    await until(async () => (await agreement(id)).status === "used_up")
    await until(async () => (await rowsOf(id)).length === 0)
    expect(await line(id)).toMatchObject({ remaining_quantity: 50 })
    expect((await order(as.anna(), variant_id, 100)).items).toMatchObject([{ unit_price: 120 }])
    expect(await flags(id)).toEqual([])
  })

  it("cancelled → the order and its pieces are given back, a used up agreement is in force again with its price", async () => {
    const { id } = await agreeOn({ max_orders: 1, lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500 }] })
    const placed = await order(as.anna(), variant_id, 300)
    await until(async () => (await agreement(id)).status === "used_up")
    await cancel(placed)
    await until(async () => (await agreement(id)).status === "active")
    expect(await agreement(id)).toMatchObject({ orders: 0, ended_at: null, ended_reason: null })
    expect(await line(id)).toMatchObject({ remaining_quantity: 500, bought_quantity: 0 })
    expect(await uses(id)).toMatchObject([{ status: "released", order_id: placed.id, checked: true }])
    expect(await flags(id)).toEqual(["volume_returned"])
    expect(await trail(id)).toEqual(["ordered", "used_up", "order_canceled", "given_back"])
    await until(async () => (await rowsOf(id)).length > 0)
    // Heard twice, it is given back once; and the price can be ordered at again.
    await settleOrder(container(), placed.id)
    expect([(await agreement(id)).orders, await flags(id)]).toEqual([0, ["volume_returned"]])
    expect((await order(as.anna(), variant_id, 100)).items).toMatchObject([{ unit_price: 110 }])
  })

  it("cancelled after the agreement has ended → counted, but it stays ended and without a price", async () => {
    const { id } = await agreeOn({ max_orders: 1, lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
    const placed = await order(as.anna(), variant_id, 100)
    await until(async () => (await agreement(id)).status === "used_up")
    await change("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [id])
    await cancel(placed)
    await counted(id, 0)
    expect([(await agreement(id)).status, await rowsOf(id)]).toEqual(["used_up", []])
  })

  it("sent back in part → pieces given back and flagged, also that fewer than agreed remain", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500, committed_quantity: 400 }] })
    const told: string[] = []
    container().resolve(Modules.EVENT_BUS).subscribe("agreement.flagged", async ({ data }) => void told.push((data as { id: string }).id))
    const placed = await order(as.anna(), variant_id, 120)
    await counted(id, 1)
    await sendBack(placed, 50)
    await until(async () => (await line(id)).bought_quantity === 70)
    expect(await line(id)).toMatchObject({ remaining_quantity: 430, bought_quantity: 70 })
    expect(await uses(id)).toMatchObject([{ status: "confirmed", lines: [{ variant_id, quantity: 70, unit_price: 110 }] }])
    expect(await flags(id)).toEqual(["volume_returned", "under_quantity"])
    expect((await agreement(id)).orders).toBe(1)
    await until(async () => told.includes(id))
  })

  it("sent back by what used an agreement up → it is in force again, with its price, for what came back", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 200 }] })
    const placed = await order(as.anna(), variant_id, 200)
    await until(async () => (await agreement(id)).status === "used_up" && (await rowsOf(id)).length === 0)
    await sendBack(placed, 100)
    await until(async () => (await agreement(id)).status === "active" && (await rowsOf(id)).length > 0)
    expect([await line(id), await flags(id)]).toMatchObject([{ remaining_quantity: 100, bought_quantity: 100 }, ["volume_returned"]])
    expect((await order(as.tom(), variant_id, 100)).items).toMatchObject([{ unit_price: 110 }])
    await until(async () => (await agreement(id)).status === "used_up")
  })

  it("an exchange: pieces are to come back, others are sent → those sent are counted at once, what comes back when it is received", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500 }] })
    const placed = await order(as.anna(), variant_id, 150)
    await counted(id, 1)
    await send(placed)
    await replace("exchanges", placed, { back: 20, sent: { variant_id, quantity: 100, unit_price: 110 } })
    await until(async () => (await line(id)).bought_quantity === 250)
    expect([(await line(id)).remaining_quantity, (await agreement(id)).orders]).toEqual([250, 1])
  })

  it("an order edited by a rep → more pieces are counted, fewer given back, too few and too many flagged", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 200 }] })
    const placed = await order(as.anna(), variant_id, 100)
    await counted(id, 1)
    await edit(placed, 150)
    await until(async () => (await line(id)).bought_quantity === 150)
    expect([(await line(id)).remaining_quantity, await flags(id)]).toEqual([50, []])
    await edit(placed, 80)
    await until(async () => (await line(id)).bought_quantity === 80)
    expect([(await line(id)).remaining_quantity, await flags(id)]).toEqual([120, ["under_quantity"]])
    await edit(placed, 250)
    await until(async () => (await line(id)).bought_quantity === 250)
    expect([(await line(id)).remaining_quantity, await flags(id)]).toEqual([0, ["under_quantity", "over_limit"]])
  })

  it("events lost, claims left behind, one of them broken → the reconciliation settles the others", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500 }] })
    const placed = await order(as.anna(), variant_id, 200)
    await counted(id, 1)
    // The order was cancelled, and nobody was told.
    await change(`UPDATE "order" SET status = 'canceled', updated_at = now() + interval '1 second' WHERE id = ?`, [placed.id])
    // Two claims of completions that died. The first became an order whose own use can't be read.
    const other = await agreeOn({ lines: [{ variant_id, min_quantity: 900, unit_price: 90 }] })
    const unreadable = await order(as.anna(), variant_id, 900)
    await counted(other.id, 1)
    await change(`UPDATE negotiation_agreement_use SET lines = '"broken"'::jsonb WHERE order_id = ?`, [unreadable.id])
    await service().reserveUse({ agreement_id: id, cart_id: "cart_broken", lines: [] })
    await change("INSERT INTO order_cart (id, order_id, cart_id) VALUES ('ordercart_x', ?, 'cart_broken')", [unreadable.id])
    await service().reserveUse({ agreement_id: id, cart_id: "cart_dead", lines: [] })
    await change("UPDATE negotiation_agreement_use SET updated_at = now() - interval '1 hour' WHERE cart_id IN ('cart_broken', 'cart_dead')")
    const logged = jest.spyOn(container().resolve(ContainerRegistrationKeys.LOGGER), "error").mockImplementation(() => undefined)
    await reconcilePrices(container())
    const said = logged.mock.calls.map(([message]) => String(message))
    logged.mockRestore()
    expect(said).toEqual([expect.stringMatching(/claim or order .* could not be settled: .+/)])
    expect(said.join()).not.toContain("[object")
    const statusOf = async (cart_id: string) => (await truth().row("negotiation_agreement_use", { cart_id })).status
    expect([await statusOf("cart_broken"), await statusOf("cart_dead")]).toEqual(["reserved", "released"])
    expect([(await agreement(id)).orders, (await line(id)).remaining_quantity]).toEqual([0, 500])
  })

  it("promised volume → bought and open are kept true, one reminder, met in time and nothing is missed", async () => {
    const { id } = await agreeOn({ valid_until: inDays(10), lines: [{ variant_id, min_quantity: 100, unit_price: 110, committed_quantity: 300 }] })
    const told: string[] = []
    container().resolve(Modules.EVENT_BUS).subscribe("agreement.commitment_due", async ({ data }) => void told.push((data as { id: string }).id))
    const placed = await order(as.anna(), variant_id, 200)
    await counted(id, 1)
    const { agreements } = await asked(as.anna().get("/store/agreements"))
    expect(agreements[0].lines[0]).toMatchObject({ commitment: { promised: 300, bought: 200, open: 100 } })
    await remindCommitmentsJob(container())
    await Promise.all([remindCommitmentsJob(container()), remindCommitmentsJob(container())])
    await until(async () => told.length > 0)
    expect([told, (await trail(id)).filter((kind) => kind === "commitment_due")]).toEqual([[id], ["commitment_due"]])
    await edit(placed, 300)
    await until(async () => (await line(id)).bought_quantity === 300)
    await change("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [id])
    await endAgreementsJob(container())
    expect([(await agreement(id)).status, await flags(id)]).toEqual(["expired", []])
  })

  it("promised volume far from its end → no reminder yet; one promised nothing → none at all", async () => {
    const far = await agreeOn({ valid_until: inDays(30), lines: [{ variant_id, min_quantity: 100, unit_price: 110, committed_quantity: 300 }] })
    const none = await agreeOn({ valid_until: inDays(1), lines: [{ variant_id, min_quantity: 200, unit_price: 100 }] })
    await remindCommitmentsJob(container())
    expect([(await agreement(far.id)).commitment_reminded_at, (await agreement(none.id)).commitment_reminded_at]).toEqual([null, null])
  })

  it.each([[3, 4, false], [3, 2, true], [40, 39, true], [40, 41, false], [0, 1, false]])(
    "a policy that reminds %d days before, %d days left → reminded: %s", async (commitment_reminder_days, left, reminded) => {
      const policy = await createPolicy(container(), { commitment_reminder_days }, [], 2_000)
      const { id, negotiation_id } = await agreeOn({ valid_until: inDays(left), lines: [{ variant_id, min_quantity: 100, unit_price: 110, committed_quantity: 300 }] })
      await service().updateNegotiations({ id: negotiation_id, policy_id: policy.id, policy_version: 1 })
      await remindCommitmentsJob(container())
      expect((await agreement(id)).commitment_reminded_at !== null).toBe(reminded)
    }
  )

  it.each([["note", false], ["person", true]] as const)("a missed promise under the policy's word %s → flagged and told; cases to a person: %s", async (then, person) => {
    const policy = await createPolicy(container(), { on_missed_commitment: then }, [], 2_000)
    const { id, negotiation_id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, committed_quantity: 300 }] })
    await service().updateNegotiations({ id: negotiation_id, policy_id: policy.id, policy_version: 1 })
    const told: string[] = []
    for (const name of ["agreement.commitment_missed", "agreement.flagged"]) {
      container().resolve(Modules.EVENT_BUS).subscribe(name, async ({ data }) => void ((data as { id: string }).id === id && told.push(name)))
    }
    await change("UPDATE negotiation_agreement SET valid_until = now() - interval '1 second' WHERE id = ?", [id])
    await endAgreementsJob(container())
    await endAgreementsJob(container())
    expect([(await agreement(id)).status, await flags(id), await trail(id)]).toEqual(["expired", ["commitment_missed"], ["expired", "commitment_missed"]])
    await until(async () => told.length === 2)
    expect(told.sort()).toEqual(["agreement.commitment_missed", "agreement.flagged"])
    const company_id = people().acme.id
    expect((await truth().row("negotiation_company", { id: company_id })).missed_commitment_at !== null).toBe(person)

    const asks = async (who: Client, article: typeof wanted) => {
      const { status, reason_code } = await askFirst(who, await cart(who, [{ article, quantity: 2_000 }]), 0.92 * article.usd)
      return [status, reason_code]
    }
    const wanted = ground().articles.cylinder
    // Every buyer of the company is asked to wait, nobody of another.
    expect(await asks(as.tom(), wanted)).toEqual(person ? ["in_review", expect.anything()] : ["awaiting_buyer", null])
    expect((await asks(as.ingrid(), wanted))[0]).toBe("awaiting_buyer")

    const { result: cleared } = await clearMissedCommitmentWorkflow(container()).run({ input: { company_id, actor_id: "user_1", note: "We talked" } })
    expect(cleared).toBe(person)
    expect((await truth().row("negotiation_company", { id: company_id })).missed_commitment_at).toBeNull()
    expect((await truth().rows("negotiation_event", { kind: "missed_commitment_cleared" })).length).toBe(Number(person))
    expect((await asks(as.anna(), ground().articles.valve))[0]).toBe("awaiting_buyer")
  })

  it("revoked by the merchant with a promise open → nothing was missed", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, committed_quantity: 300 }] })
    await endAgreementsWorkflow(container()).run({ input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } } })
    expect(await flags(id)).toEqual([])
  })

  it("revoked with notice → the price holds until then, not a moment longer, and the job ends it", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
    const told: string[] = []
    container().resolve(Modules.EVENT_BUS).subscribe("agreement.revocation_announced", async ({ data }) => void told.push((data as { id: string }).id))
    const announce = (at: Date) =>
      announceRevocationWorkflow(container()).run({
        input: { ids: [id], at: at.toISOString(), reason: "margin_too_low", actor: { type: "seller", id: "user_1" }, note: "Steel went up" },
        throwOnError: false,
      })
    expect((await announce(new Date(Date.now() - 1_000))).errors[0]?.error).toMatchObject({ code: "invalid_data" })
    await announce(inDays(7))
    await until(async () => told.includes(id))
    expect((await order(as.anna(), variant_id, 100)).items).toMatchObject([{ unit_price: 110 }])
    await endAgreementsJob(container())
    expect((await agreement(id)).status).toBe("active")

    const late = await ready(as.anna(), variant_id, 100)
    await change("UPDATE negotiation_agreement SET revoke_at = now() - interval '1 second' WHERE id = ?", [id])
    expect((await complete(as.anna(), late)).data).toMatchObject({ code: "agreement_not_applicable", details: { lines: [{ why: "ended" }] } })
    await reprice(as.anna(), late)
    expect((await complete(as.anna(), late)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120 }] } })
    await endAgreementsJob(container())
    expect(await agreement(id)).toMatchObject({ status: "revoked", ended_reason: "margin_too_low" })
    expect(await truth().row("negotiation_event", { agreement_id: id, kind: "revoked" })).toMatchObject({ actor_id: "user_1", note: "Steel went up" })
  })

  it("ordered again at the agreed price → a new cart of the buyer's, at the agreed quantity and price, through to the order", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
    const again = (who: Client) => who.post(`/store/agreements/${id}/apply`)
    const { cart_id } = await asked(again(as.tom()))
    expect(await linesOf(as.tom(), cart_id)).toMatchObject([{ quantity: 100, unit_price: 110 }])
    await prepareCheckout(as.tom(), ground(), cart_id, people().acme.buyers[1].email)
    expect((await complete(as.tom(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ quantity: 100, unit_price: 110 }] } })
    const before = (await truth().rows("cart")).length
    expect((await again(as.ingrid())).status).toBe(404)
    await endAgreementsWorkflow(container()).run({ input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } } })
    expect((await again(as.tom())).data).toMatchObject({ code: "agreement_not_applicable" })
    expect((await truth().rows("cart")).length).toBe(before)
  })
})
