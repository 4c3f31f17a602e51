import { isNegotiationError, NegotiationClient, NegotiationError, type NegotiationClientConfig } from "../index"
import { json, openStore, type TestStore } from "./store"

/** Quick between two tries, and as patient with an answer as usual: a busy machine takes its time. */
const QUICK = { attempts: 3, first_wait_ms: 2, longest_wait_ms: 2_000 }
/** A wait of its own that no test would live to see the end of: who passes one did not take it. */
const ENDLESS = { ...QUICK, first_wait_ms: 120_000, longest_wait_ms: 120_000 }
const ASK = { cart_id: "cart_1", lines: [{ line_item_id: "cali_1", target_unit_price: 110 }] }

let store: TestStore
const clientOf = (config: Partial<NegotiationClientConfig> = {}) =>
  new NegotiationClient({ baseUrl: store.baseUrl, publishableKey: "pk_1", token: "jwt_1", locale: "de", retry: QUICK, ...config })
const caught = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => null, (error: unknown) => error)

beforeEach(async () => {
  store = await openStore()
})
afterEach(() => store.close())

describe("requests", () => {
  it("carry the key, the login and the language", async () => {
    store.answer((_request, response) => json(response, 200, { negotiations: [], count: 0, offset: 0, limit: 20 }))
    await clientOf().negotiations.list({ status: ["in_review", "awaiting_buyer"], limit: 20 })
    const [request] = store.arrived
    expect(request).toMatchObject({ method: "GET", url: "/store/negotiations?status=in_review%2Cawaiting_buyer&limit=20" })
    expect(request?.headers).toMatchObject({ "x-publishable-api-key": "pk_1", authorization: "Bearer jwt_1", "accept-language": "de" })
  })

  it("ask for the login anew each time", async () => {
    store.answer((_request, response) => json(response, 200, {}))
    let token = "one"
    const client = clientOf({ token: async () => token })
    await client.agreements.list()
    token = "two"
    await client.agreements.list()
    expect(store.arrived.map(({ headers }) => headers.authorization)).toEqual(["Bearer one", "Bearer two"])
  })

  it.each([
    ["POST /store/price-requests", ASK, (client: NegotiationClient) => client.priceRequests.create(ASK)],
    ["POST /store/negotiations/neg_1/counter", { version: 1, target_total: 5 }, (client: NegotiationClient) => client.negotiations.counter("neg_1", { version: 1, target_total: 5 })],
    ["POST /store/negotiations/neg_1/accept", { version: 1, offer_id: "o", option_id: "p" }, (client: NegotiationClient) => client.negotiations.accept("neg_1", { version: 1, offer_id: "o", option_id: "p" })],
    ["POST /store/negotiations/neg_1/refuse", { version: 1 }, (client: NegotiationClient) => client.negotiations.refuse("neg_1", { version: 1 })],
    ["POST /store/negotiations/neg_1/ask-person", { version: 1 }, (client: NegotiationClient) => client.negotiations.askPerson("neg_1", { version: 1 })],
    ["POST /store/negotiations/neg_1/withdraw", { version: 1 }, (client: NegotiationClient) => client.negotiations.withdraw("neg_1", { version: 1 })],
    ["POST /store/negotiations/neg_1/messages", { message: "Hi" }, (client: NegotiationClient) => client.negotiations.sendMessage("neg_1", { message: "Hi" })],
    ["POST /store/agreements/nagr_1/apply", { cart_id: "cart_1" }, (client: NegotiationClient) => client.agreements.apply("nagr_1", { cart_id: "cart_1" })],
    ["POST /store/payment-terms", { cart_id: "cart_1", payment_term: null }, (client: NegotiationClient) => client.paymentTerms.choose({ cart_id: "cart_1", payment_term: null })],
    ["GET /store/negotiations/neg_1", "", (client: NegotiationClient) => client.negotiations.retrieve("neg_1")],
    ["GET /store/price-ladders?cart_id=cart_1", "", (client: NegotiationClient) => client.priceLadders.list({ cart_id: "cart_1" })],
    ["GET /store/payment-terms?cart_id=cart_1", "", (client: NegotiationClient) => client.paymentTerms.retrieve({ cart_id: "cart_1" })],
  ])("%s arrives as it should", async (line, body, call) => {
    store.answer((_request, response) => json(response, 200, { done: true }))
    expect(await call(clientOf())).toEqual({ done: true })
    const [request] = store.arrived
    expect(`${request?.method} ${request?.url}`).toBe(line)
    expect(request?.body).toEqual(body)
  })

  it("keep ids out of the rest of the path", async () => {
    store.answer((_request, response) => json(response, 404, { type: "not_found", code: "not_found", message: "No" }))
    await caught(clientOf().negotiations.retrieve("../carts/cart_1?x"))
    expect(store.arrived[0]?.url).toBe("/store/negotiations/..%2Fcarts%2Fcart_1%3Fx")
  })
})

