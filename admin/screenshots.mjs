#!/usr/bin/env node
import fs from "node:fs"
import path from "node:path"
import { agreedByRep, flaggedAgreement } from "./lib/agreements.mjs"
import { ASKS, play } from "./lib/cases.mjs"
import { DESKTOP, NARROW, openBrowser } from "./lib/browser.mjs"
import { readDemo } from "./lib/demo.mjs"
import { openDashboard } from "./lib/session.mjs"
import { asAdmin } from "../scripts/lib/shop-client.mjs"

/**
 * `npm run screenshots [folder] [name…]`: looks at the dashboard of the running demo store in a real browser and writes what it
 * sees: queue, case, decisions and tracking, with data, empty and failing, light, dark, narrow and in German. The queue is
 * filled by the demo's buyers first where it is short of cases. Names pick single pictures. Ends with 1 where a page
 * complained in the console.
 */
const FOLDER = path.resolve(process.argv[2] ?? ".data/screenshots")
const WANTED = new Set(process.argv.slice(3))
const ENOUGH_CASES = 5
const PATIENCE_MS = 120_000
const TALLEST = 6_000

/** A route of the API that answers as if the store had nothing yet, or as if it were broken. */
const EMPTY_QUEUE = (page) => page.route(/\/admin\/negotiations\?/, (route) => route.fulfill({ json: { negotiations: [], count: 0, offset: 0, limit: 20 } }))
const EMPTY_AGREEMENTS = (page) => page.route(/\/admin\/negotiation-agreements\?/, (route) => route.fulfill({ json: { agreements: [], count: 0, offset: 0, limit: 20 } }))
const BROKEN = (page) => page.route(/\/admin\/negotiation(s\?|-metrics|-agreements)/, (route) => route.abort())

/** Fills in a counter with limits, a commitment and two concessions, as far as it can be seen. */
async function fillCounter(page) {
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("Pieces at most, in all").first().fill("5000")
  await dialog.getByLabel("Promised volume (pieces)").first().fill("3000")
  await dialog.getByRole("button", { name: "Add: for a delivery" }).click()
  await dialog.getByRole("combobox", { name: "Delivery" }).click()
  await page.getByRole("option").first().click()
  await dialog.getByLabel("Percent off").first().fill("2")
  await dialog.getByRole("button", { name: "Add: for the size of the cart" }).click()
}

/** Asks the engine what a policy's terms would answer. */
async function tryPolicy(page) {
  for (const [label, value] of [["Currency", "usd"], ["List price", "120"], ["Unit cost", "80"], ["Pieces", "2000"], ["Price asked", "110"]]) await page.getByLabel(label, { exact: true }).last().fill(value)
  await page.getByRole("button", { name: "Ask the engine" }).click()
  await page.getByText("How it was worked out").waitFor()
}

/** A policy whose numbers can't work, sent off. */
async function spoilPolicy(page) {
  await page.getByLabel("Largest volume proposed (times)").fill("0")
  await page.getByLabel("Minimum margin (%)").fill("140")
  await page.getByRole("button", { name: "Save as new version" }).click()
}

/** Opens the drawer in which an agreement is revoked. */
const openRevoke = (page) => page.getByRole("button", { name: "Revoke" }).click()

