/** What a buyer taps for, and what an agreement needs, in a file of its own: until then nobody pays for it. */
export { AgreedCart } from "./agreed-cart"
export { assistantView } from "./assistant-view"
export { counterForm, personForm, refuseForm } from "./forms"
