import { keep, recall } from "./storage"

/** Notes how tall an element is with all it shows, so that it can take that room at once the next time. */
export function rememberHeight(element: Element | null, name: string): void {
  const height = Math.round(element?.getBoundingClientRect().height ?? 0)
  if (height > 0 && recall<number>(`height:${name}`) !== height) keep(`height:${name}`, height)
}

/** Room for what is on its way, as a style: exactly as much as it took the last time; nothing where nobody knows yet. */
export function knownHeight(name: string): string {
  const height = recall<number>(`height:${name}`)
  return height === null ? "" : `block-size:${height}px;overflow:hidden`
}
