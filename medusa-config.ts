import path from "node:path"
import { defineConfig } from "@medusajs/framework/utils"

/**
 * The store this repository runs for itself: the demo of `npm start` and the store of the integration tests.
 * It does not ship. A merchant lists the plugin under `plugins` instead (README).
 */
const port = process.env.PORT || "9000"
const redisUrl = process.env.REDIS_URL
const ownOrigins = `http://localhost:${port},http://127.0.0.1:${port}`
const origins = process.env.SHOP_ORIGIN ? `${ownOrigins},${process.env.SHOP_ORIGIN}` : ownOrigins

/** Where the demo keeps what buyers leave as evidence: nowhere a web server looks. */
const evidenceFolder = path.resolve(__dirname, process.env.NEGOTIATION_DATA_DIR || ".data", "files")

/** Medusa's Redis modules: what several servers and workers on one database need. */
const redisModules = [
  { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
  { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
  {
    resolve: "@medusajs/medusa/locking",
    options: { providers: [{ resolve: "@medusajs/medusa/locking-redis", id: "locking-redis", is_default: true, options: { redisUrl } }] },
  },
  {
    resolve: "@medusajs/medusa/caching",
    options: { providers: [{ resolve: "@medusajs/caching-redis", id: "caching-redis", is_default: true, options: { redisUrl } }] },
  },
]

/** How the demo's buyers may pay: before delivery, or against an invoice within 30 days. */
const paymentTerms = [
  { id: "prepay", days: 0, provider_ids: ["pp_system_default"] },
  { id: "net30", days: 30, provider_ids: ["pp_invoice_invoice"] },
]

const listed = (names: string | undefined): string[] => (names || "").split(",").filter((name) => name !== "")

/** Hooks that the plugin's option leaves to others, by their names: a store under test that owns one is told so as a merchant's is. */
const leftToOthers = listed(process.env.NEGOTIATION_HOOKS_OPTION)
const hooks = Object.fromEntries(leftToOthers.map((name) => [name, false]))

/** What a store under test has beside this plugin, by their folders: other plugins, and payment providers by their id (`id=folder`). */
const plugins = listed(process.env.NEGOTIATION_TEST_PLUGINS).map((folder) => ({ resolve: path.resolve(__dirname, folder), options: {} }))
const moreProviders = listed(process.env.NEGOTIATION_TEST_PROVIDERS).flatMap((each) => {
  const [id, folder] = each.split("=")
  return id && folder ? [{ resolve: path.resolve(__dirname, folder), id }] : []
})

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL || "postgres://postgres@localhost:5432/negotiation",
    ...(process.env.DATABASE_SSL === "true" ? { databaseDriverOptions: { connection: { ssl: { rejectUnauthorized: false } } } } : {}),
    ...(redisUrl ? { redisUrl } : {}),
    workerMode: (process.env.MEDUSA_WORKER_MODE || "shared") as "shared" | "server" | "worker",
    // The demo speaks plain http: a secure cookie would log the merchant out at every reload.
    cookieOptions: { secure: false, sameSite: "lax" },
    http: {
      storeCors: process.env.STORE_CORS || origins,
      adminCors: process.env.ADMIN_CORS || ownOrigins,
      authCors: process.env.AUTH_CORS || origins,
      jwtSecret: process.env.JWT_SECRET || "only-for-demo-and-tests",
      cookieSecret: process.env.COOKIE_SECRET || "only-for-demo-and-tests",
    },
  },
  plugins,
  modules: [
    { resolve: "./src/modules/negotiation", options: { jitterSecret: process.env.NEGOTIATION_JITTER_SECRET, paymentTerms, hooks } },
    { resolve: "./src/modules/insight" },
    { resolve: "@medusajs/medusa/payment", options: { providers: [{ resolve: path.join(__dirname, "scripts/demo/invoice-provider"), id: "invoice" }, ...moreProviders] } },
    {
      resolve: "@medusajs/medusa/file",
      options: { providers: [{ resolve: "@medusajs/medusa/file-local", id: "local", options: { private_upload_dir: evidenceFolder } }] },
    },
    ...(redisUrl ? redisModules : []),
  ],
})
