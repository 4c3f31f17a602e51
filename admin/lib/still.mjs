/**
 * Waits until nothing on a page is on its way to another look: a button that has just been enabled, or is pointed at since what was above it
 * went, fades from its old colour to its new one, and in between it has neither. What moves for ever (the place of what is being read) is not
 * waited for.
 *
 * @param {import("playwright-core").Page} page
 */
export async function untilStill(page) {
  await page.evaluate(async () => {
    // A document does not know of the animations inside its elements' shadow roots.
    const rootsIn = (root) => [root, ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : []))]
    const frame = () => new Promise((resolve) => globalThis.requestAnimationFrame(resolve))
    const moving = () =>
      rootsIn(globalThis.document)
        .flatMap((root) => root.getAnimations())
        .filter(({ effect, playState }) => playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime))
    do {
      await Promise.allSettled(moving().map(({ finished }) => finished))
      // What is pointed at, and what follows from it, is known a frame after the layout.
      await frame()
      await frame()
    } while (moving().length > 0)
  })
}
