import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminAgreement } from "../../../contract"
import { flagKinds } from "../../lib/agreements"
import { useFormat } from "../../hooks/use-format"

/** What a person should look at, a word for each kind. Nothing where nothing is flagged. */
export function FlagPills({ flags }: { flags: AdminAgreement["flags"] }) {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  return flagKinds(flags).map(({ kind, count }) => (
    <Badge key={kind} size="2xsmall" rounded="full" color="orange" className="whitespace-nowrap">
      {`${t(`flag.${kind}.title`)}${count > 1 ? ` × ${format.count(count)}` : ""}`}
    </Badge>
  ))
}
