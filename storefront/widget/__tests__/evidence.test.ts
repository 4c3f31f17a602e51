import type { NegotiationError } from "../../client"
import { Evidence } from "../panel/evidence"
import { Messages, type MessagesHost } from "../panel/messages"
import type { CaseCommand } from "../case/pending"
import { caseOf, clientWith, openTab, until, type Answer } from "./tab"

const FILE = new File(["%PDF"], "offer.pdf")
const KEPT: Answer = [200, { file: { id: "file_1" } }]
const REFUSED: Answer = [400, { type: "invalid_data", code: "file_type", message: "No" }]
const fieldWith = (...files: File[]) => ({ files: files as unknown as FileList, value: "C:\\fakepath\\offer.pdf" })

let answer: Answer
/** What was known of the ask's file whenever the panel was drawn. */
const drawn: Evidence["state"][] = []
const failures: { error: unknown; again: () => void }[] = []

function evidence() {
  const { client, sent } = clientWith(() => answer)
  const host = { api: client, requestUpdate: () => void drawn.push(files.state), failed: (error: unknown, again: () => void) => void failures.push({ error, again }) }
  const files = new Evidence(host)
  return { host, files, sent }
}

beforeEach(() => {
  openTab()
  failures.length = drawn.length = 0
  answer = KEPT
})

describe("a file that goes with an ask", () => {
  it("that got lost is still to be sent, and sent again before anything is asked, or when the buyer says so", async () => {
    answer = null
    const { files } = evidence()
    files.choose(fieldWith(FILE))
    expect(await files.arrived()).toBe(false)
    expect([files.state, await files.arrived()]).toEqual(["failed", false])
    answer = KEPT
    failures.at(-1)?.again()
    await until(() => files.state === "kept")
    expect([files.id, await files.arrived(), drawn.at(-1)]).toEqual(["file_1", true, "kept"])
  })

  it("is sent again by the ask itself", async () => {
    answer = null
    const { files } = evidence()
    files.choose(fieldWith(FILE))
    await until(() => files.state === "failed")
    answer = KEPT
    expect(await files.arrived()).toBe(true)
  })

  it("that is not taken does not stand in its field as if it went along", async () => {
    answer = REFUSED
    const { files } = evidence()
    const field = fieldWith(FILE)
    files.choose(field)
    expect(await files.arrived()).toBe(false)
    expect([files.state, field.value, (failures[0]?.error as NegotiationError).code]).toEqual(["none", "", "file_type"])
  })

  it("is sent once however often it is chosen, and forgotten when it is taken back", async () => {
    const { files, sent } = evidence()
    files.choose(fieldWith(FILE))
    expect(await files.arrived()).toBe(true)
    files.choose(fieldWith())
    expect([files.state, files.id]).toEqual(["none", null])
    files.choose(fieldWith(FILE))
    expect([await files.arrived(), sent.length]).toEqual([true, 1])
  })
})

describe("a message with a file", () => {
  function messages() {
    const { host, files, sent } = evidence()
    const acted: CaseCommand[] = []
    const store = { negotiation: caseOf(), busy: null } as unknown as MessagesHost["store"]
    const made = new Messages({ ...host, store, evidence: files, act: (command) => void acted.push(command) })
    return { made, store, files, acted, sent }
  }

  it("is on its way as one: a second tap does nothing, and nothing else is done meanwhile", async () => {
    const { made, store, files, acted, sent } = messages()
    made.write("The plan", FILE, () => undefined)
    expect([store.busy, files.busy]).toEqual(["message", true])
    made.write("The plan", FILE, () => undefined)
    await until(() => acted.length > 0)
    expect([sent.length, store.busy, files.busy]).toEqual([1, null, false])
    expect(acted).toEqual([{ action: "message", id: "neg_1", body: { message: "The plan", file_ids: ["file_1"] } }])
  })

  it("whose file got lost is sent whole once the buyer says so", async () => {
    answer = null
    const { made, store, acted } = messages()
    made.write("The plan", FILE, () => undefined)
    await until(() => failures.length > 0)
    expect([acted, store.busy]).toEqual([[], null])
    answer = KEPT
    failures[0]?.again()
    await until(() => acted.length > 0)
    expect(acted[0]).toMatchObject({ body: { message: "The plan", file_ids: ["file_1"] } })
  })

  it("written about a case that was left meanwhile is not sent to the next", async () => {
    const { made, store, files, acted } = messages()
    made.write("The plan", FILE, () => undefined)
    made.forget()
    store.busy = "accept"
    await until(() => !files.busy)
    await files.send(FILE)
    expect([acted, store.busy]).toEqual([[], "accept"])
  })
})
