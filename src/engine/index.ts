/**
 * The decision engine: what a price request is answered with. Pure; imports nothing outside this folder. README.md
 * tells how it is laid out.
 */
export * from "./types"
export { decide, routeFor, suggest } from "./case"
export { emptyMemory } from "./memory"
export {
  allocate,
  basisPoints,
  ceilTo,
  currencyGrid,
  fromUnits,
  lineTotal,
  money,
  mulDivCeil,
  mulDivFloor,
  nearestUnits,
  quantity,
  toUnits,
  unitPrice,
  withTax,
} from "./money"
export { checkPolicy, compilePolicy, policyWarnings, termsFor, type CompiledPolicy, type CompileResult, type PolicyProblem } from "./policy"
export { mayBeNegotiated, withinScope } from "./routing/eligibility"
export { breakEvenQuantity, coarseLineFloor, lineFloor, ownPriceAt, spreadRooms, spreadTotal } from "./price"
export { ladder } from "./volume"
