import net from "node:net"

/**
 * @param {number} port 0 for any.
 * @param {string} [host] All addresses when left out.
 * @returns {Promise<number | null>} the port that could be listened on, null where it is taken.
 */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once("error", () => resolve(null))
    server.listen({ port, host, exclusive: true }, () => {
      const found = server.address().port
      server.close(() => resolve(found))
    })
  })
}

/** @param {number} port @returns {Promise<boolean>} whether nobody listens there, on any address or on this machine alone. */
export async function isFree(port) {
  return (await tryPort(port)) !== null && (await tryPort(port, "127.0.0.1")) !== null
}

/** @returns {Promise<number>} a port nobody listens on. */
export async function freePort() {
  const port = await tryPort(0, "127.0.0.1")
  if (port === null) throw new Error("No free port on this machine")
  return port
}
