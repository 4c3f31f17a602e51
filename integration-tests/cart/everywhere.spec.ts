import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Client } from "../setup/client"
import { storeTest } from "../setup/store-test"
import { pricesIn } from "./prices"

const PRIVATE = "private, no-store"
const FIELDS = "fields=id,*variants.calculated_price"

storeTest((store) => {
  const { as, container, ground, people } = store
  const { agree, group, knex, list, pricing, service, variant } = pricesIn(store)
  const usd = () => ground().regions.usd
  const anna = () => people().acme.buyers[0].id

  /** An article at 120 from one piece on, and its product. */
  async function article(): Promise<{ variant_id: string; product_id: string }> {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    const { rows } = await knex().raw("SELECT product_id FROM product_variant WHERE id = ?", [variant_id])
    return { variant_id, product_id: rows[0]!.product_id! }
  }
  const one = (variant_id: string, unit_price: number) => ({ lines: [{ variant_id, min_quantity: 1, unit_price }] })

  interface Shown {
    id: string
    variants?: Shown[]
    calculated_price?: { calculated_amount: number }
  }
  /** The price of a variant on a page, however the page nests it, and who may keep the page. */
  async function shown(who: Client, path: string, variant_id: string): Promise<[number | undefined, string | undefined]> {
    const { status, data, headers } = await who.get(`${path}${path.includes("?") ? "&" : "?"}region_id=${usd()}`)
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(data)}`)
    const tops: Shown[] = data.products ?? data.variants ?? [data.product ?? data.variant]
    const found = tops.flatMap((top) => top.variants ?? [top]).find((each) => each.id === variant_id)
    return [found?.calculated_price?.calculated_amount, headers["cache-control"]]
  }

  /** Every page of the store that shows a variant's price. */
  async function pagesOf({ variant_id, product_id }: { variant_id: string; product_id: string }): Promise<Record<string, string>> {
    const products = container().resolve(Modules.PRODUCT)
    const category = await products.createProductCategories({ name: `Category ${product_id}`, is_active: true })
    const collection = await products.createProductCollections({ title: `Collection ${product_id}` })
    const { title } = await products.updateProducts(product_id, { category_ids: [category.id], collection_id: collection.id, title: `Needle ${product_id}` })
    return {
      list: `/store/products?limit=100&${FIELDS}`,
      product: `/store/products/${product_id}?${FIELDS}`,
      search: `/store/products?q=${encodeURIComponent(title)}&${FIELDS}`,
      category: `/store/products?category_id=${category.id}&${FIELDS}`,
      collection: `/store/products?collection_id=${collection.id}&${FIELDS}`,
      variants: `/store/product-variants?id=${variant_id}&fields=id,*calculated_price`,
      variant: `/store/product-variants/${variant_id}?fields=id,*calculated_price`,
    }
  }

  it.each(["list", "product", "search", "category", "collection", "variants", "variant"])(
    "%s page → the agreed price for the company's buyers and kept by nobody on the way, the normal one for others, guests' pages as ever",
    async (page) => {
      const goods = await article()
      await agree(one(goods.variant_id, 100))
      const path = (await pagesOf(goods))[page]!
      const see = (who: Client) => shown(who, path, goods.variant_id)
      expect([await see(as.anna()), await see(as.tom()), await see(as.ingrid()), await see(as.guest())]).toEqual([
        [100, PRIVATE], [100, PRIVATE], [120, PRIVATE], [120, undefined],
      ])
    }
  )

  it("a price that is one buyer's alone: no company, not shared, a list of their own → seen by that buyer on every page", async () => {
    const { id: customer_id } = people().solo
    const company = await service().createNegotiationCompanies({ key: customer_id, customer_id, name: "Solo" })
    const [solos, annas, lists] = [await article(), await article(), await article()]
    await agree({ company_id: company.id, customer_id, ...one(solos.variant_id, 90) })
    await agree({ shared: false, ...one(annas.variant_id, 91) })
    await list({ type: "override", prices: [{ variant_id: lists.variant_id, amount: 80, rules: { customer_id: anna() } }] })
    await agree(one(lists.variant_id, 92))
    for (const goods of [solos, annas, lists]) {
      const expected = { solo: goods === solos ? 90 : 120, anna: { [annas.variant_id]: 91, [lists.variant_id]: 80 }[goods.variant_id] ?? 120, tom: goods === lists ? 92 : 120 }
      for (const [page, path] of Object.entries(await pagesOf(goods))) {
        const see = async (who: Client) => (await shown(who, path, goods.variant_id))[0]
        expect({ page, solo: await see(as.solo()), anna: await see(as.anna()), tom: await see(as.tom()) }).toEqual({ page, ...expected })
      }
    }
  })

  it("a colleague in a cheaper group → their own price, the others the agreed one", async () => {
    const goods = await article()
    const gold = await group(people().acme.buyers[1].id)
    await list({ rules: { "customer.groups.id": [gold] }, prices: [{ variant_id: goods.variant_id, amount: 95 }] })
    await agree(one(goods.variant_id, 100))
    const { product } = await pagesOf(goods)
    expect([await shown(as.anna(), product!, goods.variant_id), await shown(as.tom(), product!, goods.variant_id)]).toEqual([[100, PRIVATE], [95, PRIVATE]])
  })

  it("an agreed quantity above one → pages show the normal price, the ladder the agreed one and from where on", async () => {
    const goods = await article()
    await agree({ lines: [{ variant_id: goods.variant_id, min_quantity: 100, unit_price: 100 }] })
    const { product } = await pagesOf(goods)
    expect((await shown(as.anna(), product!, goods.variant_id))[0]).toBe(120)
    const { data } = await as.anna().get(`/store/price-ladders?variant_id=${goods.variant_id}&quantity=10&region_id=${usd()}`)
    expect(data.ladders[0].agreed).toMatchObject([{ min_quantity: 100, unit_price: 100 }])
  })

  it("people without agreements → their prices, a price list for one customer included, are Medusa's as before", async () => {
    const goods = await article()
    const ingrid = people().borealis.buyers[0].id
    await list({ prices: [{ variant_id: goods.variant_id, amount: 70, rules: { customer_id: ingrid } }] })
    await agree(one(goods.variant_id, 100))
    const { product } = await pagesOf(goods)
    expect((await shown(as.ingrid(), product!, goods.variant_id))[0]).toBe(120)
    const context = { currency_code: "usd", region_id: usd(), customer_id: ingrid }
    const { rows } = await knex().raw("SELECT price_set_id FROM product_variant_price_set WHERE variant_id = ?", [goods.variant_id])
    const [cart] = await pricing().calculatePrices({ id: [rows[0]!.price_set_id!] }, { context: context as never })
    expect(cart?.calculated_amount).toBe(70)
  })

  it("what it costs → nothing of a guest's page, one statement of a buyer's without agreements, the same with", async () => {
    const goods = await article()
    await agree(one(goods.variant_id, 100))
    const { list: path } = await pagesOf(goods)
    const client = container().resolve<{ on(event: "query", tell: (query: { sql: string }) => void): void; off: (event: "query", tell: unknown) => void }>(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    const asked = async (who: Client) => {
      const seen: string[] = []
      const tell = ({ sql }: { sql: string }) => void (sql.includes("negotiation_") && seen.push(sql))
      client.on("query", tell)
      await shown(who, path!, goods.variant_id)
      client.off("query", tell)
      return seen.length
    }
    expect([await asked(as.guest()), await asked(as.ingrid()), await asked(as.anna())]).toEqual([0, 1, 1])
  })

  it("a buyer's cart, ladders and agreements, whoever's they are → kept by nobody on the way; a guest's cart as ever", async () => {
    const goods = await article()
    await agree(one(goods.variant_id, 100))
    const kept = async (who: Client) => {
      const made = await who.post("/store/carts", { region_id: usd(), items: [{ variant_id: goods.variant_id, quantity: 1 }] })
      const { id } = made.data.cart
      const look = `/store/price-ladders?variant_id=${goods.variant_id}&quantity=1&region_id=${usd()}`
      const answers = [await who.get(`/store/carts/${id}`), await who.get(look), await who.get(`/store/price-ladders?cart_id=${id}`), await who.get("/store/agreements")]
      return answers.map(({ status, headers }) => [status, headers["cache-control"]])
    }
    for (const who of [as.anna(), as.tom(), as.ingrid()]) expect(await kept(who)).toEqual(Array(4).fill([200, PRIVATE]))
    const [cart] = await kept(as.guest())
    expect(cart).toEqual([200, undefined])
  })
})
