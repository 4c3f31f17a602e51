import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { watchSubscribers } from "./background-work"
import { asAdmin, asBuyer, asGuest, cartWith, type Client, type Http } from "./client"
import { keepAsTemplate, startFromTemplate } from "./migrated-template"
import { createPeople, type People } from "./people"
import { createGround, type Article, type Ground } from "./shop"
import { stopTheClock } from "./stopped-clock"
import { createCosts, createPolicy } from "./terms"
import { openTruth, type Truth } from "./truth"

/** A running store with a shop in it, as a test uses it. Each test starts from the same database. */
export interface StoreTest {
  container(): MedusaContainer
  ground(): Ground
  people(): People
  /** Requests as Anna and Tom of Acme, as Ingrid and Marcus of Borealis, as a customer without a company, a guest and the merchant. */
  as: { anna(): Client; tom(): Client; ingrid(): Client; marcus(): Client; solo(): Client; guest(): Client; admin(): Client }
  /** The database, past the plugin's own mapping. */
  truth(): Truth
  /** Waits until everything that the store's events set off has ended. */
  quiet(): Promise<void>
  /** A cart in the United States with some lines. */
  cart(who: Client, lines: readonly { article: Article; quantity: number }[]): ReturnType<typeof cartWith>
}

/** How the store of a suite differs from the usual one. */
export interface StoreTestOptions {
  /** More to put into the database before the first test. */
  readonly prepare?: (store: { container: MedusaContainer; ground: Ground; people: People }) => Promise<void>
  /** Environment of the store. */
  readonly env?: Record<string, string>
  /** False leaves the golden policy out. */
  readonly policy?: boolean
}

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The store is up inside tests and hooks only")
  return value
}

/**
 * Runs tests against a whole store over HTTP: boots it once for the file (about 10 s), opens a shop with the golden
 * policy in it, and gives every test the same database. Files may run side by side: each has a database and a port of its own.
 * Jobs run where a test calls them, and at no other time; a test ends when what its events set off has ended.
 *
 * @example
 * storeTest(({ as, cart, ground, truth }) => {
 *   it("answers", async () => {
 *     const { id, items } = await cart(as.anna(), [{ article: ground().articles.cylinder, quantity: 2_000 }])
 *     const { status, data } = await as.anna().post("/store/price-requests", { cart_id: id, lines: [{ line_item_id: items[0].id, target_unit_price: 110 }] })
 *     expect(status).toBe(201)
 *     expect(await truth().row("negotiation", { id: data.negotiation.id })).toMatchObject({ status: "awaiting_buyer" })
 *   })
 * })
 */
export function storeTest(suite: (store: StoreTest) => void, options: StoreTestOptions = {}): void {
  const dbName = `negotiation-test-${randomUUID()}`
  medusaIntegrationTestRunner({
    inApp: true,
    dbName,
    env: options.env ?? {},
    hooks: {
      beforeServerStart: () => {
        stopTheClock()
        return startFromTemplate(dbName)
      },
    },
    testSuite: ({ api, getContainer, dbConfig }) => {
      let ground: Ground | undefined
      let people: People | undefined
      let truth: Truth | undefined
      let subscribersDone: (() => Promise<void>) | undefined
      const clients = new Map<string, Client>()
      const url = dbConfig.clientUrl

      beforeAll(async () => {
        // A store with another environment may have other tables.
        if (options.env === undefined) await keepAsTemplate(dbName)
        const container = getContainer()
        subscribersDone = watchSubscribers(container)
        ground = await createGround(container)
        people = await createPeople(container)
        await createCosts(container, ground.articles)
        if (options.policy !== false) await createPolicy(container)
        await options.prepare?.({ container, ground, people })
        const http = api as Http
        const buyers = { anna: people.acme.buyers[0], tom: people.acme.buyers[1], ingrid: people.borealis.buyers[0], marcus: people.borealis.buyers[1], solo: people.solo }
        for (const [name, person] of Object.entries(buyers)) clients.set(name, await asBuyer(http, ground, person))
        clients.set("guest", asGuest(http, ground))
        clients.set("admin", await asAdmin(http, people.admin))
        await subscribersDone()
      })
      // The database is made anew between tests, which ends every connection to it.
      beforeEach(async () => {
        truth = await openTruth(url)
      })
      afterEach(async () => {
        try {
          await subscribersDone?.()
        } finally {
          await truth?.close()
        }
      })

      const as = (name: string) => () => given(clients.get(name))
      suite({
        container: getContainer,
        ground: () => given(ground),
        people: () => given(people),
        as: { anna: as("anna"), tom: as("tom"), ingrid: as("ingrid"), marcus: as("marcus"), solo: as("solo"), guest: as("guest"), admin: as("admin") },
        truth: () => given(truth),
        quiet: () => given(subscribersDone)(),
        cart: (who, lines) => cartWith(who, given(ground).regions.usd, lines),
      })
    },
  })
}
