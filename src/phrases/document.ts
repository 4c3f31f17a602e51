import type { Locale } from "./locale"

/** Everything a printed offer or agreement says beside what the answers say themselves. */
export interface DocumentWords {
  /** `{number}` */
  readonly offer: string
  readonly agreement: string
  readonly request: string
  /** `{company}` */
  readonly for: string
  /** `{date}` */
  readonly from: string
  readonly stands_until: string
  readonly holds_until: string
  readonly asked: string
  readonly agreed: string
  /** `{number}` */
  readonly way: string
  readonly article: string
  readonly pieces: string
  readonly price: string
  readonly your_price: string
  readonly sum: string
  /** `{amount}` */
  readonly total: string
  readonly saving: string
  readonly instead: string
  readonly explanation: string
  /** `{pieces}` */
  readonly least: string
  readonly left: string
  /** `{open}`, `{promised}` */
  readonly commitment: string
  readonly concessions: string
  /** `{value}` */
  readonly off_goods: string
  readonly off_freight: string
  readonly prepaid: string
  /** `{days}` */
  readonly paid_within: string
  /** A way to pay that the store no longer knows by its days. */
  readonly with_term: string
  readonly with_delivery: string
  /** `{amount}` */
  readonly with_subtotal: string
  /** `{pieces}` */
  readonly up_to: string
  readonly net: string
  readonly gross: string
  readonly nothing: string
  /** `{page}`, `{pages}` */
  readonly page: string
}

/** The words of printed documents in each language. */
export const DOCUMENT_WORDS: Readonly<Record<Locale, DocumentWords>> = {
  en: {
    offer: "Offer no. {number}", agreement: "Agreement no. {number}", request: "Price request no. {number}", for: "For {company}", from: "Asked on {date}",
    stands_until: "This offer stands until {date}.", holds_until: "These prices hold until {date}.", asked: "What was asked", agreed: "What was agreed", way: "Option {number}",
    article: "Article", pieces: "Pieces", price: "Price per piece", your_price: "Asked price", sum: "Sum", total: "In all: {amount}", saving: "You save {amount}.",
    instead: "In place of the asked article: {title}", explanation: "Why this offer", least: "from {pieces} pieces on", left: "{pieces} pieces left at this price",
    commitment: "{open} of {promised} promised pieces still to be bought", concessions: "Also agreed", off_goods: "{value} off the goods", off_freight: "{value} off the delivery",
    prepaid: "paid before delivery", paid_within: "paid within {days} days", with_term: "paid the agreed way", with_delivery: "with the agreed delivery", with_subtotal: "from {amount} of goods on", up_to: "for up to {pieces} pieces an order",
    net: "All prices per piece, without tax.", gross: "All prices per piece, tax included.", nothing: "There is no offer on the table.", page: "Page {page} of {pages}",
  },
  de: {
    offer: "Angebot Nr. {number}", agreement: "Vereinbarung Nr. {number}", request: "Preisanfrage Nr. {number}", for: "Für {company}", from: "Angefragt am {date}",
    stands_until: "Dieses Angebot gilt bis {date}.", holds_until: "Diese Preise gelten bis {date}.", asked: "Angefragt", agreed: "Vereinbart", way: "Möglichkeit {number}",
    article: "Artikel", pieces: "Stück", price: "Preis je Stück", your_price: "Wunschpreis", sum: "Summe", total: "Insgesamt: {amount}", saving: "Sie sparen {amount}.",
    instead: "Anstelle des angefragten Artikels: {title}", explanation: "Warum dieses Angebot", least: "ab {pieces} Stück", left: "noch {pieces} Stück zu diesem Preis",
    commitment: "{open} von {promised} zugesagten Stück sind noch abzunehmen", concessions: "Außerdem vereinbart", off_goods: "{value} Nachlass auf die Ware",
    off_freight: "{value} Nachlass auf die Lieferung", prepaid: "bei Zahlung vor Lieferung", paid_within: "bei Zahlung binnen {days} Tagen", with_term: "bei der vereinbarten Zahlungsweise", with_delivery: "mit der vereinbarten Lieferung", with_subtotal: "ab {amount} Warenwert", up_to: "für bis zu {pieces} Stück je Bestellung",
    net: "Alle Preise je Stück, ohne Steuer.", gross: "Alle Preise je Stück, einschließlich Steuer.", nothing: "Zurzeit liegt kein Angebot vor.", page: "Seite {page} von {pages}",
  },
  fr: {
    offer: "Offre n° {number}", agreement: "Accord n° {number}", request: "Demande de prix n° {number}", for: "Pour {company}", from: "Demandé le {date}",
    stands_until: "Cette offre est valable jusqu’au {date}.", holds_until: "Ces prix sont valables jusqu’au {date}.", asked: "Votre demande", agreed: "Convenu", way: "Possibilité {number}",
    article: "Article", pieces: "Pièces", price: "Prix par pièce", your_price: "Prix demandé", sum: "Somme", total: "Au total : {amount}", saving: "Vous économisez {amount}.",
    instead: "À la place de l’article demandé : {title}", explanation: "Pourquoi cette offre", least: "à partir de {pieces} pièces", left: "encore {pieces} pièces à ce prix",
    commitment: "{open} des {promised} pièces promises restent à acheter", concessions: "Également convenu", off_goods: "{value} de remise sur la marchandise",
    off_freight: "{value} de remise sur la livraison", prepaid: "payé avant la livraison", paid_within: "payé sous {days} jours", with_term: "avec le mode de paiement convenu", with_delivery: "avec la livraison convenue", with_subtotal: "à partir de {amount} de marchandise", up_to: "pour {pieces} pièces au plus par commande",
    net: "Tous les prix par pièce, hors taxes.", gross: "Tous les prix par pièce, taxes comprises.", nothing: "Il n’y a pas d’offre pour le moment.", page: "Page {page} sur {pages}",
  },
  es: {
    offer: "Oferta n.º {number}", agreement: "Acuerdo n.º {number}", request: "Solicitud de precio n.º {number}", for: "Para {company}", from: "Solicitado el {date}",
    stands_until: "Esta oferta es válida hasta el {date}.", holds_until: "Estos precios son válidos hasta el {date}.", asked: "Lo solicitado", agreed: "Lo acordado", way: "Opción {number}",
    article: "Artículo", pieces: "Piezas", price: "Precio por pieza", your_price: "Precio solicitado", sum: "Suma", total: "En total: {amount}", saving: "Ahorra {amount}.",
    instead: "En lugar del artículo solicitado: {title}", explanation: "Por qué esta oferta", least: "a partir de {pieces} piezas", left: "quedan {pieces} piezas a este precio",
    commitment: "quedan por comprar {open} de las {promised} piezas prometidas", concessions: "También acordado", off_goods: "{value} de descuento en la mercancía",
    off_freight: "{value} de descuento en el envío", prepaid: "con pago antes de la entrega", paid_within: "con pago en {days} días", with_term: "con la forma de pago acordada", with_delivery: "con el envío acordado", with_subtotal: "a partir de {amount} de mercancía", up_to: "para {pieces} piezas como máximo por pedido",
    net: "Todos los precios por pieza, sin impuestos.", gross: "Todos los precios por pieza, impuestos incluidos.", nothing: "No hay ninguna oferta por ahora.", page: "Página {page} de {pages}",
  },
}
