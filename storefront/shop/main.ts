import "../widget"
import "./styles.css"
import { ShopApp } from "./app"
import { readSettings } from "./settings"
import { Shop } from "./store"

/** The demo shop: what a buyer of the plugin sees, in front of the store of `npm start`. It does not ship. */
const language = new URLSearchParams(location.search).get("lang")
if (language) document.documentElement.lang = language

customElements.define("shop-app", ShopApp)
const app = document.querySelector("shop-app") as ShopApp
app.shop = new Shop(await readSettings())
