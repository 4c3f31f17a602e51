import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** A request as it arrived. */
export interface Arrived {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage["headers"]
  readonly body: unknown
}

type Answerer = (request: Arrived, response: ServerResponse, socket: IncomingMessage["socket"]) => void

/** A store on a port of its own, answered by the test. */
export interface TestStore {
  readonly baseUrl: string
  readonly arrived: Arrived[]
  /** How requests are answered from now on. */
  answer(how: Answerer): void
  close(): Promise<void>
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const text = Buffer.concat(parts).toString()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Starts a store. */
export async function openStore(): Promise<TestStore> {
  const arrived: Arrived[] = []
  let how: Answerer = (_request, response) => json(response, 404, {})
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const one = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body }
      arrived.push(one)
      how(one, response, request.socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    answer: (next) => void (how = next),
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body))
}

/** Waits until it holds. */
export async function until(holds: () => boolean, patience = 15_000): Promise<void> {
  const end = Date.now() + patience
  while (!holds()) {
    if (Date.now() > end) throw new Error("It never came to hold")
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
