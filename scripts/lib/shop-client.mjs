import { Sentence } from "./say.mjs"

const PATIENCE_MS = 60_000

/**
 * One request to the store.
 *
 * @param {string} base Address of the store.
 * @param {string} method
 * @param {string} path
 * @param {{ headers?: Record<string, string>, body?: unknown }} [options]
 * @returns {Promise<{ status: number, data: any }>}
 * @throws {Sentence} where the store does not answer.
 */
export async function request(base, method, path, { headers = {}, body } = {}) {
  let answer
  try {
    answer = await fetch(`${base}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch (error) {
    throw new Sentence(`The store at ${base} does not answer (${error.cause?.code ?? error.message}): run npm start first.`)
  }
  const text = await answer.text()
  try {
    return { status: answer.status, data: JSON.parse(text) }
  } catch {
    return { status: answer.status, data: { message: text.slice(0, 200) } }
  }
}

/** Requests as somebody. `send` throws a sentence where the store refuses; `attempt` hands the refusal back. */
function clientWith(base, headers) {
  const attempt = (method, path, body) => request(base, method, path, { headers, body })
  const send = async (method, path, body) => {
    const { status, data } = await attempt(method, path, body)
    if (status >= 300) throw new Sentence(`${method} ${path} answered ${status}: ${data.code ?? data.type ?? ""} ${data.message ?? ""}`.trim())
    return data
  }
  return { attempt, send, get: (path) => send("GET", path), post: (path, body = {}) => send("POST", path, body) }
}

async function tokenOf(base, actor, { email, password }) {
  const { data } = await request(base, "POST", `/auth/${actor}/emailpass`, { body: { email, password } })
  if (data.token === undefined) throw new Sentence(`${email} can't log in: ${data.message}`)
  return data.token
}

/** @param {object} demo Contents of demo.json. @returns requests without a login. */
export function asGuest(demo) {
  return clientWith(demo.backend_url, { "x-publishable-api-key": demo.publishable_key })
}

/** @param {object} demo @param {{ email: string, password: string }} buyer @returns requests as that buyer. */
export async function asBuyer(demo, buyer) {
  const token = await tokenOf(demo.backend_url, "customer", buyer)
  return clientWith(demo.backend_url, { "x-publishable-api-key": demo.publishable_key, authorization: `Bearer ${token}` })
}

/** @param {object} demo @returns requests as the merchant. */
export async function asAdmin(demo) {
  return clientWith(demo.backend_url, { authorization: `Bearer ${await tokenOf(demo.backend_url, "user", demo.admin)}` })
}

/**
 * Makes a cart with one line.
 *
 * @returns {Promise<any>} the cart.
 */
export async function cartWith(client, regionId, variantId, quantity, more = {}) {
  const { cart } = await client.post("/store/carts", { region_id: regionId, ...more })
  return (await client.post(`/store/carts/${cart.id}/line-items`, { variant_id: variantId, quantity })).cart
}

/** Starts afresh with a company: its open cases end, its agreements are revoked, what it got is forgotten. Audited. */
export async function startAfresh(admin, companyName, note) {
  const { companies } = await admin.get(`/admin/negotiation-companies?q=${encodeURIComponent(companyName)}`)
  const company = companies.find(({ name }) => name === companyName)
  if (company === undefined) throw new Sentence(`The store knows no company named ${companyName}.`)
  await admin.post(`/admin/negotiation-companies/${company.id}/start-afresh`, { note, revoke_agreements: true })
}
