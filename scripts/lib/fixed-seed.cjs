const fc = require("fast-check")

/**
 * Beside every unit test file: properties start from one seed, so that `npm test` fails by a change and not by chance. Chance has its
 * own command, `npm run test:properties`, with a new seed for every run; `PROPERTY_SEED` plays one again.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? 20_261_129) })
