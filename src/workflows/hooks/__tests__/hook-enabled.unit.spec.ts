import { configManager } from "@medusajs/framework/config"
import { hookEnabled } from "../hook-enabled"

function configure(negotiation: unknown): void {
  configManager.loadConfig({ projectConfig: { projectConfig: {}, modules: { negotiation } } as never, baseDir: process.cwd() })
}

const resolve = "medusa-plugin-negotiation/modules/negotiation"

describe("hookEnabled", () => {
  it("registers the hook unless the plugin's options say no", () => {
    configure({ resolve })
    expect(hookEnabled("completeCartValidate", {})).toBe(true)
    configure({ resolve, options: { hooks: {} } })
    expect(hookEnabled("completeCartValidate", {})).toBe(true)
    configure({ resolve, options: { hooks: { completeCartValidate: false } } })
    expect(hookEnabled("completeCartValidate", {})).toBe(false)
  })

  it("hears it from the environment too", () => {
    configure({ resolve })
    const told = (names: string) => hookEnabled("completeCartValidate", { NEGOTIATION_DISABLE_HOOKS: names })
    expect([told(""), told("other"), told("other, completeCartValidate"), told("all")]).toEqual([true, true, false, false])
  })
})
