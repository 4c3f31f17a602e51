/**
 * The dashboard's language code as `Intl` wants it: `enGB` → `en-GB`, `ptBR` → `pt-BR`. A code `Intl` doesn't know
 * becomes English, so that a language file somebody named freely can't break a page.
 */
export function toIntlLocale(language: string | undefined): string {
  const code = (language ?? "en").replace(/([a-z])([A-Z])/g, "$1-$2")
  try {
    return Intl.getCanonicalLocales(code)[0] ?? "en"
  } catch {
    return "en"
  }
}
