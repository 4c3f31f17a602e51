import assert from "node:assert/strict"
import { createRequire } from "node:module"
import { describe, it } from "node:test"
import { agreedByRep } from "../lib/agreements.mjs"
import { freshReviewedCase } from "../lib/cases.mjs"
import { journeys } from "../lib/journey.mjs"
import { untilStill } from "../lib/still.mjs"

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js")
const NODES_TOLD = 3
const SERIOUS = new Set(["serious", "critical"])

/**
 * Parts of Medusa's own components that carry no name (2.21.2): the sorting button and row menus of its DataTable, the
 * icon in its search field, the cross of its drawers and modals; and the pale "(Optional)" of its form labels. They can't be
 * mended from outside.
 */
const MEDUSAS_OWN = ["button[aria-haspopup=menu]:not([aria-label])", "label + .text-ui-fg-muted", "[role=img].absolute", "[role=dialog] button:has(> svg):not([aria-label])"]

/** What axe finds on the part of the page that is the plugin's own; the dashboard's frame is not ours to judge. */
async function violations(page, root) {
  await page.waitForLoadState("networkidle")
  await page.addScriptTag({ path: AXE })
  await untilStill(page)
  const { violations: found } = await page.evaluate(
    ([include, exclude]) => globalThis.axe.run({ include, exclude: exclude.filter((selector) => globalThis.document.querySelector(selector)) }),
    [[root], MEDUSAS_OWN]
  )
  return found
    .filter(({ impact }) => SERIOUS.has(impact))
    .flatMap(({ id, nodes }) => nodes.slice(0, NODES_TOLD).map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`))
}

for (const colorScheme of ["light", "dark"]) {
  describe(`accessibility, ${colorScheme}`, () => {
    const { demo, withDashboard } = journeys()
    const look = { colorScheme }

    for (const [name, path, ready] of [
      ["queue", () => "/negotiations?view=all", "table"],
      ["case", (id) => `/negotiations/${id}`, "#negotiation-history"],
      ["tracking", () => "/negotiations/tracking", "table"],
      ["companies", () => "/negotiations/companies", "table"],
      ["policies", () => "/negotiations/policies", "table"],
      ["a new policy", () => "/negotiations/policies/create", "form"],
      ["costs", () => "/negotiations/costs", "table"],
    ]) {
      it(
        `${name}: nothing serious`,
        withDashboard(async ({ page, at }) => {
          const { negotiation } = name === "case" || name === "queue" ? await freshReviewedCase(demo, 24) : { negotiation: { id: "" } }
          await page.goto(at(path(negotiation.id)))
          await page.locator(`main ${ready}`).first().waitFor()
          assert.deepEqual(await violations(page, "main"), [])
        }, look)
      )
    }

    it(
      "agreements: nothing serious, in the list, on one's page and in the drawer that ends it",
      withDashboard(async ({ page, at }) => {
        const give = (line) => ({ max_orders: 3, concessions: [{ kind: "payment_term", payment_term: "prepay", percent: 1 }], line: { committed_quantity: line.quantity * 2 } })
        const { agreement } = await agreedByRep(demo, { product: 14, quantity: 200, off: 0.03, give })
        await page.goto(at("/negotiations/agreements"))
        await page.locator("main table").first().waitFor()
        assert.deepEqual(await violations(page, "main"), [])
        await page.goto(at(`/negotiations/agreements/${agreement.id}`))
        await page.getByRole("button", { name: "Revoke" }).waitFor()
        assert.deepEqual(await violations(page, "main"), [])
        await page.getByRole("button", { name: "Revoke" }).click()
        await page.getByRole("dialog").getByLabel("Note").waitFor()
        assert.deepEqual(await violations(page, "[role=dialog]"), [])
      }, look)
    )

    it(
      "a counter with everything granted: nothing serious",
      withDashboard(async ({ page, at }) => {
        const { negotiation } = await freshReviewedCase(demo, 25)
        await page.goto(at(`/negotiations/${negotiation.id}/counter`))
        const dialog = page.getByRole("dialog")
        for (const name of ["Add: for a delivery", "Add: for a way to pay", "Add: for the size of the cart"]) await dialog.getByRole("button", { name }).click()
        await dialog.getByLabel("Goods of at least (USD)").waitFor()
        assert.deepEqual(await violations(page, "[role=dialog]"), [])
      }, look)
    )

    for (const name of ["approve", "counter"]) {
      it(
        `${name}: nothing serious`,
        withDashboard(async ({ page, at }) => {
          const { negotiation } = await freshReviewedCase(demo, 25)
          await page.goto(at(`/negotiations/${negotiation.id}/${name}`))
          await page.getByRole("dialog").getByLabel("Note").waitFor()
          assert.deepEqual(await violations(page, "[role=dialog]"), [])
        }, look)
      )
    }
  })
}
