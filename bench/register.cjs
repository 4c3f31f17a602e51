/**
 * TypeScript for the bench, by the compiler `medusa plugin:build` takes: what is measured is the code a store runs. The quicker swc of
 * the root configuration makes a getter of every export, which each call inside the engine goes through.
 */
require("ts-node").register({ transpileOnly: true, swc: false, compilerOptions: { module: "CommonJS", moduleResolution: "Node10" } })
