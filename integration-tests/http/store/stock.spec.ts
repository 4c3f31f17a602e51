import { storeTest } from "../../setup/store-test"
import { agreedIn } from "../agreements/agreed"
import { askFirst } from "./ask"

storeTest((store) => {
  const { as } = store
  const { cartOf, linesOf, service, variant } = agreedIn(store)

  it("answers at once for an article whose stock is not counted: there is nothing to be in doubt about", async () => {
    const variant_id = await variant([{ currency_code: "usd", amount: 120 }])
    await service().createNegotiationCosts({ variant_id, currency_code: "usd", unit_cost: 80, valid_from: new Date("2026-01-01") })
    const id = await cartOf(as.anna(), variant_id, 2_000)
    const asked = await askFirst(as.anna(), { id, items: await linesOf(as.anna(), id) }, 110)
    expect([asked.status, asked.offer?.options[0]?.lines[0]?.quantity]).toEqual(["awaiting_buyer", 4_000])
  })
})
