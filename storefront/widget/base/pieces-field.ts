import type { Speech } from "../phrases"

/** A field for pieces, once it is filled in: what was typed stands as people write it, and what is no number of pieces keeps a form from being sent. */
export function settlePieces(speech: Speech, { target }: Event): void {
  const input = target as HTMLInputElement
  const pieces = speech.pieces(input.value)
  if (pieces >= 1) input.value = speech.number(pieces)
  input.setCustomValidity(pieces >= 1 || input.value === "" ? "" : speech.say("quantity_needed"))
}
