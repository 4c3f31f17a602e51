import eslint from "@eslint/js"
import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

const TESTS = ["**/__tests__/**", "integration-tests/**", "**/*.spec.ts", "**/*.test.ts"]
/** The rooms of the house: what stands directly under `src`. */
const ROOMS = ["contract", "engine", "lifecycle", "insight", "phrases", "modules", "workflows", "api", "admin", "jobs", "subscribers", "links", "policies"]

/** Imports from these rooms, by way of `../`. */
function rooms(names, message, more = {}) {
  return { regex: `^(\\.\\./)+(${names.join("|")})(/|$)`, message, ...more }
}

/** Imports that leave a room, but for the rooms it may visit. */
function otherRooms(allowed, message) {
  return rooms(ROOMS.filter((room) => !allowed.includes(room)), message)
}

/** A wall of the house: what the files of a room may not import. Tests may bring their tools. */
function wall(files, ...patterns) {
  return { files, ignores: TESTS, rules: { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] } }
}

/** A room that knows nothing outside itself but some packages, and the types of some rooms. */
function pureRoom(name, { packages = [], typesOf = [] } = {}) {
  const message = `src/${name} is pure: it imports nothing outside itself${[...packages, ...typesOf.map((room) => `types of ${room}`)].map((each) => ` but ${each}`).join("")}.`
  const named = packages.map((each) => `${each}(/|$)`).join("|")
  return wall(
    [`src/${name}/**/*.ts`],
    { regex: named ? `^(?!\\.|${named})` : "^(?!\\.)", message },
    otherRooms([name, ...typesOf], message),
    ...(typesOf.length > 0 ? [rooms(typesOf, message, { allowTypeImports: true })] : [])
  )
}

/** Medusa's own rules, for what Medusa loads. Its list of ignored files would leave out the tests for every other rule. */
const medusaRules = medusa.configs.recommended
  .filter((config) => config.plugins !== undefined || config.files !== undefined)
  .map((config) => (config.files === undefined ? config : { ...config, ignores: [...(config.ignores ?? []), ...TESTS, "scripts/**", "bench/**", "*.ts"] }))

export default tseslint.config(
  { ignores: ["node_modules/", ".medusa/", ".data/", "public/", "coverage/", "**/migrations/**"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  ...medusaRules,
  {
    rules: {
      "max-lines": ["error", { max: 300 }],
      "no-console": "error",
      eqeqeq: "error",
      "prefer-const": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      // The contract is shared with code that has no Medusa: it imports zod itself.
      "@medusajs/zod-import-source": "off",
      // Expected failures are typed results; an Error is a fault of ours, and a 500 is its right answer.
      "@medusajs/use-medusa-error-not-generic-error": "off",
      // Ids of steps and workflows are global in the merchant's application: they carry the plugin's name, not the file's.
      "@medusajs/step-id-kebab-case": "off",
      "@medusajs/workflow-id-matches-export-or-filename": "off",
    },
  },
  pureRoom("contract", { packages: ["zod"] }),
  pureRoom("engine"),
  pureRoom("lifecycle", { typesOf: ["contract"] }),
  pureRoom("insight"),
  pureRoom("phrases", { typesOf: ["contract"] }),
  wall(
    ["src/documents/**/*.ts"],
    { group: ["@medusajs/*", "node:fs", "node:http", "pg", "express"], message: "Documents are put together from what they are given." },
    otherRooms(["documents", "contract", "phrases"], "Documents show what a store's answer says: they know the contract and the words.")
  ),
  wall(
    ["src/modules/**/*.ts"],
    { group: ["@medusajs/framework/http", "express", "@medusajs/medusa/api/*"], message: "Modules know no HTTP." },
    otherRooms(["modules", "contract", "engine", "lifecycle", "insight"], "Modules remember: they know the contract and the pure rooms, nothing else.")
  ),
  wall(
    ["src/workflows/**/*.ts"],
    { group: ["express"], message: "Workflows know no HTTP." },
    otherRooms(["workflows", "modules", "contract", "engine", "lifecycle", "insight", "phrases", "links"], "Data runs one way: routes call workflows, never the other way round.")
  ),
  wall(
    ["src/api/**/*.ts", "src/admin/**/*.{ts,tsx}"],
    { group: ["pg", "knex", "@mikro-orm/*", "@medusajs/framework/mikro-orm/*", "@medusajs/framework/database"], message: "Routes and pages know no SQL." },
    { regex: "modules/.*(sql|queries|operations|migrations)", message: "Routes and pages know no SQL: ask the module's service.", allowTypeImports: true }
  ),
  wall(
    ["src/admin/**/*.{ts,tsx}"],
    { group: ["pg", "knex", "@medusajs/framework", "@medusajs/framework/*", "@medusajs/medusa", "@medusajs/medusa/*"], message: "The admin runs in a browser: it speaks HTTP." },
    otherRooms(["admin", "contract", "phrases"], "The admin speaks HTTP: of the server it knows the contract alone.")
  ),
  {
    files: ["src/api/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", { selector: "CallExpression[callee.property.name='raw']", message: "Routes know no SQL." }] },
  },
  // The names it puts together are known before the workflow is built.
  { files: ["src/workflows/case/case-workflow.ts"], rules: { "@medusajs/no-direct-variable-mutation-in-workflow": "off" } },
  {
    files: ["scripts/**", "bench/**", "admin/**", "*.{mjs,cjs,ts}", "integration-tests/**"],
    languageOptions: { globals: { process: "readonly", console: "readonly", fetch: "readonly", setTimeout: "readonly", clearTimeout: "readonly", setInterval: "readonly", clearInterval: "readonly", AbortSignal: "readonly", URL: "readonly", require: "readonly", module: "writable", __dirname: "readonly", performance: "readonly", Buffer: "readonly" } },
    rules: { "no-console": "off" },
  },
  { files: ["**/*.cjs", "integration-tests/setup/*.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  // Bodies of answers have as many shapes as there are tests.
  { files: TESTS, rules: { "@typescript-eslint/no-explicit-any": "off" } }
)
