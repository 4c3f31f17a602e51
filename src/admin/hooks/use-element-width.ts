import { useCallback, useState } from "react"

/** Measures an element's width in pixels, and again whenever it changes. Returns a ref to set and the width (0 at first). */
export function useElementWidth(): [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0)
  const [observer] = useState(() => new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width)))
  const ref = useCallback(
    (element: HTMLElement | null) => {
      observer.disconnect()
      if (element) observer.observe(element)
    },
    [observer]
  )
  return [ref, width]
}
