import { useMemo } from "react"
import { useTranslation } from "react-i18next"

/** `competitive_match` → `Competitive match`: for a code newer than the translations. */
function humanise(code: string): string {
  const words = code.replace(/[._-]+/g, " ").trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Words for the codes of the contract, in the user's language. A code nobody translated yet is made readable, never hidden. */
export function useWords() {
  const { t } = useTranslation("negotiation")
  return useMemo(() => {
    const say = (group: string) => (code: string) => t(`${group}.${code}`, { defaultValue: humanise(code) })
    return {
      status: say("status"),
      reason: (code: string | null) => (code === null ? null : say("reason")(code)),
      historyKind: say("historyKind"),
      by: say("by"),
      optionKind: say("optionKind"),
      answer: say("answer"),
      agreementStatus: say("agreementStatus"),
      /** Segments are the merchant's own words, written as codes. */
      segment: humanise,
    }
  }, [t])
}
