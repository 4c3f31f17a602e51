import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Something to tell on Medusa's event bus. */
export interface Told {
  readonly name: string
  readonly data: object
}

/** What a step keeps to take its messages back; null where there is nothing to take back. */
export type HeldBack = { readonly eventGroupId: string; readonly eventNames: string[] } | null

/**
 * Emits a workflow's messages; the event bus holds them back until the whole workflow has succeeded. For events whose names are
 * known only then, or of several names: `emitEventStep` takes one.
 * @returns what {@link dropGrouped} needs
 */
export async function emitGrouped(container: MedusaContainer, eventGroupId: string | undefined, told: readonly Told[]): Promise<HeldBack> {
  if (told.length === 0) return null
  const metadata = eventGroupId ? { eventGroupId } : {}
  await container.resolve(Modules.EVENT_BUS).emit(told.map((message) => ({ ...message, metadata })))
  return eventGroupId ? { eventGroupId, eventNames: [...new Set(told.map(({ name }) => name))] } : null
}

/** A step's compensation: its held-back messages are dropped. */
export async function dropGrouped(container: MedusaContainer, held: HeldBack | undefined): Promise<void> {
  if (held) await container.resolve(Modules.EVENT_BUS).clearGroupedEvents(held.eventGroupId, { eventNames: held.eventNames })
}
