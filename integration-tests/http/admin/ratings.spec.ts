import { metricsAnswerSchema, type RatingFigures } from "../../../src/contract"
import type { Client } from "../../setup/client"
import { storeTest } from "../../setup/store-test"
import { askFirst } from "../store/ask"

const DAY_MS = 86_400_000

storeTest(({ as, cart, ground }) => {
  const asked = async (who: Client) => (await askFirst(who, await cart(who, [{ article: ground().articles.cylinder, quantity: 300 }]), 110)).id
  const rate = (who: Client, negotiation_id: string, rating: number, comment?: string) =>
    who.post("/store/negotiation-events", { name: "feedback", negotiation_id, rating, ...(comment ? { comment } : {}) })
  const ratings = async (query = ""): Promise<RatingFigures> => metricsAnswerSchema.parse((await as.admin().get(`/admin/negotiation-metrics${query}`)).data).ratings
  const NOTHING = { count: 0, average: null, good_share: null, bad_share: null, counts: [0, 0, 0, 0, 0], remarks: [] }

  it("what buyers answer is in the merchant's figures: the last word of each, by segment and period", async () => {
    // Of the moment before anybody rated: midnight may come meanwhile.
    const dayBefore = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10)
    expect(await ratings()).toEqual(NOTHING)
    const [annas, toms, ingrids] = [await asked(as.anna()), await asked(as.tom()), await asked(as.ingrid())]
    await rate(as.anna(), annas, 2)
    await rate(as.anna(), annas, 5, "Quick, and fair")
    await rate(as.tom(), toms, 4)
    await rate(as.ingrid(), ingrids, 1, "Too many rounds")
    await as.anna().post("/store/negotiation-events", { name: "panel_opened", negotiation_id: annas })

    expect(await ratings()).toEqual({
      count: 3, average: 3.33, good_share: 0.6667, bad_share: 0.3333, counts: [1, 0, 0, 1, 1],
      remarks: [
        { at: expect.any(String), rating: 1, comment: "Too many rounds", negotiation_id: ingrids },
        { at: expect.any(String), rating: 5, comment: "Quick, and fair", negotiation_id: annas },
      ],
    })
    expect(await ratings("?segment=deal_optimiser")).toMatchObject({ count: 1, average: 1, good_share: 0, bad_share: 1 })
    expect(await ratings("?segment=volume_buyer&currency_code=eur")).toMatchObject({ count: 2, average: 4.5, counts: [0, 0, 0, 1, 1] })
    expect(await ratings(`?to=${dayBefore}`)).toEqual(NOTHING)
  })
})
