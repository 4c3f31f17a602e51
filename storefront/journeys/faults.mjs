import { createRequire } from "node:module"
import { untilStill } from "../../admin/lib/still.mjs"

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js")
/** WCAG 2.2 AA and what came before it; the size of what is tapped has to be asked for by name. */
const RULES = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  rules: { "target-size": { enabled: true } },
}
const SERIOUS = new Set(["serious", "critical"])

/** What axe finds that keeps somebody out, once everything that fades in has. */
export async function seriousFaults(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.addScriptTag({ path: AXE })
  // What is on its way is no fault.
  await untilStill(page)
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(globalThis.document, rules), RULES)
  return violations.filter(({ impact }) => SERIOUS.has(impact)).flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim() ?? ""}`))
}
