import { type Machine, validateMachine } from ".."

type Light = "off" | "on" | "broken"
const lamp: Machine<Light, "plug" | "press" | "smash"> = {
  statuses: { off: { phase: "open", turn: null }, on: { phase: "in_force", turn: null }, broken: { phase: "ended", turn: null } },
  rows: [
    { from: null, event: "plug", to: ["off"], by: "seller" },
    { from: "off", event: "press", to: ["on"], by: "buyer" },
    { from: "on", event: "press", to: ["off"], by: "buyer" },
    { from: "on", event: "smash", to: ["broken"], by: "system" },
  ],
}
type Row = (typeof lamp.rows)[number]
const without = (event: string): Row[] => lamp.rows.filter((row) => row.event !== event)

describe("validating a machine", () => {
  it("finds nothing wrong with a sound one", () => expect(validateMachine(lamp)).toEqual([]))

  it.each<[string, Row[], string[]]>([
    ["a status nobody reaches and lives without an end", without("smash"), ["off can never end", "on can never end", "broken is never reached"]],
    ["a missing start", without("plug"), ["off is never reached", "on is never reached", "broken is never reached"]],
    ["a way out of an end", [...lamp.rows, { from: "broken", event: "plug", to: ["off"], by: "seller" }], ["broken has ended and can be left"]],
    ["an event with two rows", [...lamp.rows, { from: "on", event: "press", to: ["broken"], by: "buyer" }], ["on --press--> has two rows"]],
    ["an event with two actors", [...lamp.rows, { from: "off", event: "smash", to: ["broken"], by: "buyer" }], ["smash has two actors"]],
    ["an unknown status", [...lamp.rows, { from: "off", event: "smash", to: ["lost" as Light], by: "system" }], ["off --smash--> names the unknown status lost"]],
    ["a row to nowhere", [...lamp.rows, { from: "off", event: "smash", to: [] as never, by: "system" }], ["off --smash--> leads nowhere"]],
    ["a target named twice", [...lamp.rows, { from: "off", event: "smash", to: ["broken", "broken"], by: "system" }], ["off --smash--> names a target twice"]],
  ])("finds %s", (_what, rows, problems) => {
    expect(validateMachine({ ...lamp, rows })).toEqual(problems)
  })
})
