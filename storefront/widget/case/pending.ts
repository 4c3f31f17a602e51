import { newIdempotencyKey, type AcceptBody, type AskPersonBody, type CounterBody, type MessageBody, type NegotiationAnswer, type NegotiationClient, type PriceRequest, type RefuseBody, type WithdrawBody } from "../../client"
import { keep, recall } from "../base/storage"

/** Who comes back later than this no longer means what they tapped then, in milliseconds. */
const MEANT_FOR_MS = 5 * 60_000

/** Something a buyer does, with what goes with it. */
export type CaseCommand =
  | { readonly action: "ask"; readonly body: PriceRequest }
  | { readonly action: "counter"; readonly id: string; readonly body: CounterBody }
  | { readonly action: "accept"; readonly id: string; readonly body: AcceptBody }
  | { readonly action: "refuse"; readonly id: string; readonly body: RefuseBody }
  | { readonly action: "ask_person"; readonly id: string; readonly body: AskPersonBody }
  | { readonly action: "withdraw"; readonly id: string; readonly body: WithdrawBody }
  | { readonly action: "message"; readonly id: string; readonly body: MessageBody }

/** A command with its key: sent any number of times, it acts once. */
export interface Pending {
  readonly command: CaseCommand
  readonly key: string
  /** When it was tapped. */
  readonly at: number
  /** The buyer was told that it failed: it is theirs to do again. */
  readonly failed?: boolean
}

/** Sends a command. @throws NegotiationError */
export function send(client: NegotiationClient, { command, key: idempotencyKey }: Pending, signal: AbortSignal): Promise<NegotiationAnswer> {
  const options = { idempotencyKey, signal }
  const { negotiations, priceRequests } = client
  switch (command.action) {
    case "ask":
      return priceRequests.create(command.body, options)
    case "counter":
      return negotiations.counter(command.id, command.body, options)
    case "accept":
      return negotiations.accept(command.id, command.body, options)
    case "refuse":
      return negotiations.refuse(command.id, command.body, options)
    case "ask_person":
      return negotiations.askPerson(command.id, command.body, options)
    case "withdraw":
      return negotiations.withdraw(command.id, command.body, options)
    case "message":
      return negotiations.sendMessage(command.id, command.body, options)
  }
}

/** A command as it is about to be sent. What was sent before and may have arrived is the same again where it says the same: it keeps its key. */
export function pendingOf(command: CaseCommand, before: Pending | null): Pending {
  const same = JSON.stringify(before?.command) === JSON.stringify(command)
  return { command, key: before && same ? before.key : newIdempotencyKey(), at: Date.now() }
}

/** Notes a command before it is sent, so that a reload in the middle can finish it, and once more where it failed. */
export function noteDown(place: string, pending: Pending): void {
  keep(`pending:${place}`, pending)
}

/** The command that was on its way when the page went, or failed; null for none, and for one from so long ago that nobody waits for it. */
export function leftOver(place: string): Pending | null {
  const pending = recall<Pending>(`pending:${place}`)
  if (pending === null || Date.now() - pending.at <= MEANT_FOR_MS) return pending
  settle(place)
  return null
}

/** The command is answered. */
export function settle(place: string): void {
  keep(`pending:${place}`, null)
}
