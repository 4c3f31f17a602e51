#!/usr/bin/env node
import path from "node:path"
import process from "node:process"
import { openBrowser } from "../../admin/lib/browser.mjs"
import { readDemo } from "../../admin/lib/demo.mjs"
import { ROOT } from "../../scripts/lib/settings.mjs"
import { asAdmin } from "../../scripts/lib/shop-client.mjs"
import { takePictures } from "./take-pictures.mjs"

/** `npm run docs:walkthrough`: takes the pictures of the README and the guides, `docs/images/shop` and `docs/images/walkthrough.png`, from a running demo store. */
async function main() {
  const demo = readDemo()
  const browser = await openBrowser()
  try {
    const { pictures, frames, bytes } = await takePictures({ browser, demo, admin: await asAdmin(demo), folder: path.join(ROOT, "docs/images") })
    process.stdout.write(`${pictures.length} pictures; walkthrough.png: ${frames} frames, ${Math.round(bytes / 1_000)} kB\n`)
  } finally {
    await browser.close()
  }
}

await main()
