import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { storeTest } from "../../setup/store-test"
import { askFirst } from "./ask"

storeTest(({ as, cart, container, ground }) => {
  it("names the variant only where the product has another one", async () => {
    const { cylinder } = ground().articles
    const { result } = await createProductsWorkflow(container()).run({
      input: {
        products: [
          {
            title: "Hose clamp",
            status: "published",
            sales_channels: [{ id: ground().sales_channel_id }],
            options: [{ title: "Unit", values: ["Piece", "Crate"] }],
            variants: ["Piece", "Crate"].map((title) => ({ title, manage_inventory: false, options: { Unit: title }, prices: [{ currency_code: "usd", amount: 20 }] })),
          },
        ],
      },
    })
    const crate = { ...cylinder, variant_id: result[0]?.variants.find(({ title }) => title === "Crate")?.id ?? "" }
    const titleOf = async (article: typeof cylinder) => (await askFirst(as.anna(), await cart(as.anna(), [{ article, quantity: 300 }]), 15)).lines[0]?.title
    expect(await titleOf(cylinder)).toBe(cylinder.title)
    expect(await titleOf(crate)).toBe("Hose clamp, Crate")
  })
})
