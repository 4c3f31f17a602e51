import { logger } from "@medusajs/framework/logger"
import { Modules } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { endAgreementsWorkflow } from "../../src/workflows/agreement/end-agreements"
import { until } from "../http/agreements/agreed"
import { complete } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { orderingIn } from "./ordering"

// Nobody owns the completion hook here, the plugin neither. What it says at boot, and later, is listened to.
const said: string[] = []
const warn = logger.warn.bind(logger)
logger.warn = (message: string) => {
  said.push(message)
  return warn(message)
}

storeTest(
  (store) => {
    const { as, container, truth } = store
    const { agreeOn, agreement, flags, order, ready, uses, variant } = orderingIn(store)
    let variant_id: string

    const revoke = (id: string) =>
      endAgreementsWorkflow(container()).run({ input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } } })
    /** As a payment webhook completes a cart: past every middleware. */
    const completeBehind = async (cart_id: string) => (await completeCartWorkflow(container()).run({ input: { id: cart_id } })).result.id

    beforeEach(async () => {
      variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    })

    it("the completion hook off → said at boot", () => {
      expect(said).toContainEqual(expect.stringContaining("completion hook is off"))
    })

    it("off, ordered at an agreed price → ordered, counted, flagged as unchecked, told, logged and written down", async () => {
      const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110, max_quantity: 500 }] })
      const told: string[] = []
      container().resolve(Modules.EVENT_BUS).subscribe("agreement.flagged", async ({ data }) => void told.push((data as { id: string }).id))
      const placed = await order(as.anna(), variant_id, 200)
      await until(async () => (await agreement(id)).orders === 1)
      expect(await uses(id)).toMatchObject([{ status: "confirmed", checked: false, order_id: placed.id, lines: [{ quantity: 200 }] }])
      expect((await truth().row("negotiation_agreement_line", { agreement_id: id })).remaining_quantity).toBe(300)
      expect(await flags(id)).toEqual(["unchecked_order"])
      expect(await truth().row("negotiation_event", { agreement_id: id, kind: "ordered" })).toMatchObject({ trace: { checked: false } })
      await until(async () => told.includes(id) && said.some((message) => message.includes(placed.id)))
    })

    it("off, a stale price completed over HTTP → still refused; past HTTP → ordered and flagged as after the end", async () => {
      const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const cart_id = await ready(as.anna(), variant_id, 100)
      await revoke(id)
      expect((await complete(as.anna(), cart_id)).data).toMatchObject({ code: "agreement_not_applicable" })
      const order_id = await completeBehind(cart_id)
      await until(async () => (await agreement(id)).orders === 1)
      expect([await flags(id), (await agreement(id)).status]).toEqual([["unchecked_order", "after_end"], "revoked"])
      expect(await uses(id)).toMatchObject([{ checked: false, order_id }])
    })

    it("off, two carts on a one-order agreement → both ordered, the second flagged as over the limit", async () => {
      const { id } = await agreeOn({ max_orders: 1, lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const carts = [await ready(as.anna(), variant_id, 100), await ready(as.anna(), variant_id, 100)]
      await Promise.all(carts.map(completeBehind))
      await until(async () => (await agreement(id)).orders === 2)
      expect([(await flags(id)).sort(), (await agreement(id)).status]).toEqual([["over_limit", "unchecked_order", "unchecked_order"], "used_up"])
    })

    it("off, an order at the normal price → nothing is counted or flagged", async () => {
      const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      await order(as.anna(), variant_id, 50)
      await order(as.anna(), variant_id, 100)
      await until(async () => (await agreement(id)).orders === 1)
      expect([(await uses(id)).length, await flags(id)]).toEqual([1, ["unchecked_order"]])
    })
  },
  { env: { NEGOTIATION_DISABLE_HOOKS: "completeCartValidate" } }
)
