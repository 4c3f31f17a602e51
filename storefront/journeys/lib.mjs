import assert from "node:assert/strict"
import process from "node:process"
import { after, before } from "node:test"
import { openBrowser } from "../../admin/lib/browser.mjs"
import { readDemo } from "../../admin/lib/demo.mjs"
import { asAdmin, asBuyer, request, startAfresh } from "../../scripts/lib/shop-client.mjs"

/** Where shop and example are served: beside the store of `npm start`. */
export const SHOP_URL = process.env.SHOP_URL ?? readDemo().shop_url
const PATIENCE_MS = 20_000

/** What the shop knows of its buyer in this tab, as after a login and a look at the cart. */
async function signIn(page, { email, token, cartId }) {
  await page.addInitScript(
    ([kept]) => {
      for (const [name, value] of Object.entries(kept)) if (value && globalThis.sessionStorage.getItem(name) === null) globalThis.sessionStorage.setItem(name, value)
    },
    [{ "shop:token": token, "shop:email": email, "shop:cart": cartId, buyer: email }]
  )
}

/** The region a buyer shops in, by their company's address: as the shop finds it. */
async function regionOf(client) {
  const [{ customer }, { regions }] = await Promise.all([client.get("/store/customers/me?fields=id,*addresses"), client.get("/store/regions?fields=id,*countries")])
  return regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === customer.addresses[0].country_code)).id
}

/** What stood on the pages, a line for each text, belongs to why a journey ended: another machine can't be looked at. */
async function withPages(error, pages) {
  const told = async (page) => {
    const snapshot = await page.locator("body").ariaSnapshot({ timeout: 2_000 }).catch(() => "")
    return `${page.url()} said:\n${snapshot.split("\n").filter((line) => /["\d]/.test(line)).map((line) => `  ${line.trim()}`).join("\n")}`
  }
  error.stack += `\n${(await Promise.all(pages.map(told))).join("\n")}`
  return error
}

/**
 * A browser for the tests of a file; each test gets a page of its own whose buyer starts afresh.
 *
 * @param {string} email Who buys in this file: each file has a buyer of its own, so that files can't disturb each other.
 * @returns {{ demo: object, withShop: (body: (shop: object) => Promise<void>, look?: object) => () => Promise<void>, withExample: (body: (shop: object) => Promise<void>, look?: object) => () => Promise<void> }}
 */
export function shopping(email) {
  const demo = readDemo()
  const buyer = demo.buyers.find((each) => each.email === email)
  if (!buyer) throw new Error(`The demo store has no buyer ${email}`)
  let browser, admin, client, token, region_id
  before(async () => {
    ;[browser, admin, client] = await Promise.all([openBrowser(), asAdmin(demo), asBuyer(demo, buyer)])
    const login = await request(demo.backend_url, "POST", "/auth/customer/emailpass", { body: { email, password: buyer.password } })
    token = login.data.token
    region_id = await regionOf(client)
  })
  after(async () => {
    await browser?.close()
  })

  /** @param {{ body: Function, prepare: (page: object) => Promise<void>, first: (page: object) => Promise<void>, look: object }} journey */
  const journey = async ({ body, prepare, first, look }) => {
    await startAfresh(admin, buyer.company, "A journey through the shop begins.")
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...look })
    context.setDefaultTimeout(PATIENCE_MS)
    const errors = []
    const open = async () => {
      const page = await context.newPage()
      page.on("pageerror", (error) => errors.push(error.message))
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text())
      })
      await prepare(page)
      await first(page)
      return page
    }
    try {
      const page = await open()
      await body({ page, open, admin, client, demo, buyer, errors, context })
      assert.deepEqual(errors, [], "the browser's console stays clean")
    } catch (error) {
      throw await withPages(error, context.pages())
    } finally {
      await context.close()
    }
  }

  /**
   * The demo shop at a page of its own.
   *
   * @param {object} [look] options of the browser's context; `cart`: what lies in it already, as `[variant, pieces]`; `at`: the page's
   * address; `query` of it; `signedIn`
   */
  const withShop = (body, { cart = [], at = "#/cart", query = "", signedIn = true, watch = () => undefined, ...look } = {}) => async () => {
    let cartId = null
    if (cart.length > 0) {
      cartId = (await client.post("/store/carts", { region_id })).cart.id
      for (const [variant_id, quantity] of cart) await client.post(`/store/carts/${cartId}/line-items`, { variant_id, quantity })
    }
    const prepare = async (page) => {
      await watch(page)
      if (signedIn) await signIn(page, { email, token, cartId })
    }
    const first = async (page) => {
      await page.goto(`${SHOP_URL}/${query}${at}`)
      await page.getByRole("heading", { level: 1 }).first().waitFor()
      if (at === "#/cart" && signedIn) await page.locator("negotiation-cart").locator(".empty, .line h3").first().waitFor()
    }
    await journey({ body, prepare, first, look })
  }

  /** The example page: the widget in plain HTML. @param {object} [look] options of the browser's context, `query` of the page's address, `watch` */
  const withExample = (body, { query = "", watch = () => undefined, ...look } = {}) => () =>
    journey({
      body,
      look,
      prepare: async (page) => {
        await watch(page)
        await signIn(page, { email })
      },
      first: async (page) => {
        await page.goto(`${SHOP_URL}/example/${query}`)
        await page.locator("negotiation-cart").locator(".empty, .line h3").first().waitFor()
      },
    })
  return { demo, withShop, withExample }
}
