import { useLayoutEffect, useRef } from "react"

/** True while keys belong to a field, a menu or a dialog, not to the page. */
function keysAreTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) return true
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null
}

/**
 * One-key commands of a page, by lower-case key. They keep silent while somebody types, a dialog is open, or a modifier
 * is held, so that they never take a browser's or screen reader's own keys.
 */
export function useKeyCommands(commands: Record<string, () => void>): void {
  const current = useRef(commands)
  current.current = commands
  // Not an effect that may come after the page is seen: who sees it may press a key already.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || keysAreTaken(event.target)) return
      const command = current.current[event.key.toLowerCase()]
      if (!command) return
      event.preventDefault()
      command()
    }
    window.addEventListener("keydown", onKey)
    return () => window.removeEventListener("keydown", onKey)
  }, [])
}
