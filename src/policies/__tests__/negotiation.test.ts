import { join } from "node:path"
import { discoverPoliciesFromDir, MedusaPolicySymbol, Policy, PolicyResource } from "@medusajs/framework/utils"
import { NEGOTIATION_RESOURCE, negotiationPolicies } from "../negotiation"

it("is found by Medusa's own discovery, without a warning, and adds no operation of its own", async () => {
  const warnings: unknown[] = []
  const warn = jest.spyOn(console, "warn").mockImplementation((...texts: unknown[]) => void warnings.push(texts))
  await discoverPoliciesFromDir(join(__dirname, "..", ".."))
  warn.mockRestore()

  expect(warnings).toEqual([])
  expect(negotiationPolicies[MedusaPolicySymbol]).toBe(true)
  expect(PolicyResource[NEGOTIATION_RESOURCE]).toBe("negotiation")
  const ours = Object.entries(Policy).filter(([, policy]) => policy.resource === NEGOTIATION_RESOURCE)
  expect(ours.map(([name, policy]) => [name, policy.operation])).toEqual([
    ["ReadNegotiation", "read"],
    ["CreateNegotiation", "create"],
    ["UpdateNegotiation", "update"],
  ])
})