describe("errors", () => {
  it("are typed by code and carry details and status", async () => {
    store.answer((_request, response) => json(response, 409, { type: "conflict", code: "stale_version", message: "Moved", details: { current_version: 4 } }))
    const error = await caught(clientOf().negotiations.askPerson("neg_1", { version: 3 }))
    expect(error).toBeInstanceOf(NegotiationError)
    expect(error).toMatchObject({ type: "conflict", code: "stale_version", message: "Moved", status: 409, details: { current_version: 4 } })
    expect(isNegotiationError(error, "stale_version")).toBe(true)
    expect(isNegotiationError(error, "not_found")).toBe(false)
    expect(store.arrived).toHaveLength(1)
  })

  it("of Medusa's own routes go by their type, and pages of proxies by none", async () => {
    store.answer((_request, response) => json(response, 400, { type: "not_allowed", message: "No" }))
    expect(await caught(clientOf().fetch("/store/carts/cart_1"))).toMatchObject({ code: "not_allowed", status: 400 })
    store.answer((_request, response) => response.writeHead(404, { "content-type": "text/html" }).end("<h1>gone</h1>"))
    expect(await caught(clientOf().fetch("/store/carts/cart_1"))).toMatchObject({ code: "unexpected_answer", status: 404 })
    store.answer((_request, response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in to the wifi</h1>"))
    expect(await caught(clientOf().agreements.list())).toMatchObject({ code: "unexpected_answer" })
  })
})

describe("a command", () => {
  it.each([502, 503, 504])("that met a %s is sent again with its key, and acts once", async (status) => {
    store.answer((_request, response) => (store.arrived.length < 3 ? response.writeHead(status).end() : json(response, 201, { negotiation: { id: "neg_1" } })))
    expect(await clientOf().priceRequests.create(ASK)).toEqual({ negotiation: { id: "neg_1" } })
    const keys = store.arrived.map(({ headers }) => headers["idempotency-key"])
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    expect(store.arrived.map(({ body }) => body)).toEqual([ASK, ASK, ASK])
  })

  it("that lost its connection, or its answer half way, is sent again with its key", async () => {
    store.answer((_request, response, socket) => {
      if (store.arrived.length === 1) return void socket.destroy()
      if (store.arrived.length === 2) {
        response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write("{")
        return void setImmediate(() => socket.destroy())
      }
      json(response, 201, { negotiation: { id: "neg_1" } })
    })
    await clientOf().priceRequests.create(ASK)
    expect(new Set(store.arrived.map(({ headers }) => headers["idempotency-key"])).size).toBe(1)
    expect(store.arrived).toHaveLength(3)
  })

  it("that nobody answers counts as lost after a while", async () => {
    store.answer((_request, response) => (store.arrived.length === 1 ? undefined : json(response, 201, { negotiation: {} })))
    // Also how long the second one has to be answered.
    await clientOf({ retry: { ...QUICK, timeout_ms: 2_000 } }).priceRequests.create(ASK)
    expect(store.arrived).toHaveLength(2)
  })

  it("gives up after its attempts and says why", async () => {
    store.answer((_request, _response, socket) => void socket.destroy())
    expect(await caught(clientOf().priceRequests.create(ASK))).toMatchObject({ code: "network_error", status: 0 })
    expect(store.arrived).toHaveLength(4)
  })

  it("is not sent again where the store answered it", async () => {
    store.answer((_request, response) => json(response, 500, { type: "unknown_error", message: "Oh" }))
    expect(await caught(clientOf().priceRequests.create(ASK))).toMatchObject({ status: 500 })
    expect(store.arrived).toHaveLength(1)
  })

  it.each([
    ["for a new cart", (client: NegotiationClient) => client.agreements.apply("nagr_1")],
    ["that chooses how to pay", (client: NegotiationClient) => client.paymentTerms.choose({ cart_id: "cart_1", payment_term: "prepay" })],
  ])("%s is sent again with its key", async (_which, call) => {
    store.answer((_request, response) => response.writeHead(503).end())
    await caught(call(clientOf()))
    const keys = store.arrived.map(({ headers }) => headers["idempotency-key"])
    expect(keys).toHaveLength(4)
    expect(keys[0]).toEqual(expect.any(String))
    expect(new Set(keys).size).toBe(1)
  })

  it("has a key of its own, or the one it is given", async () => {
    store.answer((_request, response) => json(response, 201, {}))
    const client = clientOf()
    await client.priceRequests.create(ASK)
    await client.priceRequests.create(ASK)
    await client.priceRequests.create(ASK, { idempotencyKey: "mine" })
    const keys = store.arrived.map(({ headers }) => String(headers["idempotency-key"]))
    expect(keys[0]).not.toBe(keys[1])
    expect(keys[2]).toBe("mine")
    for (const key of keys.slice(0, 2)) expect(key.length).toBeGreaterThanOrEqual(32)
  })

  it("waits as long as the rate limit says, by body or header, unless that is too long", async () => {
    const limited = { type: "rate_limited", code: "rate_limited", message: "Slow down" }
    store.answer((_request, response) =>
      store.arrived.length === 1 ? json(response, 429, { ...limited, details: { retry_after: 0.2 } }) : store.arrived.length === 2 ? json(response, 429, limited, { "retry-after": "0" }) : json(response, 201, {})
    )
    const started = performance.now()
    await clientOf({ retry: ENDLESS }).priceRequests.create(ASK)
    expect(performance.now() - started).toBeGreaterThanOrEqual(190)
    expect(store.arrived).toHaveLength(3)

    store.answer((_request, response) => json(response, 429, { ...limited, details: { retry_after: 60 } }))
    const before = store.arrived.length
    expect(await caught(clientOf().priceRequests.create(ASK))).toMatchObject({ code: "rate_limited", details: { retry_after: 60 } })
    expect(store.arrived).toHaveLength(before + 1)
  })

  it("ends with the signal's reason, on the way and between two tries", async () => {
    const reason = new Error("The page is gone")
    const onTheWay = new AbortController()
    store.answer(() => onTheWay.abort(reason))
    expect(await caught(clientOf().priceRequests.create(ASK, { signal: onTheWay.signal }))).toBe(reason)
    const between = new AbortController()
    store.answer((_request, response) => {
      response.writeHead(503).end()
      setTimeout(() => between.abort(reason), 20)
    })
    expect(await caught(clientOf({ retry: ENDLESS }).priceRequests.create(ASK, { signal: between.signal }))).toBe(reason)
    expect(store.arrived).toHaveLength(2)
  })
})

it("a file travels as a form", async () => {
  store.answer((_request, response) => json(response, 201, { file: { id: "file_1" } }))
  expect(await clientOf().files.upload(new Blob(["%PDF"]), "quote.pdf")).toEqual({ file: { id: "file_1" } })
  expect(store.arrived[0]?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/)
  expect(store.arrived[0]?.body).toContain('filename="quote.pdf"')
})

it("a file is read with the login, and its refusal is an error like any other", async () => {
  store.answer(({ headers }, response) => (headers.authorization === "Bearer jwt" ? response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF") : json(response, 401, {})))
  const read = await clientOf({ token: "jwt" }).files.content("natt_1")
  expect([read.type, await read.text()]).toEqual(["application/pdf", "%PDF"])
  expect(store.arrived[0]?.url).toBe("/store/negotiation-files/natt_1")
  expect(await (await clientOf({ token: "jwt" }).negotiations.pdf("neg_1")).text()).toBe("%PDF")
  expect(store.arrived[1]?.url).toBe("/store/negotiations/neg_1/pdf")
  store.answer((_request, response) => json(response, 404, { type: "not_found", code: "not_found", message: "Not found" }))
  expect(await caught(clientOf().files.content("natt_2"))).toMatchObject({ code: "not_found", status: 404 })
})
