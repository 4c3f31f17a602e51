import { keep, recall } from "./storage"

/** Notes how tall an element is with all it shows, so that it can take that room at once the next time. */
export function rememberHeight(element: HTMLElement, name: string): void {
  const height = Math.round(element.getBoundingClientRect().height)
  if (height > 0 && recall<number>(`height:${name}`) !== height) keep(`height:${name}`, height)
}

/** Room for what is on its way, as a style; nothing where nobody knows yet. */
export function knownHeight(name: string): string {
  const height = recall<number>(`height:${name}`)
  return height === null ? "" : `min-block-size:${height}px`
}
