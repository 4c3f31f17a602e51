import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"

/** @param {string} entry A file or folder. @returns {string[]} the files in it, in a stable order. */
function filesOf(entry) {
  const stat = fs.statSync(entry, { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (stat.isFile()) return [entry]
  return fs
    .readdirSync(entry)
    .filter((name) => name !== "__tests__")
    .sort()
    .flatMap((name) => filesOf(path.join(entry, name)))
}

/**
 * One hash over the names and contents of files: what was made from them needs no remaking while it stays the same.
 *
 * @param {string} root
 * @param {string[]} entries Files and folders under `root`; a missing one counts as empty.
 * @returns {string}
 */
export function fingerprint(root, entries) {
  const hash = createHash("sha256")
  for (const file of entries.flatMap((entry) => filesOf(path.join(root, entry)))) {
    hash.update(path.relative(root, file)).update("\0").update(fs.readFileSync(file)).update("\0")
  }
  return hash.digest("hex")
}
