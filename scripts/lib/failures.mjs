import path from "node:path"
import { stripVTControlCharacters } from "node:util"

/** Enough of a failure to know what broke; the whole stands further up in the output. */
const MOST_LINES = 40

// Colours are for terminals; this is read in the records of runs.
const shortened = (message) => stripVTControlCharacters(message).trim().split("\n").slice(0, MOST_LINES).join("\n")

/**
 * @typedef {object} Failure A test that failed, or a file that could not run.
 * @property {string} file Its file's name.
 * @property {string} title With the titles around it.
 * @property {string} message Why, shortened.
 */

/**
 * @param {{ testResults: { name: string, message?: string, status?: string, assertionResults: { ancestorTitles: string[], title: string, status: string, failureMessages?: string[] }[] }[] } | null} report Jest's; null where it left none.
 * @returns {Failure[]}
 */
export function failuresOfJest(report) {
  if (report === null) return [{ file: "jest", title: "left no report", message: "" }]
  return report.testResults.flatMap(({ name, status, message = "", assertionResults }) => {
    const file = path.basename(name)
    if (assertionResults.length === 0 && status === "failed") return [{ file, title: "could not run", message: shortened(message) }]
    return assertionResults
      .filter((each) => each.status === "failed")
      .map(({ ancestorTitles, title, failureMessages = [] }) => ({ file, title: [...ancestorTitles, title].join(" › "), message: shortened(failureMessages.join("\n")) }))
  })
}

/** @param {{ file: string, title: string, message: string }} failure As `journey-reporter.mjs` writes it. @returns {Failure} */
export function failureOfJourney({ file, title, message }) {
  return { file: path.basename(file), title, message: shortened(message) }
}

/**
 * The failures of a run once more at its end, where a record that keeps only the last lines still shows them.
 *
 * @param {Failure[]} failures
 * @returns {string} empty where nothing failed.
 */
export function renderFailures(failures) {
  return failures.map(({ file, title, message }) => [`✗ ${file}: ${title}`, ...(message === "" ? [] : message.split("\n").map((line) => `    ${line}`))].join("\n")).join("\n\n")
}
