export * from "./ladder"
export * from "./marginal"
export * from "./schedule"
export * from "./trade"
