export { createPolicyWorkflow } from "./create-policy"
export { addPolicyVersionWorkflow } from "./add-policy-version"
export { movePolicyWorkflow } from "./move-policy"
export { simulatePolicy } from "./simulate"
