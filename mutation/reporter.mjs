import { appendFileSync, mkdirSync, rmSync } from "node:fs"
import path from "node:path"
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin"

const FILE = ".data/mutation-report/mutants.ndjson"

/** Writes each mutant down as soon as it is known, so that a run that is cut short still has a figure. */
class LinesReporter {
  onMutationTestingPlanReady() {
    mkdirSync(path.dirname(FILE), { recursive: true })
    rmSync(FILE, { force: true })
  }

  onMutantTested({ fileName, status, mutatorName, replacement, location }) {
    const { start, end } = location
    appendFileSync(FILE, `${JSON.stringify({ file: path.relative("", fileName), status, mutator: mutatorName, replacement, start, end })}\n`)
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, "lines", LinesReporter)]
