import { spawnSync } from "node:child_process"
import { commandLine, isAlive } from "./processes.mjs"

const LOOK_EVERY_MS = 500

/** @param {number} pid @returns {number} its parent. */
function parentOf(pid) {
  return Number(spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }).stdout)
}

/** @returns {number[]} the processes between us and npm, npm included: a shell stands between on most systems. */
function lineToNpm() {
  const parent = process.ppid
  const shell = /^(\S*\/)?(sh|dash|bash) -c/.test(commandLine(parent))
  const above = shell ? parentOf(parent) : 0
  return above > 1 ? [parent, above] : [parent]
}

/**
 * Calls back when the npm that runs this script is gone: killed, it could not pass a signal on. Does nothing where the
 * script was started without npm, so that it may outlive the shell it came from.
 *
 * @param {() => void} onGone
 */
export function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const line = lineToNpm()
  const timer = setInterval(() => {
    if (process.ppid === parent && line.every(isAlive)) return
    clearInterval(timer)
    onGone()
  }, LOOK_EVERY_MS)
  timer.unref()
}
