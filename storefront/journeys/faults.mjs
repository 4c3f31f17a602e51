import { createRequire } from "node:module"
import { untilStill } from "../../admin/lib/still.mjs"

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js")
const SERIOUS = new Set(["serious", "critical"])

/** What axe finds that keeps somebody out, once everything that fades in has. */
export async function seriousFaults(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.addScriptTag({ path: AXE })
  // What is on its way is no fault.
  await untilStill(page)
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  return violations.filter(({ impact }) => SERIOUS.has(impact)).flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`))
}
