import { NegotiationError, type NegotiationClient, type WatchOptions } from "../../client"
import { CaseStore } from "../case/case-store"
import type { CaseCommand } from "../case/pending"
import type { NegotiationElement } from "../base/element"
import { caseOf, clientWith, openTab, until, type Answer, type Sent, type Tab } from "./tab"

const ACCEPT: CaseCommand = { action: "accept", id: "neg_1", body: { version: 1, offer_id: "o", option_id: "a" } }
const ASK: CaseCommand = { action: "ask", body: { cart_id: "cart_1", target_total: 100 } }
const WORDS: CaseCommand = { action: "message", id: "neg_1", body: { message: "Please call me" } }
const UNAUTHORIZED: Answer = [401, { type: "unauthorized", code: "unauthorized", message: "Log in" }]

let tab: Tab
let opened: CaseStore[]
/** What the store answers to commands and readings; it has no event stream. */
let answer: (sent: Sent) => Answer
let sent: Sent[]
let client: NegotiationClient
const commands = () => sent.filter(({ key }) => key !== null)
const keys = () => commands().map(({ key }) => key)

/** Opens a case, or the place of one to be asked for, in a panel of its own. */
function open(id: string | null, place = "cart_1:cart"): CaseStore {
  const made = clientWith((one) => (one.path.endsWith("/events") ? [404, {}] : answer(one)))
  ;({ sent, client } = made)
  const host = { api: client, addController: () => undefined, requestUpdate: () => undefined, tell: () => true } as unknown as NegotiationElement
  const store = new CaseStore(host)
  store.hostConnected()
  opened.push(store)
  store.open(place, id)
  return store
}

const reads = (one: Sent): Answer => (one.key === null ? [200, { negotiation: caseOf() }] : [200, { negotiation: caseOf({ status: "agreed", version: 2 }) }])
const offline = (one: Sent): Answer => (one.key === null ? reads(one) : null)

beforeEach(() => {
  tab = openTab()
  opened = []
  answer = reads
})
afterEach(() => opened.forEach((store) => store.hostDisconnected()))

describe("a command that failed before the buyer's eyes", () => {
  it("is not sent by itself when the panel is opened again, and with its key when it is tapped again", async () => {
    answer = offline
    const first = open("neg_1")
    await first.act(ACCEPT)
    expect(first.problem?.code).toBe("network_error")
    const [key] = keys()
    first.hostDisconnected()

    answer = reads
    const again = open("neg_1")
    await until(() => again.negotiation !== null)
    expect([commands(), again.problem]).toEqual([[], null])
    await again.act(ACCEPT)
    expect(keys()).toEqual([key])
  })

  it("is finished by itself where the page went before the answer came", async () => {
    let letGo: () => void = () => undefined
    const store = open("neg_1")
    answer = () => (letGo(), null)
    const left = new Promise<void>((resolve) => (letGo = () => (store.hostDisconnected(), resolve())))
    void store.act(ACCEPT)
    await left
    const [key] = keys()
    answer = reads
    const again = open("neg_1")
    await until(() => again.negotiation?.status === "agreed")
    expect(keys()).toEqual([key])
  })

  it("is never what another try of something else sends", async () => {
    answer = offline
    const first = open("neg_1")
    await first.act(ACCEPT)
    first.hostDisconnected()
    const again = open("neg_1")
    await until(() => again.negotiation !== null)
    expect(await again.tryAgain()).toBeNull()
    expect(commands()).toEqual([])
  })

  it("offers words again: they are sent with their key once the buyer says so", async () => {
    answer = offline
    const first = open("neg_1")
    await first.act(WORDS)
    const [key] = keys()
    first.hostDisconnected()
    answer = reads
    const again = open("neg_1")
    await until(() => again.negotiation !== null)
    expect([commands(), again.problem?.code]).toEqual([[], "network_error"])
    await again.tryAgain()
    expect(keys()).toEqual([key])
  })
})

describe("the same again", () => {
  it.each([["a request", ASK, null], ["words", WORDS, "neg_1"]] as const)("%s keeps its key, whichever button sends it", async (_name, command, id) => {
    answer = offline
    const store = open(id)
    await store.act(command)
    await store.act(command)
    await store.tryAgain()
    expect([new Set(keys()).size, keys().length]).toEqual([1, 3])
  })

  it("something else has a key of its own, and so has the same once it was answered", async () => {
    answer = offline
    const store = open("neg_1")
    await store.act(WORDS)
    await store.act({ ...WORDS, body: { message: "Or write to me" } })
    answer = reads
    await store.act(WORDS)
    await store.act(WORDS)
    expect(new Set(keys()).size).toBe(4)
  })
})

describe("a watch that ended", () => {
  const FORBIDDEN = new NegotiationError({ type: "not_allowed", code: "not_allowed", message: "No", status: 403 })
  let watches: WatchOptions[]
  /** Opens a case whose watch the test speaks for. */
  const watched = (): CaseStore => {
    watches = []
    const store = open(null)
    jest.spyOn(client.negotiations, "watch").mockImplementation((_id, options) => (watches.push(options), () => undefined))
    store.open("cart_1:cart", "neg_1")
    watches[0]?.onState?.("live")
    return store
  }
  const ended = (): CaseStore => {
    const store = watched()
    watches[0]?.onError?.(FORBIDDEN)
    return store
  }

  it("is not told as one that goes on", () => {
    const { connection, problem } = ended()
    expect([connection, problem]).toEqual([null, FORBIDDEN])
  })

  it.each([
    ["somebody looks at the tab again", () => Promise.resolve(tab.look())],
    ["a command succeeds", (store: CaseStore) => store.act(WORDS)],
  ] as const)("begins again when %s", async (_name, happens) => {
    const store = ended()
    await happens(store)
    expect([watches.length, store.problem]).toEqual([2, null])
  })

  it("one that goes on is left alone by both, and so is what is said of something else", async () => {
    const store = watched()
    answer = offline
    await store.act(WORDS)
    tab.look()
    expect(store.problem?.code).toBe("network_error")
    answer = reads
    await store.act(WORDS)
    expect([watches.length, store.connection]).toEqual([1, "live"])
  })
})

describe("without a login", () => {
  it("nothing of the case stays, nor what was kept in the tab; with one it is there again when somebody looks", async () => {
    const store = open("neg_1")
    await until(() => store.negotiation !== null)
    tab.kept.set("medusa-negotiation:draft:cart_1:cart", "{}")
    tab.kept.set("of the page", "its own")
    answer = () => UNAUTHORIZED
    await store.act(ACCEPT)
    expect([store.negotiation, store.problem?.status, store.busy]).toEqual([null, 401, null])
    expect([...tab.kept.keys()]).toEqual(["of the page"])
    answer = reads
    tab.look()
    await until(() => store.negotiation !== null)
    expect(await store.act(WORDS)).toBe(true)
  })
})
