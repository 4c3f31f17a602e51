export * from "./trace"
