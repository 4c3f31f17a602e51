import type { StoreConcession } from "../../client"
import { concessionWords } from "../base/concession-words"
import type { CartLine } from "../case/subject"
import { matchOf } from "../panel/agreed-cart"
import { learn, speechIn } from "../phrases"

const line = (variant_id: string, quantity: number, unit_price: number): CartLine => ({ id: variant_id, variant_id, title: "", detail: "", thumbnail: null, quantity, unit_price, compare_at_unit_price: null, ladder: null })
const agreed = (variant_id: string, min_quantity: number, unit_price: number) => ({ variant_id, title: "", min_quantity, unit_price, remaining_quantity: null, valid_until: null, commitment: null })
const AGREEMENT = { status: "active" as const, lines: [agreed("v1", 4_000, 110)] }
const cart = (...lines: CartLine[]) => ({ lines, completed: false })

it("says that a cart has the agreed price only where it has the quantity, and the price", () => {
  expect(matchOf(cart(line("v1", 4_000, 110)), AGREEMENT)).toBe("as_agreed")
  expect(matchOf(cart(line("v1", 5_000, 109)), AGREEMENT)).toBe("as_agreed")
  expect(matchOf(cart(line("v1", 2_000, 120)), AGREEMENT)).toBe("differs")
  expect(matchOf(cart(line("v1", 4_000, 120)), AGREEMENT)).toBe("differs")
  expect(matchOf(cart(line("v2", 4_000, 110)), AGREEMENT)).toBe("differs")
})

it("of an ordered cart, or an agreement that is over, nothing is said", () => {
  expect(matchOf({ lines: [], completed: true }, AGREEMENT)).toBe("unknown")
  expect(matchOf(cart(), { ...AGREEMENT, status: "expired" })).toBe("unknown")
})

const concession = (more: Partial<StoreConcession>): StoreConcession => ({
  id: "c", kind: "freight", on: "goods", percent: 1.25, amount: null, shipping_option_id: "so", payment_term: null, min_subtotal: null, max_quantity: null, ...more,
})

it("a concession says what it comes off, and what it hangs on by name", async () => {
  await learn("en")
  const speech = speechIn("en")
  const names = { deliveries: new Map([["so", "Consolidated freight"]]), terms: new Map([["prepay", 0], ["net10", 10]]) }
  const words = (more: Partial<StoreConcession>) => concessionWords(speech, "usd", concession(more), names)
  expect(words({})).toBe("1.25% off the goods, with Consolidated freight.")
  expect(words({ on: "freight", percent: 100 })).toBe("100% off the freight, with Consolidated freight.")
  expect(words({ kind: "payment_term", payment_term: "prepay" })).toBe("1.25% off the goods, paid before delivery.")
  expect(words({ kind: "payment_term", payment_term: "net10" })).toBe("1.25% off the goods, paid within 10 days.")
  expect(concessionWords(speech, "usd", concession({ kind: "payment_term", payment_term: "net1" }), { ...names, terms: new Map([["net1", 1]]) })).toBe("1.25% off the goods, paid within 1 day.")
  expect(words({ kind: "basket", percent: null, amount: 50, min_subtotal: 10_000 })).toBe("$50 off the goods from $10,000 of goods on.")
  expect(concessionWords(speech, "usd", concession({}))).toBe("1.25% off the goods, with the agreed delivery.")
})
