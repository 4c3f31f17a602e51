import fs from "node:fs"
import path from "node:path"
import { asAdmin, asBuyer, asGuest, request } from "../shop-client.mjs"

/** The stock store's merchant. */
export const ADMIN = { email: "admin@stock.example.com", password: "admin-demo" }
const BUYER = { email: "buyer@stock.example.com", password: "buyer-demo" }

/** A publishable key, and a customer with a login. */
async function furnish(base, admin) {
  const { api_key } = await admin.post("/admin/api-keys", { title: "Stock", type: "publishable" })
  const { sales_channels } = await admin.get("/admin/sales-channels")
  await admin.post(`/admin/api-keys/${api_key.id}/sales-channels`, { add: [sales_channels[0].id] })
  const registered = await request(base, "POST", "/auth/customer/emailpass/register", { body: BUYER })
  const headers = { "x-publishable-api-key": api_key.token, authorization: `Bearer ${registered.data.token}` }
  await request(base, "POST", "/store/customers", { headers, body: { email: BUYER.email } })
  return api_key.token
}

/** @param {string} folder @returns {boolean} whether a built admin holds the plugin's pages. */
function adminHasPages(folder) {
  const assets = path.join(folder, "public/admin/assets")
  return fs
    .readdirSync(assets)
    .filter((name) => name.endsWith(".js"))
    .some((name) => fs.readFileSync(path.join(assets, name), "utf8").includes('"/negotiations"'))
}

/**
 * Asks a stock store with the plugin what a merchant would: are its routes there, guarded, and its pages in the admin?
 *
 * @param {string} base Address of the store.
 * @param {string} built Folder it was built into.
 * @returns {Promise<{ what: string, found: unknown, expected: unknown }[]>}
 */
export async function checksOf(base, built) {
  const admin = await asAdmin({ backend_url: base, admin: ADMIN })
  const demo = { backend_url: base, publishable_key: await furnish(base, admin) }
  const guest = asGuest(demo)
  const buyer = await asBuyer(demo, BUYER)
  const status = async (client, method, route, body) => (await client.attempt(method, route, body)).status
  const nobody = { attempt: (method, route) => request(base, method, route) }
  return [
    { what: "a guest's price request", found: await status(guest, "POST", "/store/price-requests", {}), expected: 401 },
    { what: "a guest's negotiations", found: await status(guest, "GET", "/store/negotiations"), expected: 401 },
    { what: "a buyer's negotiations", found: await status(buyer, "GET", "/store/negotiations"), expected: 200 },
    { what: "a buyer's agreements", found: await status(buyer, "GET", "/store/agreements"), expected: 200 },
    { what: "a negotiation that does not exist", found: await status(buyer, "GET", "/store/negotiations/neg_none"), expected: 404 },
    { what: "an empty price request", found: await status(buyer, "POST", "/store/price-requests", {}), expected: 400 },
    { what: "the queue without a login", found: await status(nobody, "GET", "/admin/negotiations"), expected: 401 },
    { what: "the merchant's queue", found: await status(admin, "GET", "/admin/negotiations"), expected: 200 },
    { what: "the merchant's policies", found: await status(admin, "GET", "/admin/negotiation-policies"), expected: 200 },
    { what: "the merchant's figures", found: await status(admin, "GET", "/admin/negotiation-metrics"), expected: 200 },
    { what: "the admin's address", found: await status(nobody, "GET", "/app/negotiations"), expected: 200 },
    { what: "the plugin's pages in the built admin", found: adminHasPages(built), expected: true },
  ]
}
