import { spawn, spawnSync } from "node:child_process"
import fs from "node:fs"
import { stripVTControlCharacters } from "node:util"
import { Sentence } from "./say.mjs"

/** Children of this process that still run, so that one call ends them all. */
const running = new Set()

/** @param {number} pid @returns {boolean} whether a process with that id exists. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === "EPERM"
  }
}

/** @param {number} pid @returns {string} the process's command line, empty where it can't be read. */
export function commandLine(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()
  } catch {
    const answer = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })
    return answer.status === 0 ? answer.stdout.trim() : ""
  }
}

/**
 * Waits until a condition holds.
 *
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} milliseconds Patience.
 * @returns {Promise<boolean>} false where patience ran out.
 */
export async function until(condition, milliseconds) {
  const end = Date.now() + milliseconds
  for (;;) {
    if (await condition()) return true
    if (Date.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/**
 * Starts a child in a process group of its own: a Ctrl-C in the terminal reaches only us, and we end it in order.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { detached: process.platform !== "win32", ...options })
  running.add(child)
  child.once("exit", () => running.delete(child))
  child.once("error", () => running.delete(child))
  return child
}

/**
 * Runs a command to its end, its output collected in a file.
 *
 * @param {string} what The command's purpose, for the sentence when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, logFile: string, uid?: number, gid?: number }} options
 * @returns {Promise<void>}
 * @throws {Sentence} with the last lines of the output where it fails.
 */
export function run(what, command, args, { logFile, ...options }) {
  return new Promise((resolve, reject) => {
    const log = fs.openSync(logFile, "w")
    const child = start(command, args, { ...options, stdio: ["ignore", log, log] })
    fs.closeSync(log)
    child.once("error", (error) => reject(new Sentence(`${what} failed: ${error.message}`)))
    child.once("exit", (code, signal) => {
      if (code === 0) resolve()
      else reject(new Sentence(`${what} failed (${signal ?? `exit code ${code}`}). From ${logFile}:\n${lastLines(logFile)}`))
    })
  })
}

const LONGEST_LINE = 400

/** Medusa logs JSON in production: a person wants the message. */
function readable(line) {
  try {
    return String(JSON.parse(line).message ?? line)
  } catch {
    return line
  }
}

/** @param {string} file A log. @param {number} count @returns {string} its last lines, as a person reads them. */
export function lastLines(file, count = 15) {
  try {
    const lines = fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-count)
    return lines.map((line) => `  ${stripVTControlCharacters(readable(line)).slice(0, LONGEST_LINE)}`).join("\n")
  } catch {
    return ""
  }
}

/** @param {import("node:child_process").ChildProcess} child @param {NodeJS.Signals} signal to it and what it started. */
export function signal(child, signal) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

/**
 * Ends a child: asks first, then insists.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @param {{ ask?: NodeJS.Signals, insist?: NodeJS.Signals, patience?: number }} options
 */
export async function end(child, { ask = "SIGTERM", insist = "SIGKILL", patience = 10_000 } = {}) {
  const ended = () => child.exitCode !== null || child.signalCode !== null
  signal(child, ask)
  if (await until(ended, patience)) return
  signal(child, insist)
  await until(ended, patience)
}

/** Ends every child that still runs. */
export async function endAll() {
  await Promise.all([...running].map((child) => end(child)))
}
