import { spawnSync } from "node:child_process"
import fs from "node:fs"
import net from "node:net"
import os from "node:os"
import path from "node:path"

const START = path.join(__dirname, "../start.mjs")

function start(env: Record<string, string>) {
  const { status, stderr, stdout } = spawnSync(process.execPath, [START], { encoding: "utf8", timeout: 60_000, env: { PATH: process.env.PATH ?? "", ...env } })
  return { status, stderr, stdout, lines: stderr.trim().split("\n") }
}

/** A port somebody listens on, and one nobody does. */
function listen(): Promise<{ port: number; close: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.listen(0, () => resolve({ port: (server.address() as net.AddressInfo).port, close: () => new Promise((done) => server.close(() => done())) }))
  })
}

describe("npm start where it can't", () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "negotiation-start-"))
  })
  afterEach(() => fs.rmSync(dataDir, { recursive: true, force: true }))

  it("says in one sentence that the port is taken, and leaves nothing behind", async () => {
    const taken = await listen()
    const { status, lines } = start({ PORT: String(taken.port), NEGOTIATION_DATA_DIR: dataDir })
    await taken.close()
    expect(status).toBe(1)
    expect(lines).toEqual([`Port ${taken.port} is taken: stop what listens there, or name another one in PORT.`])
    expect(fs.readdirSync(dataDir)).toEqual([])
  })

  it("says in one sentence that the shop's own port is taken", async () => {
    const [taken, free] = [await listen(), await listen()]
    await free.close()
    const { status, lines } = start({ PORT: String(free.port), SHOP_PORT: String(taken.port), NEGOTIATION_DATA_DIR: dataDir })
    await taken.close()
    expect(status).toBe(1)
    expect(lines).toEqual([`The shop can't listen on port ${taken.port} (EADDRINUSE): name another one in SHOP_PORT.`])
    expect(fs.readdirSync(dataDir)).toEqual([])
  })

  it("says in one sentence that the database can't be reached, without its password", async () => {
    const free = await listen()
    await free.close()
    const other = await listen()
    await other.close()
    const { status, lines } = start({ PORT: String(free.port), NEGOTIATION_DATA_DIR: dataDir, DATABASE_URL: `postgres://merchant:s3cret@localhost:${other.port}/shop` })
    expect(status).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`^The database localhost:${other.port}/shop can't be reached: `))
    expect(lines[0]).not.toContain("s3cret")
  })

  it("refuses a port that is none", () => {
    expect(start({ PORT: "many", NEGOTIATION_DATA_DIR: dataDir })).toMatchObject({ status: 1, lines: ['PORT must be a whole number from 1 to 65535, not "many".'] })
  })

  it("refuses a data folder that a living start uses", () => {
    // A process whose command line names start.mjs stands for the other start.
    const other = spawnSync("sh", ["-c", `node -e 'setTimeout(() => undefined, 60000)' start.mjs >/dev/null 2>&1 & echo $!`], { encoding: "utf8" })
    const pid = Number(other.stdout)
    fs.writeFileSync(path.join(dataDir, "owner.json"), JSON.stringify({ pid, port: 4711 }))
    const { status, lines } = start({ PORT: "4712", NEGOTIATION_DATA_DIR: dataDir })
    process.kill(pid, "SIGKILL")
    expect(status).toBe(1)
    expect(lines[0]).toContain(`already runs on port 4711 (process ${pid})`)
  })
})
