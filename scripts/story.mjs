#!/usr/bin/env node
import { readDemo } from "./lib/demo-file.mjs"
import { Figures, moneyIn, pieces } from "./lib/figures.mjs"
import { Sentence, say } from "./lib/say.mjs"
import { readSettings } from "./lib/settings.mjs"
import { asAdmin, asBuyer, asGuest, cartWith, startAfresh } from "./lib/shop-client.mjs"

/**
 * `npm run story`: plays the story over HTTP against the running store and prints it as a conversation. It can be
 * played again and again: the merchant starts afresh with the story's company first.
 */
async function play(demo) {
  const { story, region_id } = demo
  const money = moneyIn(demo.currency_code)
  const figures = new Figures()
  const buyer = demo.buyers.find(({ email }) => email === story.buyer_email)
  const stranger = demo.buyers.find(({ company }) => company !== buyer.company)
  const agreedQuantity = story.quantity + story.expected_extra_quantity

  await startAfresh(await asAdmin(demo), buyer.company, "The demo story is played again.")
  const anna = await asBuyer(demo, buyer)

  say(`${buyer.email} of ${buyer.company} logs in and puts ${pieces(story.quantity)} × ${story.product_title} into the cart.`)
  const cart = await cartWith(anna, region_id, story.variant_id, story.quantity)
  const [line] = cart.items
  figures.check("the price each", line.unit_price, story.list_unit_price, money)

  say(`\nBuyer   A competitor offers it at ${money(story.target_unit_price)}. Can you do that for ${pieces(story.quantity)}?`)
  const asked = Date.now()
  const { negotiation } = await anna.post("/store/price-requests", {
    cart_id: cart.id,
    lines: [
      {
        line_item_id: line.id,
        target_unit_price: story.target_unit_price,
        competing_offer: { competitor: "Harbour Hydraulics", unit_price: story.target_unit_price, quantity: story.quantity },
      },
    ],
  })
  const options = negotiation.offer?.options ?? []
  const volume = options.find(({ kind }) => kind === "volume")
  say(`Store   ${volume?.headline ?? "(no volume option)"}   (answered in ${Date.now() - asked} ms; the offer stands until ${negotiation.offer?.expires_at?.slice(0, 10) ?? "–"})`)
  options.forEach(({ headline, lines, saving_total, conditions }, index) => {
    const deal = lines.map(({ quantity, unit_price }) => `${pieces(quantity)} × ${money(unit_price)}`).join(", ")
    say(`        ${index + 1}. ${headline}: ${deal}, saves ${money(saving_total)}`)
    for (const condition of conditions) say(`           ${condition}`)
  })
  figures.check("the answer", negotiation.status, "awaiting_buyer")
  figures.check("more pieces for that price", volume && volume.lines[0].quantity - story.quantity, story.expected_extra_quantity, pieces)
  figures.check("the price they support", volume?.lines[0].unit_price, story.target_unit_price, money)
  if (volume === undefined) return figures.wrong

  say(`\nBuyer   Agreed: ${pieces(agreedQuantity)} at ${money(story.target_unit_price)}.`)
  const accepted = await anna.post(`/store/negotiations/${negotiation.id}/accept`, { version: negotiation.version, offer_id: negotiation.offer.id, option_id: volume.id })
  figures.check("the case", accepted.negotiation.status, "agreed")

  const inCart = (await anna.get(`/store/carts/${cart.id}`)).cart
  say(`Cart    ${pieces(inCart.items[0].quantity)} × ${money(inCart.items[0].unit_price)} = ${money(inCart.item_subtotal)}`)
  figures.check("pieces in the cart", inCart.items[0].quantity, agreedQuantity, pieces)
  figures.check("the price each", inCart.items[0].unit_price, story.target_unit_price, money)

  const at = async (quantity) => (await anna.post(`/store/carts/${cart.id}/line-items/${inCart.items[0].id}`, { quantity })).cart.items[0].unit_price
  say(`\nBuyer   … and with ${pieces(story.quantity)} only? (sets the quantity)`)
  figures.check(`the price each at ${pieces(story.quantity)}`, await at(story.quantity), story.list_unit_price, money)
  say(`Buyer   Back to ${pieces(agreedQuantity)}, then.`)
  figures.check(`the price each at ${pieces(agreedQuantity)}`, await at(agreedQuantity), story.target_unit_price, money)

  say(`\nThe price is ${buyer.company}'s alone:`)
  const others = { [`${stranger.email} of ${stranger.company} pays`]: await asBuyer(demo, stranger), "a guest pays": asGuest(demo) }
  for (const [who, client] of Object.entries(others)) {
    figures.check(who, (await cartWith(client, region_id, story.variant_id, agreedQuantity)).items[0].unit_price, story.list_unit_price, money)
  }
  return figures.wrong
}

try {
  const wrong = await play(readDemo(readSettings(process.env).dataDir))
  say(wrong === 0 ? "\nEverything came out as the story tells it." : `\n${wrong} of the figures came out otherwise.`)
  process.exitCode = wrong === 0 ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Sentence ? error.message : error.stack}\n`)
  process.exitCode = 1
}
