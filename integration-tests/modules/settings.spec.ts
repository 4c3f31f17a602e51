import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { DEFAULT_POLICY_TERMS } from "../../src/contract"
import { NEGOTIATION_MODULE } from "../../src/modules/negotiation"
import { seedCase, seedOffer, type Service } from "./query-data"

const TABLES = [
  "negotiation", "negotiation_offer", "negotiation_memory", "negotiation_event", "negotiation_company", "negotiation_cost",
  "negotiation_policy", "negotiation_policy_version",
] as const

moduleIntegrationTestRunner<Service>({
  moduleName: NEGOTIATION_MODULE,
  resolve: `${process.cwd()}/src/modules/negotiation`,
  testSuite: ({ service, MikroOrmWrapper }) => {
    /** Every row of the tables a setting may change, byte for byte. */
    async function everything(): Promise<Record<string, unknown[]>> {
      const manager = MikroOrmWrapper.forkManager()
      const read = async (table: string) =>
        [table, await manager.execute<unknown[]>(`SELECT to_jsonb(t) AS row FROM "${table}" t ORDER BY t.id`)] as const
      return Object.fromEntries(await Promise.all(TABLES.map(read)))
    }

    const policy = { actor_id: "user_1", name: "Gold", priority: 1, scope: { segments: [] }, terms: DEFAULT_POLICY_TERMS, note: null }
    const cost = { variant_id: "variant_1", currency_code: "usd", unit_cost: 5, valid_from: "2026-01-01T00:00:00.000Z" }
    const group = { actor_id: "user_1", group_name: "Acme" }

    async function company() {
      const { result } = await service.recordCompany({ ...group, body: { customer_group_id: "cusgroup_1", segment: "gold" } })
      return result
    }

    describe("every change of a setting can be taken back, to the byte", () => {
      async function takenBack(change: () => Promise<{ undo: Parameters<Service["revertSetting"]>[0] }>): Promise<void> {
        const before = await everything()
        const { undo } = await change()
        expect(await everything()).not.toEqual(before)
        await service.revertSetting(undo)
        expect(await everything()).toEqual(before)
      }

      it("a policy, a version, a move", async () => {
        await takenBack(() => service.recordPolicy(policy))
        const { result } = await service.recordPolicy(policy)
        const version = { actor_id: "user_1", policy_id: result.id, terms: { ...DEFAULT_POLICY_TERMS, rounds: 2 }, note: null }
        await takenBack(() => service.recordPolicyVersion(version))
        await takenBack(() => service.recordPolicyMove({ actor_id: "user_1", policy_id: result.id, status: "archived", note: null }))
      })

      it("costs, new and corrected in one body", async () => {
        await service.recordCosts({ actor_id: "user_1", costs: [cost] })
        const costs = [{ ...cost, unit_cost: 6 }, { ...cost, currency_code: "eur" }]
        await takenBack(() => service.recordCosts({ actor_id: "user_1", costs }))
      })

      it("a company, new and changed", async () => {
        await takenBack(() => service.recordCompany({ ...group, body: { customer_group_id: "cusgroup_2" } }))
        await company()
        await takenBack(() => service.recordCompany({ ...group, body: { customer_group_id: "cusgroup_1", opted_out: true, segment: "base" } }))
      })

      it("a fresh start: cases, offers and memory", async () => {
        const company_id = await company()
        const open = await seedCase(service, { company_id, status: "awaiting_buyer" })
        await seedCase(service, { company_id, status: "declined", closed: "2026-06-01T00:00:00Z" })
        await seedOffer(service, open.id)
        await service.createNegotiationMemories({
          company_id, negotiation_id: open.id, variant_id: "variant_0", region_id: "reg_1", currency_code: "usd", state: { rounds: 3 }, window_ends_at: new Date("2030-01-01T00:00:00Z"),
        })
        await takenBack(() => service.recordFreshStart({ actor_id: "user_1", company_id, note: "Again" }))
      })
    })

    it("starting afresh ends what is open and nothing else", async () => {
      const company_id = await company()
      const statuses = ["draft", "in_review", "awaiting_buyer", "agreed", "ordered", "declined", "withdrawn", "expired", "revoked"]
      const cases = new Map<string, string>()
      for (const status of statuses) cases.set((await seedCase(service, { company_id, status })).id, status)

      const { result } = await service.recordFreshStart({ actor_id: "user_1", company_id, note: "Again" })

      expect(result.ended.map(({ id }) => cases.get(id)).sort()).toEqual(["awaiting_buyer", "draft", "in_review"])
      for (const row of await service.listNegotiations({ company_id })) {
        const before = cases.get(row.id) ?? ""
        expect([before, row.status]).toEqual([before, result.ended.some(({ id }) => id === row.id) ? "withdrawn" : before])
      }
    })

    it("asking for a policy's standing as it is changes and tells nothing", async () => {
      const { result } = await service.recordPolicy(policy)
      const before = await everything()

      await service.recordPolicyMove({ actor_id: "user_1", policy_id: result.id, status: "active", note: null })

      expect(await everything()).toEqual(before)
    })
  },
})
