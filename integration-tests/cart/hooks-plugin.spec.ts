import { spawn } from "node:child_process"
import path from "node:path"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { endAgreementsWorkflow } from "../../src/workflows/agreement/end-agreements"
import { until } from "../http/agreements/agreed"
import { complete } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { orderingIn } from "./ordering"

const ROOT = path.resolve(__dirname, "../..")
const OWNER = "integration-tests/setup/hook-owner"

// As in a merchant's medusa-config.ts: another plugin is listed, and this one's option leaves the hook to it.
process.env["NEGOTIATION_TEST_PLUGINS"] = OWNER
process.env["NEGOTIATION_HOOKS_OPTION"] = "completeCartValidate"

/**
 * Starts a store as `npx medusa start` does, on a database that is there. One that gets as far as listening is ended.
 * @returns its exit code, null where it had to be ended, and all it said
 */
function start(databaseUrl: string, env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [path.join(ROOT, "node_modules/@medusajs/cli/cli.js"), "start", "--port", "0"], {
    cwd: ROOT,
    // A group of its own: Medusa's command starts the server as a child, and ending the one must end the other.
    detached: true,
    env: { ...process.env, NODE_OPTIONS: "", LOG_LEVEL: "info", DATABASE_URL: databaseUrl, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let said = ""
  const heard = (piece: Buffer) => {
    said += piece.toString()
    if (said.includes("Server is ready") && child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL")
  }
  for (const stream of [child.stdout, child.stderr]) stream.on("data", heard)
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })))
}

storeTest((store) => {
  const { as, container, truth } = store
  const { agreeOn, agreement, asked, flags, ready, reprice, uses, variant } = orderingIn(store)
  let variant_id: string
  const behind = (cart_id: string) => completeCartWorkflow(container()).run({ input: { id: cart_id }, throwOnError: false })

  beforeEach(async () => {
    variant_id = await variant([{ currency_code: "usd", amount: 120 }])
  })

  it("another plugin owns the completion hook and calls the exported handler → the store boots, its own check holds, orders are checked and counted", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
    const cart_id = await ready(as.anna(), variant_id, 100)
    await asked(as.anna().post(`/store/carts/${cart_id}`, { metadata: { on_hold: true } }))
    expect((await behind(cart_id)).errors[0]?.error).toMatchObject({ type: "not_allowed", code: "cart_on_hold" })
    await asked(as.anna().post(`/store/carts/${cart_id}`, { metadata: { on_hold: false } }))
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 110 }] } })
    await until(async () => (await agreement(id)).orders === 1)
    expect([(await uses(id)).map((use) => [use.status, use.checked]), await flags(id)]).toEqual([[["confirmed", true]], []])
  })

  it("another plugin's hook, an agreement revoked before completion → refused past HTTP too, nothing ordered; then the normal price and an order", async () => {
    const { id } = await agreeOn({ lines: [{ variant_id, min_quantity: 100, unit_price: 110 }] })
    const cart_id = await ready(as.anna(), variant_id, 100)
    await endAgreementsWorkflow(container()).run({ input: { ids: [id], status: "revoked", reason: "agreement_revoked", actor: { type: "seller", id: null } } })
    expect((await behind(cart_id)).errors[0]?.error).toMatchObject({ type: "not_allowed", code: "agreement_not_applicable" })
    expect(await truth().rows("order")).toEqual([])
    await reprice(as.anna(), cart_id)
    expect((await complete(as.anna(), cart_id)).data).toMatchObject({ type: "order", order: { items: [{ unit_price: 120 }] } })
  })

  it("both register it → the store does not boot and says which hook has two handlers", async () => {
    const { rows } = await container().resolve<{ raw(sql: string): Promise<{ rows: { name: string }[] }> }>(ContainerRegistrationKeys.PG_CONNECTION).raw("SELECT current_database() AS name")
    const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
    const both = await start(`postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${rows[0]?.name}`, { NEGOTIATION_HOOKS_OPTION: "" })
    expect(both).toEqual({ code: 1, said: expect.stringContaining("Cannot define multiple hook handlers for the validate hook") })
  })
})
