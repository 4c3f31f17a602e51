import fs from "node:fs"
import path from "node:path"
import { exclusively } from "./exclusive.mjs"
import { run } from "./processes.mjs"
import { step } from "./say.mjs"
import { ROOT } from "./settings.mjs"

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }> | null} */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")).packages
  } catch {
    return null
  }
}

/**
 * Whether every package the lock file names is installed in that version. npm writes its own record into
 * `node_modules` as its last act, so an interrupted install counts as none.
 *
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  const wanted = readPackages(path.join(root, "package-lock.json"))
  const present = readPackages(path.join(root, "node_modules/.package-lock.json"))
  if (wanted === null || present === null) return false
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === "" || entry.optional || entry.devOptional || entry.peer) return true
    return present[name]?.version === entry.version
  })
}

/** Installs the packages of the lock file where they are missing or outdated. */
export async function install() {
  if (isInstalled(ROOT)) return
  await exclusively(path.join(ROOT, ".data/install.lock"), async () => {
    if (isInstalled(ROOT)) return
    await step("installing the npm packages (npm ci, about a gigabyte)", () => {
      const npm = process.env.npm_execpath
      const [command, args] = npm && npm.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []]
      // Production settings of the caller would leave out what builds and tests the project.
      const env = { ...process.env, NODE_ENV: "development" }
      return run("npm ci", command, [...args, "ci", "--include=dev", "--no-audit", "--no-fund"], { cwd: ROOT, env, logFile: path.join(ROOT, ".data/install.log") })
    })
  })
}
