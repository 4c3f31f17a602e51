export { decide } from "./decide"
export { routeFor } from "./route-for"
export { suggest } from "./suggest"
