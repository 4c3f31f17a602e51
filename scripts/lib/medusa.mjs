import fs from "node:fs"
import path from "node:path"
import { randomBytes } from "node:crypto"
import { ROOT } from "./settings.mjs"

/** Medusa's command line. */
export const MEDUSA = path.join(ROOT, "node_modules/.bin/medusa")

/**
 * Secrets of this store, made once and kept, so that logins survive a restart. None for the jitter: the demo shows the story's figures to
 * the cent. `NEGOTIATION_JITTER_SECRET` in the caller's environment turns it on.
 *
 * @param {string} dataDir
 * @returns {Record<string, string>}
 */
function secretsOf(dataDir) {
  const file = path.join(dataDir, "secrets.json")
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"))
  const secret = () => randomBytes(24).toString("hex")
  const secrets = { JWT_SECRET: secret(), COOKIE_SECRET: secret() }
  fs.writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}

/**
 * Environment of every Medusa command of the demo store. What the caller's environment sets wins, but for what makes
 * the store this one.
 *
 * @param {{ dataDir: string, port: number, databaseUrl: string, shopUrl: string }} store `shopUrl`: the pages the store lets in
 * @returns {NodeJS.ProcessEnv}
 */
export function medusaEnv({ dataDir, port, databaseUrl, shopUrl }) {
  return {
    ...secretsOf(dataDir),
    MEDUSA_DISABLE_TELEMETRY: "true",
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    SHOP_ORIGIN: `${shopUrl},${shopUrl.replace("localhost", "127.0.0.1")}`,
    DATABASE_URL: databaseUrl,
  }
}
