import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
// What a merchant imports from "medusa-plugin-negotiation/workflows".
import { endAgreementsWorkflow, releaseAgreements, validateAgreements } from "../../src/workflows"
import { until } from "../http/agreements/agreed"
import { complete } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { orderingIn } from "./ordering"

// The plugin's option says so, as in a merchant's medusa-config.ts. It is read before a test could set its store's environment.
process.env["NEGOTIATION_HOOKS_OPTION"] = "completeCartValidate"

const seen: string[] = []

// The merchant's own handler. A second one of the plugin's would stop the boot.
completeCartWorkflow.hooks.validate(
  async ({ cart }, { container }) => {
    seen.push(cart.id)
    return new StepResponse(undefined, await validateAgreements(container, cart))
  },
  async (claimed, { container }) => releaseAgreements(container, claimed)
)

storeTest((store) => {
  const { as, container } = store
  const { agreeOn, agreement, change, flags, ready, uses, variant } = orderingIn(store)
  let variant_id: string
  const behind = (cart_id: string) => completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
  })

  it("beside an owner of the completion hook who calls the exported handler → boots, orders are checked and counted", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
    const carts = [await ready(as.anna(), variant_id, 100), await ready(as.anna(), variant_id, 100)]
    expect((await complete(as.anna(), carts[0]!)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 110 }] } })
    await until(async () => (await agreement(id)).orders === 1)
    expect([(await uses(id)).map((use) => [use.status, use.checked]), await flags(id)]).toEqual([[["confirmed", true]], []])

    await endAgreementsWorkflow(container()).run({
      input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } },
    })
    expect((await behind(carts[1]!)).errors[0]?.error).toMatchObject({ type: "not_allowed", code: "agreement_not_applicable" })
    expect(seen).toEqual(carts)
  })

  it("two carts at once on a one-order agreement → one order", async () => {
    const { id } = await agreeOn({ max_orders: 1, lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
    const carts = [await ready(as.anna(), variant_id, 100), await ready(as.anna(), variant_id, 100)]
    const answers = await Promise.all(carts.map(behind))
    expect(answers.filter((answer) => answer.errors.length === 0)).toHaveLength(1)
    await until(async () => (await agreement(id)).status === "used_up")
  })

  it("a completion that fails after the handler → the claim is given back", async () => {
    const { id } = await agreeOn({ max_orders: 1, lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
    const cart_id = await ready(as.anna(), variant_id, 100)
    await change("UPDATE cart_shipping_method SET deleted_at = now() WHERE cart_id = ?", [cart_id])
    expect((await complete(as.anna(), cart_id)).status).toBe(400)
    expect(await uses(id)).toMatchObject([{ status: "released" }])
  })
})
