/** Decisions made while playing event sequences, over all properties of a test file: what `npm run test:properties` counts. */
export const tally = { events: 0 }
