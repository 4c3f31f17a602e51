import fs from "node:fs"
import path from "node:path"
import { gzipSync } from "node:zlib"

/** How a module's file ends, by its format. */
export const ENDINGS = { es: "mjs", cjs: "cjs" }
/** What stands in for an element where there is none to show it. */
const ON_SERVERS = new Set(["server.mjs"])
/** What comes only when the buyer taps for the guided way or a form, and once something is agreed. */
const LATER = new Set(["on-demand.mjs"])

/** Gzipped bytes of each script of a folder. @param {string} folder @returns {{ file: string, bytes: number }[]} */
export function weigh(folder) {
  return fs
    .readdirSync(folder)
    .filter((file) => /\.[cm]js$/.test(file))
    .map((file) => ({ file, bytes: gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length }))
}

/** Bytes as people read them: "38.7 kB". @param {number} bytes */
export const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

/**
 * What one buyer's browser loads of a part, for each language it may be read in.
 *
 * @param {("es" | "cjs")[]} formats
 * @param {{ file: string, bytes: number }[]} files
 * @returns {{ language: string, atOnce: number, inAll: number }[]} bytes at once, and all in all with everything that comes later;
 * `language` is "" for a part that has none.
 */
export function loads(formats, files) {
  const spoken = (file) => /^([a-z]{2})\./.exec(file)?.[1] ?? ""
  const loadable = files.filter(({ file }) => !ON_SERVERS.has(file))
  const languages = new Set(loadable.map(({ file }) => spoken(file)).filter(Boolean))
  const sum = (fits) => loadable.filter(({ file }) => fits(file)).reduce((all, { bytes }) => all + bytes, 0)
  return [...(languages.size > 0 ? languages : [""])].map((language) => {
    // A module has the same content in each of its formats, and a browser loads one.
    const most = (fits) => Math.max(...formats.map((format) => sum((file) => file.endsWith(`.${ENDINGS[format]}`) && ["", language].includes(spoken(file)) && fits(file))))
    return { language, atOnce: most((file) => !LATER.has(file)), inAll: most(() => true) }
  })
}
