import path from "node:path"
import { fileURLToPath } from "node:url"
import { Sentence } from "./say.mjs"

/** Root folder of the repository. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")

const HIGHEST_PORT = 65535
/** Where the shop is found beside its store: 9100 beside 9000. */
const SHOP_BESIDE = 100

/** @param {NodeJS.ProcessEnv} env @param {string} name @param {number} usual @returns {number} @throws {Sentence} */
function readPort(env, name, usual) {
  const port = Number(env[name] || usual)
  if (Number.isInteger(port) && port >= 1 && port <= HIGHEST_PORT) return port
  throw new Sentence(`${name} must be a whole number from 1 to ${HIGHEST_PORT}, not "${env[name]}".`)
}

/**
 * What the environment asks for.
 *
 * @param {NodeJS.ProcessEnv} env `PORT`, `SHOP_PORT`, `DATABASE_URL` and `NEGOTIATION_DATA_DIR` are read.
 * @returns {{ port: number, shopPort: number, shopPortNamed: boolean, dataDir: string, databaseUrl: string | null, backendUrl: string }}
 * `shopPortNamed` is false where the shop may go elsewhere if its port is taken.
 * @throws {Sentence} where a value can't be used.
 */
export function readSettings(env) {
  const port = readPort(env, "PORT", 9000)
  return {
    port,
    shopPort: readPort(env, "SHOP_PORT", port + SHOP_BESIDE > HIGHEST_PORT ? port - SHOP_BESIDE : port + SHOP_BESIDE),
    shopPortNamed: Boolean(env.SHOP_PORT),
    dataDir: path.resolve(ROOT, env.NEGOTIATION_DATA_DIR || ".data"),
    databaseUrl: env.DATABASE_URL || null,
    backendUrl: `http://localhost:${port}`,
  }
}
