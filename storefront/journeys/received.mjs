/** Names of what is the seller's own, in whatever key they stand. */
const SECRET = /(^|_)(costs?|floors?|margins?|contributions?|polic(y|ies)|jitter|trace|rules?|band|break_even|suggestion|profile|notes)(_|$)/
/** What the buyer's own money comes to, and what Medusa itself tells everybody of a way to ship. */
const PUBLIC = new Set(["overall_cost"])
const MEDUSAS_OWN = /\/store\/shipping-options/
const ABOUT_PRICES = /\/store\/(negotiations|price-requests|price-ladders|agreements)/
/** Cases are counted: some day one has the number that something costs. */
const COUNTED = "display_id"
const NO_FIGURE = /^([a-z]+_[0-9A-Z]{26}|\d{4}-\d{2}-\d{2}(T.*)?)$/

/** Every key and every plain value of a piece of JSON. */
function* leaves(value, key = "") {
  if (value === null || typeof value !== "object") return void (yield { key, value })
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield { key: name, value: undefined }
    yield* leaves(inner, Array.isArray(value) ? key : name)
  }
}

/** Figures a plain value shows: the number itself, or every number its words hold. */
function figuresOf(value) {
  if (typeof value === "number") return [value]
  if (typeof value !== "string" || NO_FIGURE.test(value)) return []
  return [...value.matchAll(/\d[\d,]*(\.\d+)?/g)].map(([figure]) => Number(figure.replaceAll(",", "")))
}

/** Keys of a piece of JSON that name something of the seller's own. */
export function secretKeysIn(content) {
  return [...leaves(content)].map(({ key }) => key).filter((key) => SECRET.test(key) && !PUBLIC.has(key))
}

/** The pieces of JSON in a body: all of it, or what each event of a stream carries. */
function contentsOf(body) {
  const pieces = body.startsWith("{") || body.startsWith("[") ? [body] : [...body.matchAll(/^data: ?(.*)$/gm)].map(([, data]) => data)
  return pieces.flatMap((piece) => {
    try {
      return [JSON.parse(piece)]
    } catch {
      return []
    }
  })
}

/**
 * Everything pages receive from a store: whole answers as the browser gets them, and event streams as they come in.
 *
 * @param {string} backendUrl
 */
export function receiving(backendUrl) {
  const answers = []
  const streams = new Map()
  const arriving = new Set()
  const watch = async (page) => {
    page.on("response", (response) => {
      if (!response.url().startsWith(backendUrl) || (response.headers()["content-type"] ?? "").includes("event-stream")) return
      const reading = response.text().then((body) => answers.push({ url: response.url(), body }), () => undefined)
      arriving.add(reading)
      void reading.finally(() => arriving.delete(reading))
    })
    await page.exposeFunction("heard", (url, piece) => void streams.set(url, (streams.get(url) ?? "") + piece))
    await page.addInitScript(() => {
      const { fetch } = globalThis
      globalThis.fetch = async (...request) => {
        const answer = await fetch(...request)
        if (answer.headers.get("content-type")?.includes("event-stream")) listen(answer.clone()).catch(() => "The page ended it.")
        return answer
      }
      async function listen(stream) {
        const text = new globalThis.TextDecoderStream()
        for await (const piece of stream.body.pipeThrough(text)) await globalThis.heard(stream.url, piece)
      }
    })
  }
  const bodies = () => [...answers, ...[...streams].map(([url, body]) => ({ url, body }))]
  const contents = (fits) => bodies().filter(({ url }) => fits.test(url)).flatMap(({ url, body }) => contentsOf(body).map((content) => ({ url, content })))
  return {
    watch,
    /** Waits for what is still on its way. */
    all: () => Promise.all(arriving),
    text: () => bodies().map(({ body }) => body).join("\n"),
    /** Keys that name something of the seller's own, with where they came from. */
    secretKeys: () =>
      contents(/./).flatMap(({ url, content }) =>
        MEDUSAS_OWN.test(url) ? [] : secretKeysIn(content).map((key) => `${key} in ${url}`)
      ),
    /** Where answers about prices show one of these figures, as a number or within words. */
    showing: (figures, fits = ABOUT_PRICES) =>
      contents(fits).flatMap(({ url, content }) => [...leaves(content)].filter(({ key, value }) => key !== COUNTED && figuresOf(value).some((figure) => figures.includes(figure))).map(({ key, value }) => `${key}: ${value} in ${url}`)),
    /** Where answers about prices say one of these words, not as a part of another. */
    saying: (words, fits = ABOUT_PRICES) =>
      contents(fits).flatMap(({ url, content }) =>
        [...leaves(content)].filter(({ value }) => typeof value === "string" && words.some((word) => value.split(/[\s,;()]+/).some((each) => each.replace(/\.$/, "") === word))).map(({ key, value }) => `${key}: ${value} in ${url}`)
      ),
  }
}
