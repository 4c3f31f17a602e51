#!/usr/bin/env node
import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { gzipSync } from "node:zlib"
import { build, transformWithEsbuild } from "vite"

/**
 * `node storefront/build.mjs [client] [widget]`: builds what of the storefront ships, by default all of it, into
 * `.medusa/storefront`, beside the plugin's own build and out of reach of its clean-up: JavaScript by vite, types by tsc.
 * `--into <folder>` builds elsewhere, without types and with the demo shop as one more part: what `npm start` serves.
 */
const HERE = path.dirname(fileURLToPath(import.meta.url))
const ROOT = path.dirname(HERE)
const { values: options, positionals } = parseArgs({ options: { into: { type: "string" } }, allowPositionals: true })
const TARGET = options.into === undefined ? path.join(ROOT, ".medusa/storefront") : path.resolve(options.into)

/** What is built: in which module formats, and the most it may weigh gzipped, in bytes: what a page loads, and what a tap of the buyer's loads besides. */
const PARTS = {
  client: { formats: ["es", "cjs"], entries: ["index"], types: "tsconfig.json", limit: 8_000 },
  widget: { formats: ["es"], entries: ["index", "server"], types: "tsconfig.widget.json", limit: 40_000, limitOnTap: 6_000 },
}
/** What stands in for an element where there is none to show it. */
const ON_SERVERS = new Set(["server.mjs"])
/** What comes when the buyer taps for the guided way or a form, with its words in one language. Everything else may come by itself. */
const ON_TAP = /^(?:on-demand|guide-[a-z]{2})\./
const ENDINGS = { es: "mjs", cjs: "cjs" }

/**
 * Takes out of templates the blanks that only their readers in this repository need: no minifier looks into them. A line break in HTML counts
 * as one blank with or without what indents it; in a style sheet blanks count between words only.
 */
