const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

// The store under test makes its own database; one of the caller's must never be touched.
delete process.env.DATABASE_URL
delete process.env.REDIS_URL
process.env.MEDUSA_DISABLE_TELEMETRY = "true"
process.env.LOG_LEVEL = process.env.LOG_LEVEL || "error"
process.env.JWT_SECRET = "for-tests"
process.env.COOKIE_SECRET = "for-tests"
process.env.NEGOTIATION_JITTER_SECRET = ""
// Files that tests leave go where the system clears away.
process.env.NEGOTIATION_DATA_DIR = require("node:path").join(require("node:os").tmpdir(), "negotiation-test-data")

// Models are registered once a process; a module that is loaded again in another test file would clash with itself.
MetadataStorage.clear()

// Medusa's test utilities end every connection when they put the database back between tests; the pool says so each time.
const log = console.log
console.log = (...args) => (String(args[0]).startsWith("Connection Error: Connection ended unexpectedly") ? undefined : log(...args))
