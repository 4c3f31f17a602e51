import fs from "node:fs"
import path from "node:path"

/**
 * The demo store to drive: `demo.json` of the data folder, which `npm start` writes. `ADMIN_URL` names another dashboard
 * in front of the same store.
 *
 * @param {string} [dataDir]
 */
export function readDemo(dataDir = process.env.NEGOTIATION_DATA_DIR ?? ".data") {
  const file = path.resolve(dataDir, "demo.json")
  if (!fs.existsSync(file)) throw new Error(`No ${file}: start the demo store first (npm start).`)
  const demo = JSON.parse(fs.readFileSync(file, "utf8"))
  return { ...demo, admin_url: process.env.ADMIN_URL ?? demo.admin_url }
}
