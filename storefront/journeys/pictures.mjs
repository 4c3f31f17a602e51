#!/usr/bin/env node
import fs from "node:fs"
import path from "node:path"
import process from "node:process"
import { openBrowser } from "../../admin/lib/browser.mjs"
import { ROOT } from "../../scripts/lib/settings.mjs"
import { asAdmin, startAfresh } from "../../scripts/lib/shop-client.mjs"
import { readDemo } from "../../admin/lib/demo.mjs"
import { animate } from "./apng.mjs"
import { agreements, walk } from "./walkthrough.mjs"

/**
 * `npm run docs:walkthrough`: plays the buyer's story through the shop of a running demo store and writes what is seen: single
 * pictures to `docs/images/shop`, and all of it as one moving picture, `docs/images/walkthrough.png`.
 */
const FOLDER = path.join(ROOT, "docs/images")
const MOST_BYTES = 1_500_000
const DESKTOP = { viewport: { width: 1040, height: 720 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1.5 }

/** Every walk: how the page looks, and which of its stops are kept, by the name of the picture. */
const WALKS = [
  { keep: { menu: "menu-dark" }, look: { ...DESKTOP, colorScheme: "dark" }, until: "menu" },
  { keep: { menu: "menu-german" }, look: { ...DESKTOP, locale: "de-DE" }, query: "?lang=de", until: "menu" },
  { keep: { cart: "cart-phone", menu: "menu-phone" }, look: PHONE, until: "menu" },
  { keep: { person: "person" }, look: DESKTOP, refuse: true, until: "person" },
  // The last one orders: the others still find the price paid before.
  { keep: { catalogue: "catalogue", product: "product", cart: "cart", ask: "ask", menu: "menu", agreed: "agreed", held: "agreed-cart", back: "volume-back", order: "order" }, moving: true, look: DESKTOP },
]

async function main() {
  const demo = readDemo()
  const admin = await asAdmin(demo)
  const buyer = demo.buyers.find(({ email }) => email === demo.story.buyer_email)
  fs.mkdirSync(path.join(FOLDER, "shop"), { recursive: true })
  const browser = await openBrowser()
  try {
    for (const { keep, look, moving = false, ...walkOptions } of WALKS) {
      await startAfresh(admin, buyer.company, "Pictures are taken.")
      const context = await browser.newContext({ reducedMotion: "reduce", timezoneId: "UTC", ...look })
      const frames = []
      const see = async (page, name, milliseconds) => {
        const png = await page.screenshot({ animations: "disabled" })
        frames.push({ png, milliseconds })
        if (keep[name]) fs.writeFileSync(path.join(FOLDER, "shop", `${keep[name]}.png`), png)
      }
      const page = await context.newPage()
      await walk({ page, demo, buyer, see, ...walkOptions })
      if (moving) await agreements({ page })
      if (moving) await page.screenshot({ path: path.join(FOLDER, "shop/agreements.png") })
      await context.close()
      if (!moving) continue
      const film = animate(frames)
      if (film.length > MOST_BYTES) throw new Error(`The walk-through weighs ${film.length} bytes, of at most ${MOST_BYTES}`)
      fs.writeFileSync(path.join(FOLDER, "walkthrough.png"), film)
      process.stdout.write(`walkthrough.png: ${frames.length} frames, ${Math.round(film.length / 1_000)} kB\n`)
    }
  } finally {
    await browser.close()
  }
}

await main()
