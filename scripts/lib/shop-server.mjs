import fs from "node:fs"
import http from "node:http"
import path from "node:path"
import { Sentence } from "./say.mjs"

const TYPES = { ".html": "text/html; charset=utf-8", ".mjs": "text/javascript", ".js": "text/javascript", ".css": "text/css" }
const SOON = 2

/** A page for somebody who is too early: it looks again by itself. */
const NOT_YET = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="${SOON}"><title>One moment</title>
<body style="font: 1rem system-ui; margin: 20vh auto; max-width: 30rem; text-align: center"><h1>The shop is being built</h1><p>This page looks again by itself.</p></body></html>`

/** @returns {string | null} the file an address stands for, null where there is none. */
function fileOf(folders, pathname) {
  const found = Object.entries(folders).find(([prefix]) => pathname.startsWith(prefix))
  if (found === undefined) return null
  const [prefix, folder] = found
  let wanted
  try {
    wanted = decodeURIComponent(pathname.slice(prefix.length)) || "index.html"
  } catch {
    return null
  }
  // Normalized as an absolute path, no number of dots leads out of the folder.
  const file = path.join(folder, path.normalize(`/${wanted}`))
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null
}

/** What the pages need of the demo store; the merchant's login is none of it. */
function pageSettings({ backend_url, publishable_key, region_id, buyers, products, story }) {
  return { backend_url, publishable_key, region_id, buyers, products, story }
}

/**
 * Serves the demo shop, the example page (`/example/`), its widget (`/widget/`), and what both need to know of the store
 * (`/demo.json`; 503 until the store is up). It listens before anything is built, so that the port is surely its own.
 *
 * @param {{ port: number, folders: Record<string, string> }} options `folders`: where each address prefix leads, longer ones first.
 * @returns {Promise<{ url: string, open: (demo: object) => void, close: () => Promise<void> }>} `open` tells it of the store.
 * @throws {Sentence} where the port is taken.
 */
export async function serveShop({ port, folders }) {
  let demo = null
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost")
    const json = (status, body) => response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(body))
    if (pathname === "/demo.json") return demo === null ? json(503, { message: "The store is starting." }) : json(200, pageSettings(demo))
    const file = fileOf(folders, pathname)
    if (file === null && pathname === "/") return response.writeHead(503, { "content-type": TYPES[".html"], "retry-after": String(SOON) }).end(NOT_YET)
    if (file === null) return response.writeHead(404, { "content-type": "text/plain" }).end("Not here")
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream", "cache-control": "no-cache" })
    fs.createReadStream(file).pipe(response)
  })
  await new Promise((resolve, reject) => {
    server.once("error", (error) => reject(new Sentence(`The shop can't listen on port ${port} (${error.code}): name another one in SHOP_PORT.`)))
    server.listen(port, resolve)
  })
  return {
    url: `http://localhost:${server.address().port}`,
    open: (facts) => void (demo = facts),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
