import fs from "node:fs"
import path from "node:path"
import { run } from "../processes.mjs"
import { step } from "../say.mjs"
import { ROOT } from "../settings.mjs"

const CONFIG = `import { defineConfig } from "@medusajs/framework/utils"

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      storeCors: process.env.STORE_CORS!,
      adminCors: process.env.ADMIN_CORS!,
      authCors: process.env.AUTH_CORS!,
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
    },
  },
  plugins: [{ resolve: "medusa-plugin-negotiation", options: {} }],
})
`

const TSCONFIG = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    strictNullChecks: true,
    jsx: "react-jsx",
    rootDir: "./",
    outDir: "./.medusa/server",
  },
  "ts-node": { swc: true },
  include: ["**/*"],
  exclude: ["node_modules", ".medusa"],
}

/** What Medusa's own starter depends on, in the versions this project is built against. */
function packageJson(tarball) {
  const { devDependencies: ours, overrides, allowScripts } = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8"))
  const pick = (names) => Object.fromEntries(names.map((name) => [name, ours[name]]))
  return {
    name: "stock-store",
    private: true,
    dependencies: {
      ...pick(["@medusajs/admin-sdk", "@medusajs/cli", "@medusajs/dashboard", "@medusajs/framework", "@medusajs/icons", "@medusajs/js-sdk", "@medusajs/medusa", "@medusajs/ui", "@tanstack/react-query", "react", "react-dom", "react-router-dom"]),
      "medusa-plugin-negotiation": `file:${tarball}`,
    },
    devDependencies: pick(["@swc/core", "@types/node", "ts-node", "typescript", "vite"]),
    overrides,
    allowScripts,
  }
}

/**
 * Makes a stock Medusa store with the packed plugin in it, as a merchant would: install, migrate, build.
 *
 * @param {string} folder
 * @param {string} tarball
 * @param {NodeJS.ProcessEnv} env With `DATABASE_URL`.
 * @returns {Promise<{ built: string, medusa: string }>} the folder to start it from, and its command line.
 */
export async function makeStore(folder, tarball, env) {
  const store = path.join(folder, "store")
  fs.mkdirSync(path.join(store, "src"), { recursive: true })
  fs.writeFileSync(path.join(store, "package.json"), JSON.stringify(packageJson(tarball), null, 2))
  fs.writeFileSync(path.join(store, "medusa-config.ts"), CONFIG)
  fs.writeFileSync(path.join(store, "tsconfig.json"), JSON.stringify(TSCONFIG, null, 2))
  const medusa = path.join(store, "node_modules/.bin/medusa")
  const act = (what, command, args, name) => step(what, () => run(what, command, args, { cwd: store, env, logFile: path.join(folder, `${name}.log`) }))
  await act("installing a stock store with the tarball", "npm", ["install", "--include=dev", "--no-audit", "--no-fund"], "install")
  await act("migrating its database", medusa, ["db:migrate", "--execute-safe-links"], "migrate")
  await act("building it, with its admin", medusa, ["build"], "store-build")
  await act("making its merchant", medusa, ["user", "-e", "admin@stock.example.com", "-p", "admin-demo"], "user")
  return { built: path.join(store, ".medusa/server"), medusa }
}
