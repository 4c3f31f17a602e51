import agreements from "./agreements"
import casePage from "./case"
import common from "./common"
import companies from "./companies"
import decision from "./decision"
import policies from "./policies"
import queue from "./queue"
import rules from "./rules"
import tracking from "./tracking"

/** English: the words every other language is measured by. */
const en = { ...common, ...queue, ...casePage, ...decision, ...agreements, ...tracking, ...companies, ...policies, ...rules }

export default en
