import { defaultCurrencies } from "@medusajs/framework/utils"

const BY_CODE: Readonly<Record<string, { readonly decimal_digits: number }>> = defaultCurrencies

/**
 * Decimals of a currency, as Medusa fills its table of currencies with; of one it doesn't know, as the runtime's own tables have them. The two
 * differ: dinars of Serbia, drams and some others have none in Medusa. Never asked of the store: every request needs them.
 */
export function currencyDecimals(code: string): number {
  const known = BY_CODE[code.toUpperCase()]
  return known?.decimal_digits ?? new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions().maximumFractionDigits ?? 2
}
