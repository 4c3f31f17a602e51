#!/usr/bin/env node
import fs from "node:fs"
import http from "node:http"
import path from "node:path"
import process from "node:process"
import { fileURLToPath, URL } from "node:url"
import { readDemo } from "../scripts/lib/demo-file.mjs"
import { readSettings } from "../scripts/lib/settings.mjs"

/**
 * Serves the built demo shop, the example page (`/example/`) and the built widget:
 * `SHOP_PORT=9100 node storefront/serve.mjs`. The store must have been started with `SHOP_ORIGIN=http://localhost:9100`, or
 * browsers keep the pages from asking it.
 */
const HERE = path.dirname(fileURLToPath(import.meta.url))
const FOLDERS = { "/widget/": path.join(HERE, "../.medusa/storefront/widget"), "/example/": path.join(HERE, "example"), "/": path.join(HERE, "../.medusa/shop") }
const TYPES = { ".html": "text/html; charset=utf-8", ".mjs": "text/javascript", ".js": "text/javascript", ".css": "text/css" }
const port = Number(process.env.SHOP_PORT ?? 9100)
const { dataDir } = readSettings(process.env)

/** What the pages need of the demo store; the merchant's login is none of it. */
function settings() {
  const { backend_url, publishable_key, region_id, buyers, products, story } = readDemo(dataDir)
  return { backend_url, publishable_key, region_id, buyers, products, story }
}

function fileOf(pathname) {
  const [prefix, folder] = Object.entries(FOLDERS).find(([each]) => pathname.startsWith(each))
  // Normalized as an absolute path, no number of dots leads out of the folder.
  const file = path.join(folder, path.normalize(`/${decodeURIComponent(pathname.slice(prefix.length)) || "index.html"}`))
  return fs.existsSync(file) && fs.statSync(file).isFile() ? file : null
}

const server = http.createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost")
  if (pathname === "/demo.json") return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(settings()))
  const file = fileOf(pathname)
  if (file === null) return response.writeHead(404).end("Not here")
  response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" })
  fs.createReadStream(file).pipe(response)
})
server.listen(port, () => process.stdout.write(`The shop is at http://localhost:${port}\n`))
