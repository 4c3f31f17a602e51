const { default: Sequencer } = require("@jest/test-sequencer")

/** Files that take minutes. Jest knows how long a file took only where it ran before, and goes by its size in a fresh clone. */
const LONG = ["walk.spec.ts"]

/** Starts long files first, so that the other worker is not idle while the last one runs. */
module.exports = class extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONG.some((name) => path.endsWith(name))
    const sorted = super.sort(tests)
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))]
  }
}
