/** Puts an article into the cart of the example page and waits until its line is there. @returns the line */
export async function addLine(page, variantId, quantity) {
  await page.locator("#add select").selectOption(variantId)
  await page.locator("#add input").fill(String(quantity))
  const title = await page.locator("#add select option:checked").textContent()
  await page.locator("#add button").click()
  const line = lineOf(page, title)
  await line.waitFor()
  return line
}

/** The line of an article in the cart, by the whole name: what stands in for an article is called almost as it is. */
export function lineOf(page, title) {
  return page.locator("negotiation-cart .line", { has: page.getByRole("heading", { name: title, exact: true }) })
}

/** Opens the form of a line and asks for a price. @returns the panel */
export async function ask(page, line, price) {
  await askButton(line).click()
  const panel = page.locator("negotiation-panel")
  await panel.locator("input[name=price]").fill(String(price))
  await panel.locator("form button[type=submit]").click()
  return panel
}

/** The tap that opens a line's form. */
export function askButton(line) {
  return line.locator(".about .button:not(.soft)")
}

/** Accepts the option whose card says something, and waits until it is agreed. */
export async function accept(panel, words) {
  await panel.locator(".option", { hasText: words }).getByRole("button", { name: "Accept" }).click()
  await panel.locator(".good-note").waitFor()
}

/** Goes from the cart to the checkout, chooses how it travels, and orders. @returns the page's order table */
export async function order(page, delivery = null, button = "Order on account") {
  await page.getByRole("link", { name: "To the checkout" }).click()
  const place = page.getByRole("button", { name: button })
  await place.waitFor()
  if (delivery !== null) await page.getByRole("radio", { name: delivery }).check()
  await place.click()
  await page.getByRole("heading", { name: /^Order no\. / }).waitFor()
  return page.getByRole("table")
}

/** The newest case of a company that a person is to decide. */
export async function caseInReview(admin, company) {
  const { companies } = await admin.get(`/admin/negotiation-companies?q=${encodeURIComponent(company)}`)
  const { negotiations } = await admin.get(`/admin/negotiations?status=in_review&company_id=${companies.find(({ name }) => name === company).id}&limit=1`)
  return (await admin.get(`/admin/negotiations/${negotiations[0].id}`)).negotiation
}
