export * from "./aggregate"
export * from "./concern"
export * from "./limit"
export * from "./valid"
