import "../widget"
import "./styles.css"
import { ShopApp } from "./app"
import { readSettings } from "./settings"
import { Shop } from "./store"

/** The demo shop: what a buyer of the plugin sees, in front of the store of `npm start`. It does not ship. */
customElements.define("shop-app", ShopApp)
const app = document.querySelector("shop-app") as ShopApp

/** Pause before the shop looks for its store again. */
const LOOK_AGAIN_MS = 2_000

async function lookForStore(): Promise<void> {
  try {
    app.shop = new Shop(await readSettings())
  } catch {
    app.waiting = true
    setTimeout(() => void lookForStore(), LOOK_AGAIN_MS)
  }
}
void lookForStore()
