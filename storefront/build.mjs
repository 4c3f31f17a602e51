#!/usr/bin/env node
import { execFileSync } from "node:child_process"
import fs from "node:fs"
import path from "node:path"
import process from "node:process"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "vite"

/**
 * `node storefront/build.mjs [client] [widget]`: builds what of the storefront ships, by default all of it, into
 * `.medusa/storefront`, beside the plugin's own build and out of reach of its clean-up: JavaScript by vite, types by tsc.
 */
const HERE = path.dirname(fileURLToPath(import.meta.url))
const ROOT = path.dirname(HERE)
const TARGET = path.join(ROOT, ".medusa/storefront")

/** What is built: in which module formats, and the most it may weigh gzipped, in bytes. */
const PARTS = {
  client: { formats: ["es", "cjs"], limit: 8_000 },
  widget: { formats: ["es", "iife"], limit: 40_000 },
}
const ENDINGS = { es: "mjs", cjs: "cjs", iife: "global.js" }

async function bundle(name, { formats }) {
  await build({
    root: HERE,
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    esbuild: { legalComments: "none" },
    build: {
      target: "es2022",
      outDir: path.join(TARGET, name),
      emptyOutDir: true,
      minify: "esbuild",
      lib: {
        entry: path.join(HERE, name, "index.ts"),
        name: "MedusaNegotiation",
        formats,
        fileName: (format) => `index.${ENDINGS[format]}`,
      },
    },
  })
}

/** Writes the types beside the bundle. They name the contract's, which ship with the plugin's own build. */
function declare(name) {
  const out = fs.mkdtempSync(path.join(TARGET, "types-"))
  const flags = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", ROOT, "--outDir", out]
  execFileSync(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc"), "-p", path.join(HERE, "tsconfig.json"), ...flags], { stdio: "inherit" })
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
    .filter((file) => /js$/.test(file))
    .map((file) => ({ file, bytes: gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length }))
}

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS)
fs.mkdirSync(TARGET, { recursive: true })
for (const name of names) {
  const part = PARTS[name]
  if (part === undefined) throw new Error(`There is no ${name}: ${Object.keys(PARTS).join(", ")}`)
  await bundle(name, part)
  declare(name)
  for (const { file, bytes } of weigh(name)) {
    process.stdout.write(`${name}/${file}: ${(bytes / 1000).toFixed(1)} kB gzipped\n`)
    if (bytes > part.limit) throw new Error(`${name}/${file} may weigh ${part.limit} bytes`)
  }
}
