import { useEffect, useState } from "react"

const EVERY_HALF_MINUTE = 30_000

/** The time now, in milliseconds, moving on by itself: ages and deadlines stay true on a page left open. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_HALF_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
