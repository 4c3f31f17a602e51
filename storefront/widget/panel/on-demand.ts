/** What a buyer taps for, in a file of its own: until then nobody pays for it. */
export { assistantView } from "./assistant-view"
export { counterForm, personForm, refuseForm } from "./forms"
