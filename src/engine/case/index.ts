export { decide } from "./decide"
export { suggest } from "./suggest"
