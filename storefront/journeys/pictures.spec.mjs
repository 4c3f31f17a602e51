import assert from "node:assert/strict"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import process from "node:process"
import { describe, it } from "node:test"
import { openBrowser } from "../../admin/lib/browser.mjs"
import { readDemo } from "../../admin/lib/demo.mjs"
import { ROOT } from "../../scripts/lib/settings.mjs"
import { asAdmin } from "../../scripts/lib/shop-client.mjs"
import { SHOP_URL } from "./lib.mjs"
import { takePictures, WALKS } from "./take-pictures.mjs"

/** With `SHOP_PICTURES=1` all pictures are taken, to `docs/images`; else the moving one only, to see that it can be, and it is thrown away. */
const KEPT = process.env.SHOP_PICTURES === "1"

describe("the pictures of the README", () => {
  it("come out of the story as it is played", async () => {
    const demo = { ...readDemo(), shop_url: SHOP_URL }
    const folder = KEPT ? path.join(ROOT, "docs/images") : fs.mkdtempSync(path.join(os.tmpdir(), "negotiation-pictures-"))
    const walks = KEPT ? WALKS : WALKS.filter(({ moving }) => moving)
    const browser = await openBrowser()
    try {
      const { pictures, frames } = await takePictures({ browser, demo, admin: await asAdmin(demo), folder, walks })
      assert.deepEqual(pictures, [...walks.flatMap(({ keep }) => Object.values(keep)), "agreements"])
      assert.ok(frames > 10, `${frames} frames`)
    } finally {
      await browser.close()
      if (!KEPT) fs.rmSync(folder, { recursive: true })
    }
  })
})
