import "../widget"
import { firstNumber } from "../widget/phrases/first-number"
import "./styles.css"
import type { ShopApp } from "./app"

/** Pause before the shop looks for its store again. */
const LOOK_AGAIN_MS = 2_000

/**
 * The demo shop: what a buyer of the plugin sees, in front of the store of `npm start`. It does not ship. The widget and the shop are two
 * scripts, as in any other storefront: a slow phone breathes in between.
 */
async function open(): Promise<void> {
  const [{ ShopApp }, { readSettings }, { Shop }] = await Promise.all([import("./app"), import("./settings"), import("./store"), firstNumber()])
  customElements.define("shop-app", ShopApp)
  const app = document.querySelector("shop-app") as ShopApp
  const lookForStore = async (): Promise<void> => {
    try {
      app.shop = new Shop(await readSettings())
    } catch {
      app.waiting = true
      setTimeout(() => void lookForStore(), LOOK_AGAIN_MS)
    }
  }
  await lookForStore()
}

void open()
