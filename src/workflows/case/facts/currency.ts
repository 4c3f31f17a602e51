/** Decimals of a currency, as the runtime's own tables have them. */
export function currencyDecimals(code: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions().maximumFractionDigits ?? 2
}
