import { reconcilePrices } from "../../src/workflows/agreement/reconcile-prices"
import { settleOrder } from "../../src/workflows/agreement/settle/settle-order"
import { until } from "../http/agreements/agreed"
import { storeTest } from "../setup/store-test"
import { orderingIn, type Placed } from "./ordering"

/** How a rep files a claim: pieces written off, pieces asked back, pieces sent. */
interface Claim {
  readonly type?: "replace" | "refund"
  /** The line of the order that is claimed; by default the first. */
  readonly item_id?: string
  readonly off?: number
  readonly back?: number
  readonly sent?: { readonly variant_id: string; readonly quantity: number; readonly unit_price: number }
}

storeTest((store) => {
  const { as, container, ground } = store
  const { agreeOn, agreement, asked, flags, line, linesOfOrder, order, send, sendBack, uses, variant } = orderingIn(store)
  let variant_id: string

  const agreed = (more: object = {}) => agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500, committed_quantity: 400, ...more }] })
  const stands = async (id: string) => {
    const { bought_quantity, remaining_quantity, fulfilled_quantity } = await line(id)
    return [bought_quantity, remaining_quantity, fulfilled_quantity]
  }
  const counted = (id: string, pieces: number) => until(async () => (await line(id)).bought_quantity === pieces)

  /** A rep's claim, from its beginning to where it is confirmed. @returns its id, and that of the return that belongs to it. */
  async function claim(placed: Placed, { type = "replace", item_id = placed.items[0]?.id ?? "", off = 0, back = 0, sent }: Claim) {
    const admin = as.admin()
    const { claim: begun } = await asked(admin.post("/admin/claims", { order_id: placed.id, type }))
    const path = `/admin/claims/${begun.id}`
    if (off > 0) await asked(admin.post(`${path}/claim-items`, { items: [{ id: item_id, quantity: off, reason: "production_failure" }] }))
    if (back > 0) await asked(admin.post(`${path}/inbound/items`, { items: [{ id: item_id, quantity: back }], location_id: ground().location_id }))
    if (sent) await asked(admin.post(`${path}/outbound/items`, { items: [sent] }))
    await asked(admin.post(`${path}/request`, {}))
    const { claim: made } = await asked(admin.get(`${path}?fields=id,return_id`))
    // The event that it was made is heard soon; looking at the order is the same.
    await settleOrder(container(), placed.id)
    return { id: begun.id as string, return_id: made.return_id as string | null, item_id }
  }

  /** What was asked back with a claim arrives: the end of it. */
  async function receive(placed: Placed, { return_id, item_id }: { return_id: string | null; item_id: string }, quantity: number): Promise<void> {
    const path = `/admin/returns/${return_id}`
    await asked(as.admin().post(`${path}/receive`, {}))
    await asked(as.admin().post(`${path}/receive-items`, { items: [{ id: item_id, quantity }] }))
    await asked(as.admin().post(`${path}/receive/confirm`, {}))
    await settleOrder(container(), placed.id)
  }

  async function sentOrder(id: string, quantity: number): Promise<Placed> {
    const placed = await order(as.anna(), variant_id, quantity)
    await counted(id, quantity)
    await send(placed)
    return placed
  }

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
  })

  it.each([
    ["written off and asked back, sent at the agreed price", { off: 50, back: 50 }, 110],
    ["written off and asked back, sent for nothing", { off: 50, back: 50 }, 0],
    ["asked back only, as the dashboard has it", { back: 50 }, 110],
    ["asked back only, sent for nothing", { back: 50 }, 0],
    ["written off, nothing asked back", { off: 50 }, 110],
  ])("replaced, %s → from the claim to its end counted once: nothing given back, nothing more used, no flag", async (_, pieces, unit_price) => {
    const { id } = await agreed()
    const placed = await sentOrder(id, 130)
    const made = await claim(placed, { ...pieces, sent: { variant_id, quantity: 50, unit_price } })
    expect(await stands(id)).toEqual([130, 370, 130])
    if (made.return_id) await receive(placed, made, 50)
    expect([await stands(id), await flags(id), (await agreement(id)).orders]).toEqual([[130, 370, 130], [], 1])
    expect(await uses(id)).toMatchObject([{ status: "confirmed", lines: [{ quantity: 130, unit_price: 110 }] }])
  })

  it.each([
    ["written off", { off: 50 }, 80],
    ["written off and asked back", { off: 50, back: 50 }, 80],
    ["asked back only", { back: 50 }, 130],
  ])("refunded, %s → given back once and flagged, as a return is", async (_, pieces, at_first) => {
    const { id } = await agreed()
    const placed = await sentOrder(id, 130)
    const made = await claim(placed, { type: "refund", ...pieces })
    expect((await line(id)).bought_quantity).toBe(at_first)
    if (made.return_id) await receive(placed, made, 50)
    expect([await stands(id), await flags(id)]).toEqual([[80, 420, 80], ["volume_returned", "under_quantity"]])
  })

  it("some claimed, others simply sent back → both are given back", async () => {
    const { id } = await agreed()
    const placed = await order(as.anna(), variant_id, 200)
    await counted(id, 200)
    await sendBack(placed, 30)
    await counted(id, 170)
    await claim(placed, { type: "refund", off: 20 })
    expect(await stands(id)).toEqual([150, 350, 150])
  })

  it("replaced where nothing was left → stays used up, nothing over the limit; sent back for good → in force again", async () => {
    const { id } = await agreed({ max_quantity: 200 })
    const placed = await sentOrder(id, 200)
    await until(async () => (await agreement(id)).status === "used_up")
    await claim(placed, { off: 100, sent: { variant_id, quantity: 100, unit_price: 110 } })
    expect([(await agreement(id)).status, await stands(id), await flags(id)]).toEqual(["used_up", [200, 0, 200], []])
    const replacement = (await linesOfOrder(placed.id)).find((each) => each.id !== placed.items[0]?.id)
    await claim(placed, { type: "refund", item_id: replacement?.id ?? "", off: 100 })
    expect([(await agreement(id)).status, await stands(id)]).toEqual(["active", [100, 100, 100]])
  })

  it("what was sent is claimed and replaced in its turn → still counted once", async () => {
    const { id } = await agreed()
    const placed = await sentOrder(id, 150)
    const sent = { variant_id, quantity: 50, unit_price: 0 }
    await claim(placed, { off: 50, sent })
    const replacement = (await linesOfOrder(placed.id)).find((each) => each.id !== placed.items[0]?.id)
    await claim(placed, { item_id: replacement?.id ?? "", off: 50, sent })
    expect([await stands(id), await flags(id)]).toEqual([[150, 350, 150], []])
  })

  it("fewer sent than claimed, more sent than claimed → the difference is given back, is used", async () => {
    const { id } = await agreed()
    const placed = await sentOrder(id, 200)
    await claim(placed, { off: 50, sent: { variant_id, quantity: 20, unit_price: 110 } })
    expect(await stands(id)).toEqual([170, 330, 170])
    await claim(placed, { off: 50, sent: { variant_id, quantity: 150, unit_price: 110 } })
    expect(await stands(id)).toEqual([270, 230, 270])
  })

  it("another agreed article sent in place → the claimed one is given back, the other one used", async () => {
    const { id } = await agreed()
    const other = await variant([{ currency_code: "usd", amount: 80 }])
    const others = await agreeOn({ lines: [{ variant_id: other, min_quantity: 100, unit_price: 70, max_quantity: 500 }] })
    const placed = await sentOrder(id, 200)
    await claim(placed, { off: 100, sent: { variant_id: other, quantity: 100, unit_price: 70 } })
    expect([await stands(id), (await line(others.id)).bought_quantity]).toEqual([[100, 400, 100], 100])
  })

  it("the claim is taken back, of which Medusa tells nobody → the reconciliation counts as before it", async () => {
    const { id } = await agreed()
    const placed = await sentOrder(id, 200)
    const made = await claim(placed, { type: "refund", off: 60, back: 60 })
    expect((await line(id)).bought_quantity).toBe(140)
    await asked(as.admin().post(`/admin/claims/${made.id}/cancel`, {}))
    await reconcilePrices(container())
    expect(await stands(id)).toEqual([200, 300, 200])
  })

  it("heard by its event alone → counted", async () => {
    const { id } = await agreed()
    const placed = await sentOrder(id, 200)
    const { claim: begun } = await asked(as.admin().post("/admin/claims", { order_id: placed.id, type: "refund" }))
    await asked(as.admin().post(`/admin/claims/${begun.id}/claim-items`, { items: [{ id: placed.items[0]?.id, quantity: 40 }] }))
    await asked(as.admin().post(`/admin/claims/${begun.id}/request`, {}))
    await counted(id, 160)
  })
})
