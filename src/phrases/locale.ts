/** Languages buyers are answered in. The first is the one for everybody else. */
export const LOCALES = ["en", "de", "fr", "es"] as const
/** One of {@link LOCALES}. */
export type Locale = (typeof LOCALES)[number]

const DEFAULT_LOCALE: Locale = LOCALES[0]

/** A language range of the header with its weight; null where it is no language range. */
function parseRange(part: string): { tag: string; weight: number } | null {
  const [tag = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase())
  if (!/^(\*|[a-z]{1,8}(-[a-z0-9]{1,8})*)$/.test(tag)) return null
  const quality = parameters.find((parameter) => parameter.startsWith("q="))
  const weight = quality === undefined ? 1 : Number(quality.slice(2))
  return weight > 0 && weight <= 1 ? { tag, weight } : null
}

/**
 * The language to answer in, from an `Accept-Language` header (RFC 9110, 12.5.4): the wanted language of the highest
 * weight that there are words for; among equals the first; English where there is none. Never fails on a broken header.
 */
export function pickLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .flatMap((part) => parseRange(part) ?? [])
    .sort((left, right) => right.weight - left.weight)
  for (const { tag } of wanted) {
    if (tag === "*") return DEFAULT_LOCALE
    const known = LOCALES.find((locale) => tag === locale || tag.startsWith(`${locale}-`))
    if (known !== undefined) return known
  }
  return DEFAULT_LOCALE
}
