export { saveCostsWorkflow } from "./save-costs"
