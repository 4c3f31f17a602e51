import { Modules } from "@medusajs/framework/utils"
import fc from "fast-check"
import { storeTest } from "../setup/store-test"
import { createPolicy } from "../setup/terms"
import { count, taken } from "./walk/command"
import { agreementCommands } from "./walk/commands/agreements"
import { cartCommands } from "./walk/commands/cart"
import { checkoutCommands, CODE } from "./walk/commands/checkout"
import { identityCommands } from "./walk/commands/identity"
import { merchantCommands } from "./walk/commands/merchant"
import { negotiationCommands } from "./walk/commands/negotiation"
import { SETTINGS } from "./walk/settings"
import { createWorld } from "./walk/world"

const STEPS = [cartCommands, identityCommands, agreementCommands, merchantCommands, checkoutCommands, negotiationCommands].flat()
const COMMANDS = STEPS.flatMap(([times, step]) => Array.from({ length: times }, () => step))
const MINUTE = 60_000
const TELL_EVERY = 20

storeTest(
  (store) => {
    it(
      `any ${SETTINGS.runs} sequences of what buyers and merchant do → every line at the price the model says, nobody else's, refused exactly when nothing holds it`,
      async () => {
        const { runs, length, seed, path, replay, minutes } = SETTINGS
        const began = Date.now()
        console.log(`walk: WALK_SEED=${seed} WALK_RUNS=${runs}`)
        let sequences = 0
        const sequence = fc.commands(COMMANDS, { maxCommands: length, size: "max", ...(replay ? { replayPath: replay } : {}) })
        try {
          await fc.assert(
            fc.asyncProperty(sequence, async (commands) => {
              sequences += 1
              if (sequences % TELL_EVERY === 0) process.stdout.write(`walk: at sequence ${sequences} after ${Math.round((Date.now() - began) / 1_000)} s\n`)
              const opened = performance.now()
              const world = await createWorld(store)
              count("… opened a world", performance.now() - opened)
              await fc.asyncModelRun(() => world, commands)
            }),
            { numRuns: runs, seed, path, unbiased: true, interruptAfterTimeLimit: minutes * MINUTE, markInterruptAsFailure: true }
          )
        } finally {
          const steps = [...taken].sort(([a], [b]) => a.localeCompare(b)).map(([name, { times, milliseconds }]) => `  ${name}: ${times}${milliseconds > 0 ? ` (${Math.round(milliseconds / times)} ms)` : ""}`)
          const seconds = Math.round((Date.now() - began) / 1_000)
          console.log(`walk: ${sequences} sequences in ${seconds} s from WALK_SEED=${seed}\n${steps.join("\n")}`)
        }
      },
      (SETTINGS.minutes + 5) * MINUTE
    )
  },
  {
    policy: false,
    prepare: async ({ container }) => {
      // Small steps, so that small quantities are answered with volume as well.
      await createPolicy(container, { volume_step: 5, opening_concession: 0.2 })
      await container.resolve(Modules.PROMOTION).createPromotions([
        {
          code: CODE,
          type: "standard",
          status: "active",
          is_automatic: false,
          application_method: { type: "percentage", value: 10, target_type: "order", allocation: "across" },
        },
      ] as never)
    },
  }
)
