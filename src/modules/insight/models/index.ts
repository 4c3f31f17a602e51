export { Purchase } from "./purchase"
export { Bookmark } from "./bookmark"
