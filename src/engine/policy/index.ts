export { compilePolicy, type CompileResult } from "./compile"
export type { CompiledPolicy, PolicyProblem } from "./compiled"
