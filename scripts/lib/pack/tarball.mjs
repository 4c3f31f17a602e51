import { spawnSync } from "node:child_process"
import path from "node:path"
import { MEDUSA } from "../medusa.mjs"
import { run } from "../processes.mjs"
import { Sentence, step } from "../say.mjs"
import { ROOT } from "../settings.mjs"

/** What a merchant's store needs of the package, and must find in it. */
const NEEDED = [
  "package.json",
  "README.md",
  "LICENSE",
  ".medusa/server/src/modules/negotiation/index.js",
  ".medusa/server/src/contract/index.js",
  ".medusa/server/src/workflows/index.js",
  ".medusa/server/src/admin/index.mjs",
]

/** What is ours alone and must not travel. */
const FORBIDDEN = [/__tests__/, /\.(spec|test)\./, /^\.medusa\/server\/(scripts|bench|integration-tests|admin|storefront|medusa-config)/, /\.html$/, /src\/admin\/(admin|assets)\//, /^(scripts|bench|src|integration-tests|\.data|\.ci|public)\//, /\.snapshot/]

/**
 * @param {string[]} files Paths in the tarball.
 * @returns {string[]} what is wrong with the list, in words.
 */
export function faultsOf(files) {
  const missing = NEEDED.filter((file) => !files.includes(file)).map((file) => `${file} is missing`)
  const stray = files.filter((file) => FORBIDDEN.some((pattern) => pattern.test(file))).map((file) => `${file} must not be in it`)
  return [...missing, ...stray]
}

/** Builds the plugin and packs it. @param {string} folder Where the tarball goes. @returns {Promise<{ file: string, faults: string[], count: number }>} */
export async function pack(folder) {
  await step("building the plugin", () => run("The plugin's build", MEDUSA, ["plugin:build"], { cwd: ROOT, env: process.env, logFile: path.join(folder, "build.log") }))
  const packed = spawnSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT, encoding: "utf8" })
  if (packed.status !== 0) throw new Sentence(`npm pack failed: ${packed.stderr}`)
  const [{ filename, files }] = JSON.parse(packed.stdout)
  return { file: path.join(folder, filename), count: files.length, faults: faultsOf(files.map(({ path: name }) => name)) }
}
