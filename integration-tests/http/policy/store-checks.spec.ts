import type { PolicyTerms } from "../../../src/contract"
import { storeTest } from "../../setup/store-test"
import { GOLDEN_TERMS } from "../../setup/terms"

const POLICIES = "/admin/negotiation-policies"

storeTest(({ as }) => {
  const post = (path: string, body: object) => as.admin().post(`${POLICIES}${path}`, body)
  const save = (terms: Partial<PolicyTerms>, segments: string[] = []) =>
    post("", { name: "Policy", priority: 2_000, scope: { segments }, terms: { ...GOLDEN_TERMS, ...terms } })
  const paying = (payment: Partial<PolicyTerms["levers"]["payment"]>): Partial<PolicyTerms> => ({
    levers: { ...GOLDEN_TERMS.levers, payment: { ...GOLDEN_TERMS.levers.payment, annual_rate: 0.08, bad_debt: 0.01, ...payment } },
  })
  const places = (answer: { status: number; data: { code?: string; details?: { problems?: { path: string }[] } } }) =>
    [answer.status, answer.data.code, answer.data.details?.problems?.map(({ path }) => path)]

  it("refuses payment terms by which nobody pays sooner, or that bring nothing: the store's invoices are due after 30 days", async () => {
    const terms = ["prepay", "net30"]
    expect(places(await save(paying({ terms, standard_days: 30 })))).toEqual([400, "policy_invalid", ["levers.payment.terms[1]"]])
    expect(places(await save(paying({ terms, standard_days: 60, annual_rate: 0 })))).toEqual([400, "policy_invalid", ["levers.payment.terms[1]"]])
    expect((await save(paying({ terms, standard_days: 31 }))).status).toBe(201)
  })

  it("refuses a way to ship that the store hasn't got", async () => {
    const refused = await save({ levers: { ...GOLDEN_TERMS.levers, freight: [{ shipping_option_id: "so_gone", gain: { usd: 100 }, transit_days: 10 }] } })
    expect(places(refused)).toEqual([400, "policy_invalid", ["levers.freight[0].shipping_option_id"]])
    expect(refused.data.details.problems[0].message).toMatch(/“so_gone” is no shipping option/)
  })

  it("takes what merely has no effect, and says so", async () => {
    const made = await save({ initiation: "threshold", volume_cap_factor: 1 })
    expect([made.status, made.data.warnings]).toEqual([201, [{ path: "initiation", message: expect.stringMatching(/volume_cap_factor/) }]])
  })

  it("tries no terms that saving would refuse: for the policy's segments, and in this store", async () => {
    const { policy } = (await save({}, ["gold"])).data
    const lines = [{ list_unit_price: 120, unit_cost: 80, quantity: 2_000, target_unit_price: 110 }]
    const tried = (terms: Partial<PolicyTerms>) => post(`/${policy.id}/simulate`, { terms: { ...GOLDEN_TERMS, ...terms }, lines })
    const tin = { strategies: [{ name: "Tin", segments: ["tin"], objective: "margin" as const, terms: {} }] }
    expect(places(await tried(tin))).toEqual([400, "policy_invalid", ["strategies[0].segments"]])
    expect(places(await tried(paying({ terms: ["net_never"], standard_days: 30 })))).toEqual([400, "policy_invalid", ["levers.payment.terms[0]"]])
    expect((await tried({ minimum_margin: 0.9 })).data.code).toBe("policy_invalid")
    expect((await tried({})).status).toBe(200)
  })
})
