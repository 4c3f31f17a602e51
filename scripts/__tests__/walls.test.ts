import { execFileSync } from "node:child_process"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")

/** Lints texts as if they were files of the repository. @returns the rules each breaks. */
function rulesBroken(files: Record<string, string>): Record<string, string[]> {
  const program = `
    const { ESLint } = require("eslint")
    const files = JSON.parse(process.argv[1])
    const eslint = new ESLint({ cwd: ${JSON.stringify(ROOT)} })
    Promise.all(Object.entries(files).map(async ([filePath, text]) => {
      const [result] = await eslint.lintText(text, { filePath })
      return [filePath, result.messages.map((message) => message.ruleId ?? message.message)]
    })).then((all) => console.log(JSON.stringify(Object.fromEntries(all))))`
  return JSON.parse(execFileSync(process.execPath, ["-e", program, JSON.stringify(files)], { cwd: ROOT, encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" } }))
}

const WALL = "@typescript-eslint/no-restricted-imports"
const importing = (from: string, words = "import { a }") => `${words} from "${from}"\nexport const b = a\n`
const importingType = (from: string) => `import type { a } from "${from}"\nexport type B = a\n`

describe("the walls of the house", () => {
  it("keep the rooms apart, and let through what may pass", () => {
    const forbidden = {
      "src/engine/price/one.ts": importing("@medusajs/framework/utils"),
      "src/engine/price/two.ts": importing("node:fs"),
      "src/engine/price/three.ts": importingType("../../contract"),
      "src/lifecycle/one.ts": importing("../contract"),
      "src/phrases/one.ts": importing("../modules/negotiation"),
      "src/contract/one.ts": importing("@medusajs/framework/zod"),
      "src/modules/negotiation/one.ts": importing("../../api/errors"),
      "src/modules/negotiation/two.ts": importing("@medusajs/framework/http"),
      "src/workflows/case/one.ts": importing("../../api/errors"),
      "src/api/store/one.ts": importing("../../modules/negotiation/sql/rows"),
      "src/admin/lib/one.ts": importing("../../modules/negotiation"),
    }
    const allowed = {
      "src/engine/price/ten.ts": importing("../money"),
      "src/lifecycle/ten.ts": importingType("../contract"),
      "src/contract/ten.ts": importing("zod"),
      "src/modules/negotiation/ten.ts": importing("../../contract"),
      "src/admin/lib/ten.ts": importing("../../contract"),
      "src/engine/price/__tests__/ten.test.ts": importing("fast-check"),
    }
    const broken = rulesBroken({ ...forbidden, ...allowed })
    for (const file of Object.keys(forbidden)) expect([file, broken[file]]).toEqual([file, expect.arrayContaining([WALL])])
    for (const file of Object.keys(allowed)) expect([file, broken[file]]).toEqual([file, []])
  }, 60_000)

  it("can't be talked away by a comment, and files stay small", () => {
    const long = Array.from({ length: 301 }, (_, index) => `export const a${index} = ${index}`).join("\n")
    const broken = rulesBroken({ "src/engine/long.ts": long, "src/engine/any.ts": "// eslint-disable-next-line\nexport const a: any = 1\n" })
    expect(broken["src/engine/long.ts"]).toContain("max-lines")
    expect(broken["src/engine/any.ts"]).toContain("@typescript-eslint/no-explicit-any")
  }, 60_000)
})
