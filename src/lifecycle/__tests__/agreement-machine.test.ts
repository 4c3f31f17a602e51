import { AGREEMENT_STATUSES } from "../../contract"
import { AGREEMENT_MACHINE, statusesOf, transition, validateMachine } from ".."

describe("the agreement machine", () => {
  it("is sound and has exactly the contract's statuses", () => {
    expect(validateMachine(AGREEMENT_MACHINE)).toEqual([])
    expect(statusesOf(AGREEMENT_MACHINE)).toEqual([...AGREEMENT_STATUSES])
  })

  it.each([
    [null, "create", "active"],
    ["active", "order", "active"],
    ["active", "order", "used_up"],
    ["active", "lapse_agreement", "expired"],
    ["active", "revoke_agreement", "revoked"],
    ["active", "supersede", "superseded"],
    ["used_up", "give_back", "active"],
  ] as const)("%s --%s--> %s", (from, event, to) => {
    expect(transition(AGREEMENT_MACHINE, from, event, to)).toEqual({ ok: true, status: to, turn: null })
  })

  it.each(["expired", "revoked", "superseded"] as const)("%s gives its price never again", (status) => {
    expect(transition(AGREEMENT_MACHINE, status, "give_back")).toEqual({ ok: false, code: "already_ended" })
    expect(transition(AGREEMENT_MACHINE, status, "order", "active")).toEqual({ ok: false, code: "already_ended" })
  })

  it("used_up takes no order and can't be revoked", () => {
    expect(transition(AGREEMENT_MACHINE, "used_up", "order", "active")).toEqual({ ok: false, code: "not_allowed" })
    expect(transition(AGREEMENT_MACHINE, "used_up", "revoke_agreement")).toEqual({ ok: false, code: "already_ended" })
  })
})
