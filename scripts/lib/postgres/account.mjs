import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { Sentence } from "../say.mjs"

/**
 * How Postgres is started: it refuses to run as root, so root has to hand it to somebody else.
 *
 * @typedef {object} Account
 * @property {{ uid?: number, gid?: number }} identity Passed to `spawn`.
 * @property {string[]} prefix Put before the command.
 * @property {string} native Folder of the Postgres binaries that this account can reach.
 * @property {string} dataDir Folder of the cluster that this account can reach.
 */

/** @returns {{ uid: number, gid: number } | null} the user Postgres is handed to. */
function unprivileged() {
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" })
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" })
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  return null
}

/** Gives a folder to an owner; an existing cluster is handed over with everything in it. */
function give(folder, uid, gid) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (fs.statSync(folder).uid !== uid) spawnSync("chown", ["-R", `${uid}:${gid}`, folder])
}

/** @param {Account} account @returns {boolean} whether it can run the binaries and write its folder. */
function works(account) {
  const attempt = (command, args) => {
    const [first, ...rest] = [...account.prefix, command, ...args]
    return spawnSync(first, rest, { ...account.identity, cwd: "/", stdio: "ignore" }).status === 0
  }
  return attempt(path.join(account.native, "bin/postgres"), ["--version"]) && attempt("/bin/sh", ["-c", 'test -w "$0" && test -x "$0"', account.dataDir])
}

/** Binaries and cluster at a place everybody can reach, for a clone in a folder that only root may enter. */
function elsewhere(native, dataDir) {
  const base = path.join("/var/tmp", `negotiation-postgres-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`)
  fs.mkdirSync(base, { recursive: true, mode: 0o755 })
  fs.cpSync(native, path.join(base, "native"), { recursive: true, verbatimSymlinks: true })
  return { native: path.join(base, "native"), dataDir: path.join(base, "cluster") }
}

/**
 * Chooses who runs Postgres. An ordinary user runs it as they are. Root hands it to an unprivileged user; where that
 * user can't reach the folders, to a user namespace of its own; where that is forbidden, to copies it can reach.
 *
 * @param {string} native Folder of the Postgres binaries.
 * @param {string} dataDir Folder wanted for the cluster.
 * @returns {Account}
 * @throws {Sentence} where nobody on this machine could run it.
 */
export function chooseAccount(native, dataDir) {
  if (process.getuid?.() !== 0) {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    return { identity: {}, prefix: [], native, dataDir }
  }
  const user = unprivileged()
  if (user === null) throw new Sentence("Postgres does not run as root, and this machine has neither a user postgres nor nobody: start as another user, or name a database in DATABASE_URL.")

  const handedOver = { identity: user, prefix: [], native, dataDir }
  give(dataDir, user.uid, user.gid)
  if (works(handedOver)) return handedOver

  const prefix = ["unshare", "--user", `--map-user=${user.uid}`, `--map-group=${user.gid}`]
  const namespaced = { identity: {}, prefix, native, dataDir }
  give(dataDir, 0, 0)
  if (works(namespaced)) return namespaced

  const place = elsewhere(native, dataDir)
  give(place.dataDir, user.uid, user.gid)
  const copied = { identity: user, prefix: [], ...place }
  if (works(copied)) return copied
  throw new Sentence(`Postgres does not run as root, and no other user can reach ${dataDir}: start as another user, or name a database in DATABASE_URL.`)
}
