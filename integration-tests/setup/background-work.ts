import type { MedusaContainer, Subscriber } from "@medusajs/framework/types"
import { Modules, type AbstractEventBusModuleService } from "@medusajs/framework/utils"
import { until } from "./until"

/**
 * Keeps count of what the subscribers of a store under test are doing. They go on after the answer that set them off: an order is
 * counted, prices are brought up to date. What is left of it when the database is put back loses its connection in the middle, or
 * goes on in the next test's database; when the store is shut down, the shutdown waits a minute for it.
 *
 * @returns waits until none of them is at work. @throws Error where that never happens
 */
export function watchSubscribers(container: MedusaContainer): () => Promise<void> {
  const bus = container.resolve<AbstractEventBusModuleService>(Modules.EVENT_BUS)
  let running = 0
  const counted = (subscriber: Subscriber): Subscriber => async (event) => {
    running += 1
    try {
      await subscriber(event)
    } finally {
      running -= 1
    }
  }
  for (const [event, subscribers] of [...bus.eventToSubscribersMap]) {
    for (const { id, subscriber } of [...subscribers]) {
      bus.unsubscribe(event, subscriber, { subscriberId: id })
      bus.subscribe(event, counted(subscriber), { subscriberId: id })
    }
  }
  return async () => {
    // An event that was just emitted reaches its subscribers in this turn.
    await new Promise((resolve) => setImmediate(resolve))
    await until("the store's subscribers are done", () => running === 0)
  }
}
