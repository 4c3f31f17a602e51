import fs from "node:fs"
import path from "node:path"
import { exclusively } from "./exclusive.mjs"
import { fingerprint } from "./fingerprint.mjs"
import { run } from "./processes.mjs"
import { step } from "./say.mjs"
import { ROOT } from "./settings.mjs"

/** What the built shop is made from. */
const SOURCES = [
  "package-lock.json", "storefront/build.mjs", "storefront/weight.mjs", "storefront/tsconfig.json", "storefront/client", "storefront/widget", "storefront/shop", "src/contract", "src/phrases",
]

/** Where the demo's pages are built to: `shop` and the `widget` of the example page. */
export const DEMO_PAGES = path.join(ROOT, ".medusa/demo")
const NOTE = path.join(DEMO_PAGES, "built-from.txt")

/** @returns {boolean} whether the demo's pages were built from exactly these sources. */
function isCurrent(hash) {
  return fs.existsSync(NOTE) && fs.readFileSync(NOTE, "utf8") === hash
}

/**
 * Builds the demo shop and the widget for the example page, unless they are there already. They are built beside and moved in
 * whole: nobody is ever served half a build. What ships (`npm run build`) is built elsewhere and left alone.
 *
 * @param {string} dataDir
 */
export async function buildShop(dataDir) {
  const hash = fingerprint(ROOT, SOURCES)
  if (isCurrent(hash)) return
  await exclusively(path.join(ROOT, ".data/shop.lock"), async () => {
    if (isCurrent(hash)) return
    const beside = path.join(ROOT, "node_modules/.cache/negotiation-shop")
    fs.rmSync(beside, { recursive: true, force: true })
    await step("building the demo shop", () =>
      run("Building the demo shop", process.execPath, [path.join(ROOT, "storefront/build.mjs"), "--into", beside, "widget", "shop"], {
        cwd: ROOT,
        env: { ...process.env, NODE_ENV: "production" },
        logFile: path.join(dataDir, "shop.log"),
      })
    )
    fs.writeFileSync(path.join(beside, path.basename(NOTE)), hash)
    fs.mkdirSync(path.dirname(DEMO_PAGES), { recursive: true })
    fs.rmSync(DEMO_PAGES, { recursive: true, force: true })
    fs.renameSync(beside, DEMO_PAGES)
  })
}
