import fs from "node:fs"
import path from "node:path"

/**
 * The demo store to drive: `demo.json` of the data folder, which `npm start` writes.
 *
 * @param {string} [dataDir]
 */
export function readDemo(dataDir = process.env.NEGOTIATION_DATA_DIR ?? ".data") {
  const file = path.resolve(dataDir, "demo.json")
  if (!fs.existsSync(file)) throw new Error(`No ${file}: start the demo store first (npm start).`)
  return JSON.parse(fs.readFileSync(file, "utf8"))
}
