import fs from "node:fs"
import path from "node:path"
import { Sentence, say } from "./say.mjs"

/** @param {string} dataDir @returns {string} where a start leaves what one needs to use the demo store. */
export function demoFile(dataDir) {
  return path.join(dataDir, "demo.json")
}

/**
 * Writes `demo.json`: addresses of this start and facts of the demo store. Its shape is a contract with tools outside,
 * so every field is named here.
 *
 * @param {string} dataDir
 * @param {{ backendUrl: string, shopUrl: string }} addresses
 * @param {object} facts What the seed left.
 * @returns {object} what was written.
 */
export function writeDemo(dataDir, { backendUrl, shopUrl }, facts) {
  const { publishable_key, region_id, currency_code, admin, buyers, products, story } = facts
  const demo = { backend_url: backendUrl, admin_url: `${backendUrl}/app`, shop_url: shopUrl, publishable_key, region_id, currency_code, admin, buyers, products, story }
  const file = demoFile(dataDir)
  fs.writeFileSync(`${file}.new`, `${JSON.stringify(demo, null, 2)}\n`)
  fs.renameSync(`${file}.new`, file)
  return demo
}

/** @param {string} dataDir @returns {object} the demo store's facts. @throws {Sentence} where no start has left them. */
export function readDemo(dataDir) {
  try {
    return JSON.parse(fs.readFileSync(demoFile(dataDir), "utf8"))
  } catch {
    throw new Sentence(`There is no ${demoFile(dataDir)}: run npm start first (with the same NEGOTIATION_DATA_DIR).`)
  }
}

/**
 * Prints what to open, with which login.
 *
 * @param {object} demo What {@link writeDemo} wrote.
 * @param {{ email: string, password: string, company: string, segment: string }[]} reviewed Buyers whose cases a person decides, all of them.
 */
export function printDemo(demo, reviewed) {
  const buyers = [...demo.buyers, ...reviewed]
  const width = Math.max(...buyers.map((buyer) => buyer.email.length))
  say("")
  say(`The shop runs at ${demo.shop_url}   (log in as ${demo.story.buyer_email}, and ask for a better price in the cart)`)
  say(`The store runs at ${demo.backend_url}`)
  say(`  Admin    ${demo.admin_url}   ${demo.admin.email} / ${demo.admin.password}`)
  say(`  Buyers   (publishable key ${demo.publishable_key})`)
  for (const buyer of buyers) say(`    ${buyer.email.padEnd(width)}  ${buyer.password}   ${buyer.company}, ${buyer.segment}`)
  say("")
  say("Play the story:   npm run story")
  say("Stop everything:  Ctrl-C (the data is kept)")
}
