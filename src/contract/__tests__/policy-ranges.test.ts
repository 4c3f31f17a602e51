import fs from "node:fs"
import path from "node:path"
import { z } from "zod"
import { DEFAULT_POLICY_TERMS, policyTermsSchema } from "../policy"

const PAGE = fs.readFileSync(path.join(__dirname, "../../../docs/guides/policies.md"), "utf8")

interface Shape {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly anyOf?: readonly Shape[]
}

const figure = (value: number) => value.toLocaleString("en-US")

/** A term's range in the words of the page; null for what is neither a number nor a choice. */
function rangeOf({ type, enum: words, minimum, maximum, anyOf }: Shape): string | null {
  if (words) return words.map((word) => `\`${word}\``).join(", ")
  if (anyOf) return anyOf.map((each) => (each.type === "null" ? "`null`" : rangeOf(each))).join(", or ")
  if ((type !== "number" && type !== "integer") || minimum === undefined) return null
  const bounded = maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER
  return `${bounded ? `${figure(minimum)} to ${figure(maximum)}` : `from ${figure(minimum)}`}${type === "integer" ? ", whole" : ""}`
}

function defaultOf(name: keyof typeof DEFAULT_POLICY_TERMS): string {
  const value = DEFAULT_POLICY_TERMS[name]
  return typeof value === "number" ? figure(value) : `\`${String(value)}\``
}

const shapes = Object.entries(z.toJSONSchema(policyTermsSchema, { io: "input" }).properties ?? {}) as [keyof typeof DEFAULT_POLICY_TERMS, Shape][]
const rows = shapes.flatMap(([name, shape]) => {
  const range = rangeOf(shape)
  return range === null ? [] : [[name, `| \`${name}\` | ${range} | ${defaultOf(name)} |`] as const]
})

it.each(rows)("docs/guides/policies.md says what the contract takes for %s, and the default", (_name, row) => {
  expect(PAGE).toContain(row)
})
