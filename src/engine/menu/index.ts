export { composeMenu, type MenuLine } from "./compose"
export { metOption, restateStanding, type MetOption } from "./standing"
