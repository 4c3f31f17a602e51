import type en from "../en"
import agreements from "./agreements"
import casePage from "./case"
import common from "./common"
import companies from "./companies"
import decision from "./decision"
import policies from "./policies"
import queue from "./queue"
import rules from "./rules"
import tracking from "./tracking"

/** German, complete: the type check fails where a word of the English ones is missing. */
const de: typeof en = { ...common, ...queue, ...casePage, ...decision, ...agreements, ...tracking, ...companies, ...policies, ...rules }

export default de
