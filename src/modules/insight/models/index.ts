export { Purchase } from "./purchase"
export { Bookmark } from "./bookmark"
export { BehaviourEvent } from "./behaviour-event"
