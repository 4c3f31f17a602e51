/**
 * One of four suites, named by TEST_TYPE: `unit` (default; no database), `modules` (one module on Postgres), `http` (a
 * whole store) or `cart` (the agreed price on every path). `npm test` runs all four and brings the Postgres: use
 * `npm test -- http <pattern>` for a part.
 */
const SUITES = {
  unit: ["<rootDir>/src/**/__tests__/**/*.{spec,test}.ts", "<rootDir>/scripts/__tests__/**/*.{spec,test}.ts", "<rootDir>/storefront/**/__tests__/**/*.{spec,test}.ts", "<rootDir>/bench/**/__tests__/**/*.{spec,test}.ts"],
  modules: ["<rootDir>/integration-tests/modules/**/*.{spec,test}.ts"],
  http: ["<rootDir>/integration-tests/http/**/*.{spec,test}.ts"],
  cart: ["<rootDir>/integration-tests/cart/**/*.{spec,test}.ts"],
}
const suite = process.env.TEST_TYPE || "unit"
const onPostgres = suite !== "unit"

module.exports = {
  rootDir: __dirname,
  testEnvironment: "node",
  testMatch: SUITES[suite],
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript", decorators: true }, target: "es2022", transform: { decoratorMetadata: true } },
        module: { type: "commonjs", ignoreDynamic: true },
      },
    ],
  },
  moduleFileExtensions: ["js", "mjs", "cjs", "ts", "tsx", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.data/", "<rootDir>/public/"],
  setupFiles: onPostgres ? ["<rootDir>/integration-tests/setup/environment.js"] : [],
  testSequencer: "<rootDir>/integration-tests/setup/sequencer.cjs",
  setupFilesAfterEnv: process.env.PROPERTY_TALLY ? ["<rootDir>/scripts/lib/properties-setup.cjs"] : onPostgres ? [] : ["<rootDir>/scripts/lib/fixed-seed.cjs"],
  // A store boots in a test's first hook.
  testTimeout: onPostgres ? 180_000 : 20_000,
}