/** Every picture: where, how the page looks, what is done before, and whether the whole page is wanted. */
function pictures({ id, other, taxed, agreed, flagged, noticed, policy, fullest }) {
  const dark = { colorScheme: "dark" }
  const narrow = { viewport: NARROW }
  const german = { language: "de" }
  return [
    { name: "queue", path: "/negotiations" },
    { name: "queue-dark", path: "/negotiations", look: dark },
    { name: "queue-narrow", path: "/negotiations", look: narrow },
    { name: "queue-german", path: "/negotiations?view=all", look: german },
    { name: "queue-empty", path: "/negotiations", prepare: EMPTY_QUEUE },
    { name: "queue-error", path: "/negotiations", prepare: BROKEN, complains: true },
    { name: "case", path: `/negotiations/${id}`, whole: true },
    { name: "case-dark", path: `/negotiations/${id}`, look: dark, whole: true },
    { name: "case-narrow", path: `/negotiations/${id}`, look: narrow, whole: true },
    { name: "case-several-lines", path: `/negotiations/${other}`, look: german, whole: true },
    { name: "approve", path: `/negotiations/${id}/approve` },
    { name: "counter", path: `/negotiations/${id}/counter`, whole: true },
    { name: "counter-dark", path: `/negotiations/${id}/counter`, look: dark },
    { name: "counter-narrow", path: `/negotiations/${id}/counter`, look: narrow },
    { name: "decline-invalid", path: `/negotiations/${id}/decline`, then: (page) => page.getByRole("dialog").getByRole("button", { name: "Decline" }).click() },
    { name: "counter-filled", path: `/negotiations/${id}/counter`, then: fillCounter, whole: true },
    { name: "counter-with-tax", path: `/negotiations/${taxed}/counter`, look: german, whole: true },
    { name: "case-with-tax", path: `/negotiations/${taxed}`, whole: true },
    { name: "case-agreed", path: `/negotiations/${agreed.negotiation_id}`, whole: true },
    { name: "agreements", path: "/negotiations/agreements" },
    { name: "agreements-dark", path: "/negotiations/agreements?view=flagged", look: dark },
    { name: "agreements-narrow", path: "/negotiations/agreements", look: narrow },
    { name: "agreements-german", path: "/negotiations/agreements?view=all", look: german },
    { name: "agreements-empty", path: "/negotiations/agreements", prepare: EMPTY_AGREEMENTS },
    { name: "agreements-error", path: "/negotiations/agreements", prepare: BROKEN, complains: true },
    { name: "agreement", path: `/negotiations/agreements/${agreed.id}`, whole: true },
    { name: "agreement-flagged", path: `/negotiations/agreements/${flagged.id}`, whole: true },
    { name: "agreement-dark", path: `/negotiations/agreements/${flagged.id}`, look: dark, whole: true },
    { name: "agreement-narrow", path: `/negotiations/agreements/${flagged.id}`, look: narrow, whole: true },
    { name: "agreement-german", path: `/negotiations/agreements/${noticed.id}`, look: german, whole: true },
    { name: "agreement-missing", path: "/negotiations/agreements/nagr_none" },
    { name: "agreement-error", path: `/negotiations/agreements/${agreed.id}`, prepare: BROKEN, complains: true },
    { name: "revoke", path: `/negotiations/agreements/${agreed.id}`, then: openRevoke },
    { name: "revoke-narrow", path: `/negotiations/agreements/${agreed.id}`, look: narrow, then: openRevoke },
    { name: "company", path: "/negotiations/companies", then: openFirstCompany },
    { name: "policy", path: `/negotiations/policies/${policy}`, whole: true },
    { name: "policy-dark", path: `/negotiations/policies/${policy}`, look: dark, whole: true },
    { name: "policy-narrow", path: `/negotiations/policies/${policy}`, look: narrow, whole: true },
    { name: "policy-german", path: `/negotiations/policies/${policy}`, look: german, whole: true },
    { name: "policy-tried", path: `/negotiations/policies/${policy}`, then: tryPolicy, whole: true },
    { name: "policy-invalid", path: `/negotiations/policies/${policy}`, then: spoilPolicy, whole: true },
    { name: "policy-with-rules", path: `/negotiations/policies/${fullest}`, whole: true },
    { name: "policy-with-rules-narrow", path: `/negotiations/policies/${fullest}`, look: narrow, whole: true },
    { name: "policy-missing", path: "/negotiations/policies/npol_none" },
    { name: "tracking", path: "/negotiations/tracking", whole: true },
    { name: "tracking-dark", path: "/negotiations/tracking", look: dark, then: (page) => page.getByRole("button", { name: /^Automatic share/ }).click() },
    { name: "tracking-narrow", path: "/negotiations/tracking", look: narrow, whole: true },
    { name: "tracking-empty", path: "/negotiations/tracking?segment=nobody" },
    { name: "tracking-error", path: "/negotiations/tracking", prepare: BROKEN, complains: true },
    { name: "companies", path: "/negotiations/companies" },
    { name: "policies", path: "/negotiations/policies" },
    { name: "policy-new", path: "/negotiations/policies/create", look: dark, whole: true },
    { name: "costs", path: "/negotiations/costs" },
  ]
}

/** Makes sure that there is something to look at: a case with a competitor's offer, and one with several lines. */
async function cases(demo) {
  const admin = await asAdmin(demo)
  const waiting = async () => (await admin.get("/admin/negotiations?status=in_review&limit=100")).negotiations
  if ((await waiting()).length < ENOUGH_CASES) {
    for (const ask of ASKS) await play(demo, ask).catch((error) => console.warn(`  ${ask.who}: ${error.message}`))
  }
  const rows = await waiting()
  if (rows.length === 0) throw new Error("No case waits for a person: start afresh with the demo's companies and try again.")
  const full = await Promise.all(rows.map(({ id }) => admin.get(`/admin/negotiations/${id}`)))
  const telling = ({ lines, suggestion, offer }) => [suggestion, offer, lines.some((line) => line.competing_offer) || null].filter((fact) => fact !== null).length
  const [best] = full.map(({ negotiation }) => negotiation).sort((a, b) => telling(b) - telling(a))
  const several = rows.find((row) => row.line_count > 1)
  const taxed = full.find(({ negotiation }) => negotiation.is_tax_inclusive)?.negotiation ?? (await play(demo, { who: "mette.sommer", lines: [[15, 500, 0.1]], then: null }, { country: "de" }))
  const { policies } = await admin.get("/admin/negotiation-policies?status=active")
  const rules = ({ terms }) => JSON.stringify(terms).length
  const [fullest] = [...policies].sort((a, b) => rules(b) - rules(a))
  return { id: best.id, other: several?.id ?? rows[0].id, taxed: taxed.id, policy: policies[0].id, fullest: fullest.id }
}

