import { candidateOf, isSoldIn, type Articles } from "../read-articles"

type Article = NonNullable<ReturnType<Articles["get"]>>

const article = (id: string, more: Partial<Article> = {}): Article => ({
  id, title: "Default variant", sku: null, options: [],
  product: { id: `prod_${id}`, title: `Pump ${id}`, description: null, thumbnail: null, sales_channels: [{ id: "web" }] },
  ...more,
})

it("tells what is known of both, the variant's own word before the product's", () => {
  const asked = article("a", { material: "Steel", weight: 2_000, length: null, options: [{ value: "40", option: { title: "Bore" } }, { value: "red", option: { title: "Colour" } }] })
  const offered = article("b", {
    title: "Long", weight: 2_000, length: 90, options: [{ value: "50", option: { title: "Bore" } }],
    product: { id: "p", title: "Pump b", description: "Quiet", thumbnail: "b.png", material: "Brass", sales_channels: [], variants: [{ id: "b" }, { id: "c" }] },
  })
  expect(candidateOf(asked, offered)).toEqual({
    variant_id: "b", title: "Pump b, Long", sku: null, thumbnail: "b.png", description: "Quiet",
    differs: [
      { property: "material", name: null, asked: "Steel", offered: "Brass" },
      { property: "option", name: "Bore", asked: "40", offered: "50" },
    ],
  })
})

it("is sold where its product is, and anywhere for a case without a channel", () => {
  expect([isSoldIn(article("a"), "web"), isSoldIn(article("a"), "branch"), isSoldIn(article("a"), null)]).toEqual([true, false, true])
})

it("says the variant only where the product has another one", () => {
  const alone = article("b", { title: "Long", product: { id: "p", title: "Pump b", description: null, thumbnail: null, variants: [{ id: "b" }] } })
  expect(candidateOf(article("a"), alone).title).toBe("Pump b")
})
