import path from "node:path"

/**
 * The bullets of the promise, in the order a reader meets them. A file belongs to the one its name begins with (`adjustments-kept`
 * to `adjustments`); an area that is not named here comes after them.
 */
const ORDER = ["quantity", "never-worse-off", "identity", "moments", "superseded", "promotions", "adjustments", "conceded-caps", "everywhere", "life", "hooks", "company-modules", "walk"]

const MARKS = { passed: "✓", failed: "✗" }
const HEAD = { area: "area", path: "path", expectation: "expectation", mark: "" }
const COLUMNS = Object.keys(HEAD)
/** A cell longer than this goes on in the next line. */
const WIDEST = { area: 20, path: 58, expectation: 64, mark: 1 }

const rank = (area) => {
  const at = ORDER.findIndex((bullet) => area === bullet || area.startsWith(`${bullet}-`))
  return at === -1 ? ORDER.length : at
}

function rowOf(area, { ancestorTitles, title, status }) {
  const [way, ...rest] = title.split(" → ")
  const where = ancestorTitles.filter((each) => each !== "")
  return { area, path: [...where, way.trim()].join(": "), expectation: rest.join(" → ").trim(), mark: MARKS[status] ?? "–" }
}

/**
 * What a jest report says of a matrix of tests: one row a test, its title read as "path → expectation".
 *
 * @param {{ testResults: { name: string, message?: string, status?: string, assertionResults: { ancestorTitles: string[], title: string, status: string }[] }[] } | null} report
 * @returns {{ area: string, path: string, expectation: string, mark: string }[]} a file that could not run is one failed row.
 */
export function matrixOf(report) {
  const rows = (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const area = path.basename(name).replace(/\.(spec|test)\.ts$/, "")
    if (assertionResults.length === 0 && status === "failed") return [{ area, path: "the file could not run", expectation: "", mark: MARKS.failed }]
    return assertionResults.map((result) => rowOf(area, result))
  })
  return rows.sort((a, b) => rank(a.area) - rank(b.area) || a.area.localeCompare(b.area))
}

/** Breaks a text into lines no longer than `width`, at spaces where there are any. */
function wrap(text, width) {
  const lines = [""]
  for (const word of text.split(" ")) {
    const joined = lines.at(-1) === "" ? word : `${lines.at(-1)} ${word}`
    if (joined.length <= width || lines.at(-1) === "") lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

/**
 * @param {{ area: string, path: string, expectation: string, mark: string }[]} rows
 * @returns {string} a table with aligned columns, readable in a terminal and as Markdown; empty where there is no row.
 */
export function renderMatrix(rows) {
  if (rows.length === 0) return ""
  const cells = [HEAD, ...rows].map((row) => Object.fromEntries(COLUMNS.map((column) => [column, wrap(row[column], WIDEST[column])])))
  const widths = Object.fromEntries(COLUMNS.map((column) => [column, Math.max(...cells.flatMap((row) => row[column].map((line) => line.length)))]))
  const lines = cells.flatMap((row) => {
    const height = Math.max(...COLUMNS.map((column) => row[column].length))
    return Array.from({ length: height }, (_, at) => `| ${COLUMNS.map((column) => (row[column][at] ?? "").padEnd(widths[column])).join(" | ")} |`)
  })
  const rule = `|${COLUMNS.map((column) => "-".repeat(widths[column] + 2)).join("|")}|`
  return [lines[0], rule, ...lines.slice(1)].join("\n")
}
