import de from "./de"
import en from "./en"

/** The words of the plugin's pages by language, in a namespace of their own. */
export default {
  en: { negotiation: en },
  de: { negotiation: de },
}
