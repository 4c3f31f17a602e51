/** Resolves once somebody looks at the page: at once where there is no page, or it is in view. */
export function inView(signal: AbortSignal): Promise<void> {
  if (typeof document === "undefined" || document.visibilityState !== "hidden") return Promise.resolve()
  return new Promise((resolve, reject) => {
    const done = new AbortController()
    const look = (): void => {
      if (document.visibilityState === "hidden") return
      done.abort()
      resolve()
    }
    document.addEventListener("visibilitychange", look, { signal: done.signal })
    signal.addEventListener("abort", () => (done.abort(), reject(signal.reason)), { once: true, signal: done.signal })
  })
}
