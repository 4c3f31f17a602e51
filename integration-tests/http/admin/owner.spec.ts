import { errorBodySchema } from "../../../src/contract"
import type { Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { createPolicy } from "../../setup/terms"
import { askFirst } from "../store/ask"

const COMPANIES = "/admin/negotiation-companies"

storeTest(({ as, cart, container, ground, people, truth }) => {
  const ownedBy = (owner_id: string | null, whose = people().acme) => as.admin().post(COMPANIES, { customer_group_id: whose.customer_group_id, owner_id })
  const ask = async (who: Client, price = 110) => askFirst(who, await cart(who, [{ article: ground().articles.cylinder, quantity: 2_000 }]), price)
  const toPerson = (who: Client, id: string) => who.post(`/store/negotiations/${id}/ask-person`, { version: 1 })
  const assignee = async (id: string) => (await truth().row("negotiation", { id }))["assigned_to"]

  it("a case that comes to a person is given to who looks after the company, and nobody else's is", async () => {
    const owner = people().admin.id
    expect((await ownedBy(owner)).status).toBe(200)
    const [hers, theirs] = [await ask(as.anna()), await ask(as.ingrid())]
    // The policy answers by itself: nobody has to look after that.
    expect(await assignee(hers.id)).toBeNull()
    for (const [who, id] of [[as.anna(), hers.id], [as.ingrid(), theirs.id]] as const) expect((await toPerson(who, id)).status).toBe(200)

    expect([await assignee(hers.id), await assignee(theirs.id)]).toEqual([owner, null])
    const { negotiation } = (await as.admin().get(`/admin/negotiations/${hers.id}`)).data
    expect(negotiation).toMatchObject({ assigned_to: owner })
    expect(negotiation.history.at(-1)).toMatchObject({ kind: "assigned", by: "system", status_after: "in_review" })
    expect(await truth().row("negotiation_event", { negotiation_id: hers.id, kind: "assigned" })).toMatchObject({ actor_type: "system", trace: { assigned_to: owner } })
    expect((await as.admin().get("/admin/negotiations?assigned_to=me")).data.negotiations.map(({ id }: { id: string }) => id)).toEqual([hers.id])
    const seen = await as.anna().get(`/store/negotiations/${hers.id}`)
    expect(JSON.stringify(seen.data)).not.toMatch(/assigned|owner/)
  })

  it("so is one that comes to a person at once; one that somebody took, or that was given back, stays as it is", async () => {
    await createPolicy(container(), { automatic_limit: { usd: 1 } }, [], 2_000)
    await ownedBy(people().admin.id)
    const hers = await ask(as.anna())
    expect([hers.status, await assignee(hers.id)]).toEqual(["in_review", people().admin.id])
    const assign = (assigned_to: string | null, version: number) => as.admin().post(`/admin/negotiations/${hers.id}/assign`, { version, assigned_to })
    expect((await assign(null, 1)).status).toBe(200)
    expect(await assignee(hers.id)).toBeNull()
    expect((await as.admin().post(`/admin/negotiations/${hers.id}/notes`, { note: "For anybody" })).status).toBe(200)
    expect(await assignee(hers.id)).toBeNull()
  })

  it("a company nobody looks after any more is everybody's again, and an owner has to be a user", async () => {
    await ownedBy(people().admin.id)
    const refused = await ownedBy("user_none")
    expect([refused.status, errorBodySchema.parse(refused.data)]).toMatchObject([400, { code: "invalid_data", details: { owner_id: "user_none" } }])
    expect((await as.admin().get(COMPANIES)).data.companies[0]).toMatchObject({ name: "Acme", owner_id: people().admin.id })
    await ownedBy(null)
    const hers = await ask(as.anna())
    await toPerson(as.anna(), hers.id)
    expect(await assignee(hers.id)).toBeNull()
  })
})