/** Opens the settings of the first company of the list. */
async function openFirstCompany(page) {
  await page.getByRole("row").nth(1).getByRole("button").click()
  await page.getByRole("menuitem", { name: "Edit settings" }).click()
}

/** Makes sure that there are agreements of every kind to look at: plain, flagged, and with a notice given. */
async function agreements(demo) {
  const admin = await asAdmin(demo)
  const list = async (query) => (await admin.get(`/admin/negotiation-agreements?${query}`)).agreements
  const [options] = await Promise.all([admin.get("/admin/shipping-options?limit=1")])
  const freight = { kind: "freight", shipping_option_id: options.shipping_options[0].id, percent: 1.5 }
  const promise = (line) => ({ max_orders: 5, agreement_days: 180, concessions: [freight, { kind: "payment_term", payment_term: "prepay", percent: 1 }], line: { max_quantity: line.quantity * 10, committed_quantity: line.quantity * 6 } })
  const found = await list("status=active&limit=100")
  const agreed = found.find(({ concessions }) => concessions.length > 0) ?? (await agreedByRep(demo, { product: 12, quantity: 600, off: 0.03, give: promise })).agreement
  const flagged = (await list("flagged=true"))[0] ?? (await flaggedAgreement(demo, { product: 13, quantity: 300, give: (line) => ({ line: { committed_quantity: line.quantity * 3 } }) })).agreement
  let noticed = found.find(({ ends_at }) => ends_at !== null)
  if (!noticed) {
    noticed = (await agreedByRep(demo, { product: 14, quantity: 200 })).agreement
    await admin.post(`/admin/negotiation-agreements/${noticed.id}/revoke`, { note: "Steel went up by a fifth.", reason_code: "margin_too_low", notice_days: 10 })
  }
  return { agreed, flagged, noticed }
}

/** Loaded: headings are there, nothing loads any more, no skeleton is left. */
async function settled(page) {
  await page.locator("main h1, main [role=alert], [role=dialog]").first().waitFor()
  await page.waitForLoadState("networkidle")
  await page.locator("main [role=status], main .animate-pulse").first().waitFor({ state: "detached" })
  await page.evaluate(() => globalThis.document.fonts.ready)
}

/** Makes the window as tall as what scrolls inside it: the dashboard's page itself never grows. */
async function showWhole(page, { width, height }) {
  const needed = await page.evaluate(() => Math.max(...[...globalThis.document.querySelectorAll("main, main *, [role=dialog] *")].map((each) => each.scrollHeight - each.clientHeight)))
  await page.setViewportSize({ width, height: Math.min(TALLEST, height + Math.max(0, needed)) })
}

async function take(browser, demo, picture) {
  const viewport = picture.look?.viewport ?? DESKTOP
  const { context, page, errors, at } = await openDashboard(browser, demo, picture.look)
  page.setDefaultTimeout(PATIENCE_MS)
  await picture.prepare?.(page)
  await page.goto(at(picture.path), { waitUntil: "commit" })
  await settled(page)
  await picture.then?.(page)
  if (picture.whole) await showWhole(page, viewport)
  await page.screenshot({ path: path.join(FOLDER, `${picture.name}.png`), animations: "disabled" })
  await context.close()
  const complaints = picture.complains ? [] : errors
  console.log(`${complaints.length === 0 ? "✓" : "✗"} ${picture.name}${complaints.map((each) => `\n    ${each}`).join("")}`)
  return complaints.length
}

const demo = readDemo()
fs.mkdirSync(FOLDER, { recursive: true })
const browser = await openBrowser()
try {
  let complaints = 0
  const all = pictures({ ...(await cases(demo)), ...(await agreements(demo)) })
  for (const picture of all.filter(({ name }) => WANTED.size === 0 || WANTED.has(name))) complaints += await take(browser, demo, picture)
  console.log(`The pictures are in ${FOLDER}`)
  process.exitCode = complaints === 0 ? 0 : 1
} finally {
  await browser.close()
}
