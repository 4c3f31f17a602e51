/**
 * Loaded into the store before Medusa: when the start that owns it is killed, its channel closes and the store ends
 * too, so that the port is free for the next start. Not loaded into the store's own children, which have no channel.
 */
if (process.channel) {
  process.channel.unref()
  process.once("disconnect", () => process.exit(0))
}
