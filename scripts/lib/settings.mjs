import path from "node:path"
import { fileURLToPath } from "node:url"
import { Sentence } from "./say.mjs"

/** Root folder of the repository. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")

/**
 * What the environment asks for.
 *
 * @param {NodeJS.ProcessEnv} env `PORT`, `DATABASE_URL` and `NEGOTIATION_DATA_DIR` are read.
 * @returns {{ port: number, dataDir: string, databaseUrl: string | null, backendUrl: string }}
 * @throws {Sentence} where a value can't be used.
 */
export function readSettings(env) {
  const port = Number(env.PORT || 9000)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Sentence(`PORT must be a whole number from 1 to 65535, not "${env.PORT}".`)
  }
  return {
    port,
    dataDir: path.resolve(ROOT, env.NEGOTIATION_DATA_DIR || ".data"),
    databaseUrl: env.DATABASE_URL || null,
    backendUrl: `http://localhost:${port}`,
  }
}
