import fs from "node:fs"
import path from "node:path"
import { startAfresh } from "../../scripts/lib/shop-client.mjs"
import { animate } from "./apng.mjs"
import { agreements, walk } from "./walkthrough.mjs"

const MOST_BYTES = 1_500_000
const DESKTOP = { viewport: { width: 1040, height: 720 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1.5 }

/** Every walk: how the page looks, and which of its stops are kept, by the name of the picture. */
export const WALKS = [
  { keep: { menu: "menu-dark" }, look: { ...DESKTOP, colorScheme: "dark" }, until: "menu" },
  { keep: { menu: "menu-german" }, look: { ...DESKTOP, locale: "de-DE" }, query: "?lang=de", until: "menu" },
  { keep: { cart: "cart-phone", menu: "menu-phone" }, look: PHONE, until: "menu" },
  { keep: { person: "person" }, look: DESKTOP, refuse: true, until: "person" },
  // The last one orders: the others still find the price paid before.
  { keep: { catalogue: "catalogue", product: "product", cart: "cart", ask: "ask", menu: "menu", agreed: "agreed", held: "agreed-cart", back: "volume-back", order: "order" }, moving: true, look: DESKTOP },
]

/**
 * Plays the buyer's story through the shop of a demo store and writes what is seen: single pictures to `shop`, and the last walk as one
 * moving picture, `walkthrough.png`.
 *
 * @param {{ browser: object, demo: object, admin: object, folder: string, walks?: typeof WALKS }} options `folder`: where to.
 * @returns {Promise<{ pictures: string[], frames: number, bytes: number }>}
 * @throws {Error} where the moving picture is heavier than a README should carry.
 */
export async function takePictures({ browser, demo, admin, folder, walks = WALKS }) {
  const buyer = demo.buyers.find(({ email }) => email === demo.story.buyer_email)
  fs.mkdirSync(path.join(folder, "shop"), { recursive: true })
  const taken = { pictures: [], frames: 0, bytes: 0 }
  const write = (name, png) => {
    fs.writeFileSync(path.join(folder, "shop", `${name}.png`), png)
    taken.pictures.push(name)
  }
  for (const { keep, look, moving = false, ...walkOptions } of walks) {
    await startAfresh(admin, buyer.company, "Pictures are taken.")
    const context = await browser.newContext({ reducedMotion: "reduce", timezoneId: "UTC", ...look })
    try {
      const frames = []
      const see = async (page, name, milliseconds) => {
        const png = await page.screenshot({ animations: "disabled" })
        frames.push({ png, milliseconds })
        if (keep[name]) write(keep[name], png)
      }
      const page = await context.newPage()
      await walk({ page, demo, buyer, see, ...walkOptions })
      if (!moving) continue
      await agreements({ page })
      write("agreements", await page.screenshot())
      const film = animate(frames)
      if (film.length > MOST_BYTES) throw new Error(`The walk-through weighs ${film.length} bytes, of at most ${MOST_BYTES}`)
      fs.writeFileSync(path.join(folder, "walkthrough.png"), film)
      Object.assign(taken, { frames: frames.length, bytes: film.length })
    } finally {
      await context.close()
    }
  }
  return taken
}
