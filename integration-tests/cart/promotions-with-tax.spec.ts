import { prepareCheckout } from "../setup/checkout"
import { storeTest } from "../setup/store-test"
import { createPolicy } from "../setup/terms"
import { concededIn } from "./conceded"

storeTest((store) => {
  const { as, container, ground, people } = store
  const { cartNow, concede, place, promotion, service, variant } = concededIn(store)
  const cents = (amount: number) => Math.round(amount * 100) / 100

  // 100 at 132 with 20% tax, 144 normally; a cost of 80 makes a floor of 94.12 net; the next eighth of 120 above it is 105, 126 with tax.
  it.each([["none", 20, 13_200], ["best", 20, 11_520], ["best", 5, 13_200], ["floor", 4, 12_672], ["floor", 20, 12_600]] as const)(
    "%s, %d%% off, prices with tax → the same rule in the buyer's own terms, net and tax adding up; on the order as on the cart",
    async (stacking, value, gross) => {
      const pounds = await variant([{ currency_code: "gbp", amount: 144 }])
      await service().createNegotiationCosts([{ variant_id: pounds, currency_code: "gbp", unit_cost: 80, valid_from: new Date("2026-01-01") }])
      const { id: policy_id } = await createPolicy(container())
      await concede({ lines: [{ variant_id: pounds, min_quantity: 100, unit_price: 132 }], currency: "gbp", is_tax_inclusive: true, stacking, policy_id })
      await promotion({ code: "OFF", value, currency_code: "gbp" })
      const { cart } = (await as.anna().post("/store/carts", { region_id: ground().regions.gbp, items: [{ variant_id: pounds, quantity: 100 }] })).data
      await as.anna().post(`/store/carts/${cart.id}/promotions`, { promo_codes: ["OFF"] })
      await prepareCheckout(as.anna(), ground(), cart.id, people().acme.buyers[0].email, "gbp")
      const shown = await cartNow(as.anna(), cart.id)
      const { data } = await place(as.anna(), cart.id)
      const taxed = (whole: any) => [cents(whole.item_total), cents(whole.item_total - whole.item_tax_total), cents(whole.total)]
      expect([data.type, taxed(shown)]).toEqual(["order", [gross, cents(gross / 1.2), gross + 48]])
      expect(taxed(data.order)).toEqual(taxed(shown))
    }
  )
})
