import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { endAgreementsWorkflow } from "../../../src/workflows/agreement/end-agreements"
import { releaseAgreements, validateAgreements, type ClaimedUses } from "../../../src/workflows/agreement/validate-agreements"
import { complete, prepareCheckout } from "../../setup/checkout"
import { storeTest } from "../../setup/store-test"
import { agreedIn, until } from "./agreed"

const seen: string[] = []

// The merchant's own handler. A second one of the plugin's would stop the boot.
completeCartWorkflow.hooks.validate(
  async ({ cart }, { container }) => {
    seen.push(cart.id)
    return new StepResponse(undefined, await validateAgreements(container, cart))
  },
  async (claimed: ClaimedUses | undefined, { container }) => releaseAgreements(container, claimed)
)

storeTest(
  (store) => {
    const { as, container, ground, people, truth } = store
    const { agree, cartOf, variant } = agreedIn(store)

    it("boots beside an owner of the completion hook, who calls the exported handler", async () => {
      const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
      const { id } = await agree({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
      const carts: string[] = []
      for (let made = 0; made < 2; made += 1) {
        const cart_id = await cartOf(as.anna(), variant_id, 100)
        await prepareCheckout(as.anna(), ground(), cart_id, people().acme.buyers[0].email)
        carts.push(cart_id)
      }
      expect((await complete(as.anna(), carts[0]!)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 110 }] } })
      await until(async () => (await truth().row("negotiation_agreement", { id })).orders === 1)

      await endAgreementsWorkflow(container()).run({
        input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } },
      })
      const { errors } = await completeCartWorkflow(container()).run({ input: { id: carts[1]! }, throwOnError: false })
      expect(errors[0]?.error).toMatchObject({ type: "not_allowed", code: "agreement_not_applicable" })
      expect(seen).toEqual(carts)
    })
  },
  { env: { NEGOTIATION_DISABLE_HOOKS: "completeCartValidate" } }
)
