import { keep, recall } from "./storage"

/**
 * Notes how tall an element is with all it shows, so that it can take that room at once the next time. The browser tells once it has laid the
 * page out; asked at once it would have to do that in between, the better part of a task on a slow phone.
 */
export function rememberHeight(element: Element | null, name: string): void {
  if (!element) return
  const observer = new ResizeObserver(() => {
    observer.disconnect()
    const height = Math.round(element.getBoundingClientRect().height)
    if (height > 0 && recall<number>(`height:${name}`) !== height) keep(`height:${name}`, height)
  })
  observer.observe(element)
}

/** Room for what is on its way, as a style: exactly as much as it took the last time; nothing where nobody knows yet. */
export function knownHeight(name: string): string {
  const height = recall<number>(`height:${name}`)
  return height === null ? "" : `block-size:${height}px;overflow:hidden`
}
