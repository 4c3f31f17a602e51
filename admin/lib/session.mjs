import { DESKTOP } from "./browser.mjs"

/**
 * A logged-in dashboard in a browser context of its own.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {{ admin_url: string, admin: { email: string, password: string } }} demo
 * @param {{ viewport?: { width: number, height: number }, colorScheme?: "light" | "dark", language?: string }} [look]
 */
export async function openDashboard(browser, demo, { viewport = DESKTOP, colorScheme = "light", language = "en" } = {}) {
  const context = await browser.newContext({ viewport, colorScheme, locale: language, timezoneId: "UTC", reducedMotion: "reduce" })
  await context.addInitScript(
    ([theme, lng]) => {
      globalThis.localStorage.setItem("medusa_admin_theme", theme)
      globalThis.localStorage.setItem("lng", lng)
    },
    [colorScheme, language]
  )
  const page = await context.newPage()
  const errors = watchErrors(page)
  await logIn(page, demo)
  return { context, page, errors, at: (path) => demo.admin_url.replace(/\/$/, "") + path }
}

/** Logs in over the same route as the login page, so that the session cookie is the browser's own. */
async function logIn(page, demo) {
  const base = new URL(demo.admin_url).origin
  const { request } = page.context()
  const login = await request.post(`${base}/auth/user/emailpass`, { data: { email: demo.admin.email, password: demo.admin.password } })
  if (!login.ok()) throw new Error(`The admin login answered ${login.status()}`)
  const { token } = await login.json()
  const session = await request.post(`${base}/auth/session`, { headers: { authorization: `Bearer ${token}` } })
  if (!session.ok()) throw new Error(`The session answered ${session.status()}`)
}

/** Everything a page complains about: uncaught errors and console errors other than refused requests. */
function watchErrors(page) {
  const errors = []
  page.on("pageerror", (error) => errors.push(String(error)))
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) errors.push(message.text())
  })
  return errors
}
