import fs from "node:fs"
import path from "node:path"
import { exclusively } from "./exclusive.mjs"
import { fingerprint } from "./fingerprint.mjs"
import { run } from "./processes.mjs"
import { step } from "./say.mjs"
import { ROOT } from "./settings.mjs"

/** What the built admin is made from. The contract is what the admin's pages share with the server. */
const SOURCES = ["package-lock.json", "medusa-config.ts", "src/admin", "src/contract", "src/phrases", "scripts/lib/build-admin.cjs"]
const BUILT = path.join(ROOT, "public/admin")
const NOTE = path.join(BUILT, "built-from.txt")

/** @returns {boolean} whether `public/admin` was built from exactly these sources. */
function isCurrent(hash) {
  return fs.existsSync(NOTE) && fs.readFileSync(NOTE, "utf8") === hash
}

/**
 * Builds the admin into `public/admin`, where `medusa start` looks for it, unless it is there already. It is built
 * beside and moved in whole: a store that runs on the old one never serves half a build.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} dataDir
 */
export async function buildAdmin(env, dataDir) {
  const hash = fingerprint(ROOT, SOURCES)
  if (isCurrent(hash)) return
  await exclusively(path.join(ROOT, ".data/admin.lock"), async () => {
    if (isCurrent(hash)) return
    const beside = path.join(ROOT, "node_modules/.cache/negotiation-admin")
    fs.rmSync(beside, { recursive: true, force: true })
    await step("building the admin", () =>
      run("Building the admin", process.execPath, [path.join(ROOT, "scripts/lib/build-admin.cjs"), beside], { cwd: ROOT, env, logFile: path.join(dataDir, "admin.log") })
    )
    fs.writeFileSync(path.join(beside, path.basename(NOTE)), hash)
    fs.mkdirSync(path.dirname(BUILT), { recursive: true })
    fs.rmSync(BUILT, { recursive: true, force: true })
    fs.renameSync(beside, BUILT)
  })
}
