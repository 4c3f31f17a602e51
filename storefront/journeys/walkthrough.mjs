import { askButton, lineOf } from "./steps.mjs"

const SHORT = 1_200
const LONG = 2_600

/** Marks where a tap goes, over everything that is open. */
async function mark(page, target) {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  await page.evaluate(({ x, y, width, height }) => {
    const ring = globalThis.document.createElement("div")
    ring.id = "tap"
    ring.popover = "manual"
    ring.style.cssText = `position:fixed;inset:auto;margin:0;padding:0;left:${x + width / 2 - 17}px;top:${y + height / 2 - 17}px;inline-size:34px;block-size:34px;box-sizing:border-box;border:4px solid #e8590c;border-radius:50%;background:rgb(232 89 12 / 25%);pointer-events:none;overflow:visible`
    globalThis.document.body.append(ring)
    ring.showPopover()
  }, box)
}

/** Takes the focus away: what is marked is where the buyer goes on. */
const leave = (field) => field.evaluate((each) => each.blur())

const unmark = (page) => page.evaluate(() => globalThis.document.querySelector("#tap")?.remove())

/**
 * The story through the shop, as far as wanted, with a look at every stop.
 *
 * @param {{ page: object, demo: object, buyer: object, see: (page: object, name: string, milliseconds: number) => Promise<void>, query?: string, until?: string, refuse?: boolean }} walk
 * `until`: the last stop; `refuse`: the offer is refused instead of taken.
 */
export async function walk({ page, demo, buyer, see, query = "", until = "order", refuse = false }) {
  const { story } = demo
  const line = lineOf(page, story.product_title)
  const panel = page.locator("negotiation-panel")
  /** Shows where a tap goes, then taps. */
  const tap = async (name, target, milliseconds = SHORT) => {
    await mark(page, target)
    await see(page, `${name} tapped`, milliseconds)
    await unmark(page)
    await target.click()
  }
  const stop = async (name, milliseconds = SHORT) => {
    await see(page, name, milliseconds)
    return name === until
  }

  await page.goto(`${demo.shop_url}/${query}`)
  await page.locator("page-login input[name=email]").fill(buyer.email)
  await page.locator("page-login button.main").click()
  const article = page.getByRole("link", { name: story.product_title })
  // The prices paid last come after the prices.
  await page.getByRole("row", { name: story.product_title }).locator("td:nth-child(4) .small").waitFor({ state: "attached" })
  if (await stop("catalogue")) return
  await tap("catalogue", article)
  const pieces = page.locator("page-product input[name=quantity]")
  await pieces.fill(String(story.quantity))
  await leave(pieces)
  // The steps are those of so many pieces.
  await page.locator("page-product td", { hasText: /3\D?000/ }).first().waitFor()
  if (await stop("product", LONG)) return
  await page.locator("page-product button.main").click()
  await askButton(line).waitFor()
  if (await stop("cart")) return
  await tap("cart", askButton(line))
  await panel.locator("input[name=price]:focus").waitFor()
  await page.keyboard.type(String(story.target_unit_price))
  if (await stop("ask")) return
  await tap("ask", panel.locator("form button[type=submit]"))
  const accept = panel.locator(".option.best .button")
  await accept.waitFor()
  if (await stop("menu", LONG)) return
  if (refuse) {
    await panel.getByRole("button", { name: "Refuse" }).click()
    await panel.getByRole("button", { name: "Refuse the offer" }).click()
    await panel.getByText("Live", { exact: true }).waitFor()
    if (await stop("person", LONG)) return
  }
  await tap("menu", accept)
  await panel.locator(".good-note").waitFor()
  // The cart behind the sheet has it too.
  await line.getByText("$110 each").waitFor()
  if (await stop("agreed", LONG)) return
  await page.keyboard.press("Escape")
  await line.getByText("$110 each").waitFor()
  if (await stop("held", LONG)) return
  await line.locator("input.quantity").fill(String(story.quantity))
  await line.locator("input.quantity").press("Enter")
  await line.getByText("$120 each").waitFor()
  await leave(line.locator("input.quantity"))
  if (await stop("back", LONG)) return
  await tap("back", line.locator(".hint .button.soft"))
  await line.getByText("$110 each").waitFor()
  await page.locator("page-cart a.main").click()
  const place = page.locator("page-checkout button.main")
  await place.waitFor()
  await tap("checkout", place)
  await page.locator("page-order table").waitFor()
  await stop("order", LONG)
}

/** The buyer's agreements, after the story. */
export async function agreements({ page }) {
  await page.locator("nav a[href$=negotiations]").click()
  const list = page.locator("negotiation-list")
  await list.getByRole("tab").nth(1).click()
  await list.locator(".item .chip").first().waitFor()
}
