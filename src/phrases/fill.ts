import type { Locale } from "./locale"
import type { CountedTemplate, Template } from "./phrasebook"

/**
 * Puts values into a template's placeholders, in one pass: braces inside a value (an article's title) stay what they are.
 *
 * @throws Error where the template names a value that is not given: a fault of this folder, never of a caller.
 */
export function fill(template: Template, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`No value for {${name}} in "${template}"`)
    return value
  })
}

/** The form of a counted sentence for `count`. Languages with more forms than two are not among ours. */
export function counted(locale: Locale, templates: CountedTemplate, count: number): Template {
  return new Intl.PluralRules(locale).select(count) === "one" ? templates.one : templates.other
}
