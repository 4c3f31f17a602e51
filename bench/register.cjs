/**
 * TypeScript for the bench, by the compiler that `medusa plugin:build` takes: what is measured is the code a store runs. The quicker
 * swc of the root configuration turns every export into a getter, which each call of the engine goes through.
 */
require("ts-node").register({ transpileOnly: true, swc: false, compilerOptions: { module: "CommonJS", moduleResolution: "Node10", ignoreDeprecations: "5.0" } })
