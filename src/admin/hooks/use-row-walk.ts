import { useRef, type RefObject } from "react"
import { useKeyCommands } from "./use-key-commands"

/** Marks the link of each row, so that J and K can walk through them. */
export const ROW_LINK = "data-row-link"

/** Moves the focus to the next (1) or the previous (-1) row of a table. */
function walk(table: HTMLElement | null, step: 1 | -1): void {
  const links = [...(table?.querySelectorAll<HTMLElement>(`[${ROW_LINK}]`) ?? [])]
  const at = links.findIndex((link) => link === document.activeElement)
  const next = at === -1 ? (step === 1 ? 0 : links.length - 1) : at + step
  links[Math.max(0, Math.min(next, links.length - 1))]?.focus()
}

/** Lets J and K walk through the rows of a table. @returns a ref for what the table stands in */
export function useRowWalk(): RefObject<HTMLDivElement> {
  const table = useRef<HTMLDivElement>(null)
  useKeyCommands({ j: () => walk(table.current, 1), k: () => walk(table.current, -1) })
  return table
}
