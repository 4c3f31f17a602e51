import type { StoreFile } from "../../contract"

/** A kind of file and the bytes it begins with; null stands for any byte. */
const SIGNATURES: readonly { readonly type: StoreFile["type"]; readonly ending: string; readonly bytes: readonly (number | null)[] }[] = [
  { type: "application/pdf", ending: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", ending: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", ending: "jpg", bytes: [0xff, 0xd8, 0xff] },
  { type: "image/webp", ending: "webp", bytes: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50] },
]

/** What a file is by its first bytes, whatever its name says; null where it is nothing a buyer may leave. */
export function fileTypeOf(content: Uint8Array): { readonly type: StoreFile["type"]; readonly ending: string } | null {
  const found = SIGNATURES.find(({ bytes }) => bytes.every((byte, place) => byte === null || content[place] === byte))
  return found ? { type: found.type, ending: found.ending } : null
}

const LONGEST_NAME = 200

/** A name as it may be shown and sent: no path, no control characters, no half letters, never empty. */
export function fileNameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ""
  // Half letters are control characters to a pattern that reads whole letters.
  return [...last.replace(/\p{C}/gu, "").trim()].slice(-LONGEST_NAME).join("") || "file"
}
