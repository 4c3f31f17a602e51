import { useTranslation } from "react-i18next"

/** A breadcrumb with a translated name. */
export function Crumb({ name }: { name: string }) {
  const { t } = useTranslation("negotiation")
  return <span>{t(name)}</span>
}
