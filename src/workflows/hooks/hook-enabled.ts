import { configManager } from "@medusajs/framework/config"
import { NEGOTIATION_MODULE } from "../../modules/negotiation"
import type { NegotiationPluginOptions } from "../../modules/negotiation/options"

/** A workflow hook the plugin registers unless told not to. */
export type PluginHook = keyof NonNullable<NegotiationPluginOptions["hooks"]>

/**
 * Whether the plugin may register a hook. Medusa hands options to modules only, after workflows could be asked, so this
 * reads the configuration itself: by the time workflow files are loaded, it is loaded and a plugin's options stand with its
 * module. `NEGOTIATION_DISABLE_HOOKS`, a comma-separated list of names or `all`, says the same from outside.
 */
export function hookEnabled(hook: PluginHook, environment: NodeJS.ProcessEnv = process.env): boolean {
  const disabled = (environment["NEGOTIATION_DISABLE_HOOKS"] ?? "").split(",").map((name) => name.trim())
  if (disabled.includes("all") || disabled.includes(hook)) return false
  const configured = configManager.config?.modules?.[NEGOTIATION_MODULE]
  const options = typeof configured === "object" ? (configured.options as NegotiationPluginOptions | undefined) : undefined
  return options?.hooks?.[hook] !== false
}
