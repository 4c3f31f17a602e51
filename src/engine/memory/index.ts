export * from "./memory"
