#!/usr/bin/env node
import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { minify } from "@swc/core"
import { build } from "vite"
import { ENDINGS, kB, loads, weigh } from "./weight.mjs"

/**
 * `node storefront/build.mjs [client] [widget]`: builds what of the storefront ships, by default all of it, into
 * `.medusa/storefront`, beside the plugin's own build and out of reach of its clean-up: JavaScript by vite, types by tsc.
 * `--into <folder>` builds elsewhere, without types and with the demo shop as one more part: what `npm start` serves.
 */
const HERE = path.dirname(fileURLToPath(import.meta.url))
const ROOT = path.dirname(HERE)
const { values: options, positionals } = parseArgs({ options: { into: { type: "string" } }, allowPositionals: true })
const TARGET = options.into === undefined ? path.join(ROOT, ".medusa/storefront") : path.resolve(options.into)

/** What is built: in which module formats, and the most it may weigh gzipped, in bytes: all that one buyer's browser may ever load of it. */
const PARTS = {
  client: { formats: ["es", "cjs"], entries: ["index"], types: "tsconfig.json", limit: 8_000 },
  widget: { formats: ["es"], entries: ["index", "server"], types: "tsconfig.widget.json", limit: 40_000 },
}

/** Elements with lines of their own, and those that stand in rows and grids only: no browser draws a blank before or after them. */
const BLOCK = "</?(?:div|p|ul|ol|li|h2|h3|section|form|details|summary|dl|fieldset|legend|dialog|label|button|input|textarea)\\b"
const BESIDE_BLOCKS = new RegExp(`(${BLOCK}[^>]*>)\\n\\s*|\\n\\s*(?=${BLOCK})`, "g")

/**
 * Takes out of templates the blanks that only their readers in this repository need: no minifier looks into them. A line break in HTML counts
 * as one blank with or without what indents it, and as none beside a block; in a style sheet blanks count between words only.
 */
const blanks = {
  name: "blanks-of-templates",
  enforce: "pre",
  transform(code, id) {
    if (!/storefront\/widget\/.*\.ts$/.test(id)) return null
    const sheets = code.replace(/css`[^`]*`/g, (sheet) => sheet.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ").replace(/ ?([{};,]) ?/g, "$1").replace(/: /g, ":").replace(/;}/g, "}"))
    return { code: sheets.replace(BESIDE_BLOCKS, "$1").replace(/\n\s+/g, "\n"), map: null }
  },
}

/** What is written in once where it is used packs worse than what is called by its name, and so do statements strung together. */
const COMPRESS = { passes: 3, ecma: 2022, inline: 1, sequences: false }

/** A language is one file: its words and what it shares with mails and papers pack better together. */
const languageOf = (id) => /phrases\/(?:books\/|guide\/|locales\/)?(en|de|fr|es)\.ts$/.exec(id)?.[1]

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
  // Vite leaves the blanks of modules to whoever bundles them: a page without a bundler would pay for them.
  for (const { file } of weigh(path.join(TARGET, name))) {
    const full = path.join(TARGET, name, file)
    const module = !file.endsWith(".cjs")
    const { code } = await minify(fs.readFileSync(full, "utf8"), { module, ecma: 2022, compress: { ...COMPRESS, toplevel: module }, mangle: { toplevel: module }, format: { comments: false } })
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
  const files = weigh(path.join(TARGET, name))
  for (const { file, bytes } of files) process.stdout.write(`${name}/${file}: ${kB(bytes)} gzipped\n`)
  for (const { language, atOnce, inAll } of loads(part.formats, files)) {
    process.stdout.write(`${name}${language && ` in ${language}`}: ${kB(inAll)} gzipped of at most ${kB(part.limit)}${inAll > atOnce ? `, ${kB(atOnce)} of it at once` : ""}\n`)
    if (inAll > part.limit) throw new Error(`${name} may weigh ${part.limit} bytes`)
  }
  process.stdout.write(`${name}, every file: ${kB(files.reduce((all, { bytes }) => all + bytes, 0))} gzipped\n`)
}