const blanks = {
  name: "blanks-of-templates",
  enforce: "pre",
  transform(code, id) {
    if (!/storefront\/widget\/.*\.ts$/.test(id)) return null
    const sheets = code.replace(/css`[^`]*`/g, (sheet) => sheet.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ").replace(/ ?([{};,]) ?/g, "$1").replace(/: /g, ":").replace(/;}/g, "}"))
    return { code: sheets.replace(/\n\s+/g, "\n"), map: null }
  },
}

/** A language is one file: its words and what it shares with mails and papers pack better together. English is in the entry. */
const languageOf = (id) => /phrases\/(?:answers\/|locales\/)?(de|fr|es)\.ts$/.exec(id)?.[1] ?? /panel\/(guide)\/(de|fr|es)\.ts$/.exec(id)?.slice(1).join("-")

/** Bundles one entry of a part; `file` is what it is called afterwards. */
function bundleEntry(name, formats, file, emptyOutDir) {
  return build({
    root: HERE,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    plugins: [blanks],
    esbuild: { legalComments: "none" },
    build: {
      target: "es2022",
      outDir: path.join(TARGET, name),
      emptyOutDir,
      minify: "esbuild",
      lib: {
        entry: path.join(HERE, name, `${file}.ts`),
        name: "MedusaNegotiation",
        formats,
        fileName: (format) => `${file}.${ENDINGS[format]}`,
      },
      // What comes when it is tapped uses what the entry holds: without a file between them that would only pass things on.
      rollupOptions: { preserveEntrySignatures: "allow-extension", output: { chunkFileNames: "[name].mjs", manualChunks: languageOf } },
    },
  })
}

async function bundle(name, { formats, entries }) {
  for (const [index, entry] of entries.entries()) await bundleEntry(name, formats, entry, index === 0)
  // Vite leaves the blanks of modules to whoever bundles them; a page without a bundler would pay for them.
  for (const { file } of weigh(name)) {
    const full = path.join(TARGET, name, file)
    const format = file.endsWith(".cjs") ? "cjs" : "esm"
    const { code } = await transformWithEsbuild(fs.readFileSync(full, "utf8"), full, { loader: "js", minify: true, format, target: "es2022", sourcemap: false, legalComments: "none" })
    fs.writeFileSync(full, code)
  }
}

/** Writes the types beside the bundle. They name the contract's, which ship with the plugin's own build. */
function declare(name) {
  const out = fs.mkdtempSync(path.join(TARGET, "types-"))
  const flags = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", ROOT, "--outDir", out]
  execFileSync(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc"), "-p", path.join(HERE, PARTS[name].types), ...flags], { stdio: "inherit" })
  for (const each of ["client", name]) copyTypes(path.join(out, "storefront", each), path.join(TARGET, each))
  fs.rmSync(out, { recursive: true })
}

function copyTypes(from, to) {
  fs.mkdirSync(to, { recursive: true })
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) copyTypes(source, target)
    else fs.writeFileSync(target, fs.readFileSync(source, "utf8").replaceAll(/(["'](?:\.\.\/)+)src\/contract(["'])/g, "$1server/src/contract$2"))
  }
}

/** Gzipped bytes of each file of a part. */
function weigh(name) {
  const folder = path.join(TARGET, name)
  return fs
    .readdirSync(folder)
    .filter((file) => /\.[cm]js$/.test(file))
    .map((file) => ({ file, bytes: gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length }))
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

/** The most one buyer's browser may load, in the largest of the languages: by itself, and because the buyer taps for more. */
function loads(part, files) {
  const spoken = (file) => /^(?:guide-)?([a-z]{2})\./.exec(file)?.[1]
  const largest = (some) => {
    const sum = (fits) => some.filter(({ file }) => fits(file)).reduce((all, { bytes }) => all + bytes, 0)
    const languages = new Set(some.flatMap(({ file }) => spoken(file) ?? []))
    const language = Math.max(0, ...[...languages].map((code) => sum((file) => spoken(file) === code)))
    // A module has the same content in each of its formats, and a browser loads one.
    return language + Math.max(...part.formats.map((format) => sum((file) => file.endsWith(`.${ENDINGS[format]}`) && spoken(file) === undefined)))
  }
  const loadable = files.filter(({ file }) => !ON_SERVERS.has(file))
  return { atOnce: largest(loadable.filter(({ file }) => !ON_TAP.test(file))), onTap: largest(loadable.filter(({ file }) => ON_TAP.test(file))) }
}

/** The demo shop, which does not ship. */
function buildShop() {
  return build({
    root: path.join(HERE, "shop"),
    configFile: false,
    logLevel: "warn",
    build: { target: "es2022", outDir: path.join(TARGET, "shop"), emptyOutDir: true },
  })
}

const names = positionals.length > 0 ? positionals : Object.keys(PARTS)
fs.mkdirSync(TARGET, { recursive: true })
for (const name of names) {
  if (name === "shop" && options.into !== undefined) {
    await buildShop()
    continue
  }
  const part = PARTS[name]
  if (part === undefined) throw new Error(`There is no ${name}: ${Object.keys(PARTS).join(", ")}, and shop with --into`)
  await bundle(name, part)
  if (options.into === undefined) declare(name)
  const files = weigh(name)
  for (const { file, bytes } of files) process.stdout.write(`${name}/${file}: ${kB(bytes)} gzipped\n`)
  const { atOnce, onTap } = loads(part, files)
  process.stdout.write(`${name}, all that may load by itself: ${kB(atOnce)} of at most ${kB(part.limit)} gzipped${onTap > 0 ? `; on a tap ${kB(onTap)} of at most ${kB(part.limitOnTap)}` : ""}\n`)
  if (atOnce > part.limit) throw new Error(`${name} may weigh ${part.limit} bytes`)
  if (onTap > 0 && onTap > part.limitOnTap) throw new Error(`${name} may weigh ${part.limitOnTap} bytes on a tap`)
}
