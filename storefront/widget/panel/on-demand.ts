/** What a buyer taps for, in a file of its own: until then nobody pays for it. */
export { assistantView } from "./assistant-view"
export { lacksGuide, learnGuide } from "./guide/words"
export { counterForm, personForm, refuseForm } from "./forms"
