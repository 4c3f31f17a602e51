/**
 * Builds the admin dashboard with this plugin's pages into the folder given as the only argument.
 * `medusa build` would delete `.medusa/server`, which is where `medusa plugin:build` leaves the plugin.
 */
require("ts-node").register({ swc: true })
const path = require("node:path")
const { getConfigFile, getResolvedPlugins } = require("@medusajs/framework/utils")

/** @param {string} root The project. @param {string} outDir Where the built admin goes. */
async function main(root, outDir) {
  const { configModule, error } = await getConfigFile(root, "medusa-config")
  if (error) throw error
  const plugins = await getResolvedPlugins(root, configModule, true)
  const adminOf = (type) => plugins.filter((plugin) => plugin.admin?.type === type).map((plugin) => plugin.admin.resolve)
  const { build } = await import("@medusajs/admin-bundler")
  await build({ disable: false, sources: adminOf("local"), plugins: adminOf("package"), ...configModule.admin, outDir })
}

main(path.resolve(__dirname, "../.."), process.argv[2]).then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  }
)
