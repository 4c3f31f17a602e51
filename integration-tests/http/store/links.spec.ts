import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { storeTest } from "../../setup/store-test"
import { acceptOption, askFirst } from "./ask"

storeTest(({ as, cart, container, ground, people }) => {
  it("query.graph crosses from a case to its buyer, cart and variants, and from an agreement to its buyer", async () => {
    const basket = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
    const asked = await askFirst(as.anna(), basket, 110)
    const agreed = await acceptOption(as.anna(), asked, "volume")
    const query = container().resolve(ContainerRegistrationKeys.QUERY)
    const { email } = people().acme.buyers[0]

    const cases = await query.graph({
      entity: "negotiation",
      fields: ["id", "customer.email", "cart.currency_code", "lines.product_variant.sku"],
      filters: { id: asked.id },
    })
    expect(cases.data).toMatchObject([
      { id: asked.id, customer: { email }, cart: { currency_code: "usd" }, lines: [{ product_variant: { sku: "CYLINDER" } }] },
    ])
    const agreements = await query.graph({
      entity: "negotiation_agreement",
      fields: ["id", "customer.email"],
      filters: { id: agreed.agreement?.id ?? "" },
    })
    expect(agreements.data).toMatchObject([{ customer: { email } }])
  })
})
