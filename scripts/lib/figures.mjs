import { say } from "./say.mjs"

/** @param {number} count @returns {string} pieces as a person writes them. */
export const pieces = (count) => count.toLocaleString("en-US")

/** @param {string} currency @returns {(amount: number) => string} writes amounts of that currency. */
export function moneyIn(currency) {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency: currency.toUpperCase() })
  return (amount) => format.format(amount)
}

/** Collects what came out as expected and what did not. */
export class Figures {
  #wrong = 0

  /**
   * Prints one figure and compares it.
   *
   * @param {string} what
   * @param {unknown} found
   * @param {unknown} expected
   * @param {(value: any) => string} [write] How a value is printed.
   */
  check(what, found, expected, write = String) {
    const right = found === expected
    if (!right) this.#wrong += 1
    say(`    ${right ? "✓" : "✗"} ${what}: ${found === undefined ? "nothing" : write(found)}${right ? "" : ` (expected ${write(expected)})`}`)
    return right
  }

  /** @returns {number} how many figures came out otherwise. */
  get wrong() {
    return this.#wrong
  }
}
