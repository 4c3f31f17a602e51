import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { load } from "./load"

const DEMO = {
  backend_url: "http://localhost:1", publishable_key: "pk_1", region_id: "reg_1", products: [], buyers: [{ email: "b@x.example.com", password: "p" }],
  story: { buyer_email: "b@x.example.com" }, admin: { email: "admin@x.example.com", password: "s3cret" },
}

describe("the demo shop's server", () => {
  let folder: string
  let shop: { url: string; open: (demo: object) => void; close: () => Promise<void> }
  const get = (address: string) => fetch(`${shop.url}${address}`)

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "negotiation-shop-"))
    fs.writeFileSync(path.join(folder, "secret.txt"), "s3cret")
    const { serveShop } = await load("lib/shop-server.mjs")
    shop = await serveShop({ port: 0, folders: { "/widget/": path.join(folder, "widget"), "/": path.join(folder, "shop") } })
  })
  afterEach(async () => {
    await shop.close()
    fs.rmSync(folder, { recursive: true, force: true })
  })

  it("says that the shop is being built, and that the store is starting, until they are there", async () => {
    const early = await get("/")
    expect([early.status, early.headers.get("retry-after")]).toEqual([503, "2"])
    expect(await early.text()).toContain("being built")
    expect((await get("/demo.json")).status).toBe(503)

    fs.mkdirSync(path.join(folder, "shop"))
    fs.writeFileSync(path.join(folder, "shop/index.html"), "<h1>Shop</h1>")
    shop.open(DEMO)
    const there = await get("/")
    expect([there.status, await there.text(), there.headers.get("content-type")]).toEqual([200, "<h1>Shop</h1>", "text/html; charset=utf-8"])
    const told = await (await get("/demo.json")).text()
    expect(JSON.parse(told)).toMatchObject({ backend_url: DEMO.backend_url, buyers: DEMO.buyers })
    expect(told).not.toContain("s3cret")
  })

  it.each(["/..%2fsecret.txt", "/widget/..%2f..%2fsecret.txt", "/%E0%A4%A", "/missing.js", "/widget/"])("serves nothing for %s", async (address) => {
    fs.mkdirSync(path.join(folder, "shop"))
    const answer = await get(address)
    expect([answer.status, await answer.text()]).toEqual([404, "Not here"])
  })
})
