import { fileNameOf, fileTypeOf } from "../file-type"

const of = (...bytes: number[]) => fileTypeOf(Uint8Array.from(bytes))

it("tells a file by its first bytes", () => {
  expect(fileTypeOf(Buffer.from("%PDF-1.4"))).toEqual({ type: "application/pdf", ending: "pdf" })
  expect(of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)).toMatchObject({ type: "image/png" })
  expect(of(0xff, 0xd8, 0xff, 0xe0)).toMatchObject({ type: "image/jpeg" })
  expect(fileTypeOf(Buffer.from("RIFF\u0001\u0002\u0003\u0004WEBPVP8 "))).toMatchObject({ type: "image/webp" })
})

it.each(["", "%PDF", " %PDF-1.4", "<svg>", "RIFF1234WAVE", "MZ", "PK\u0003\u0004", "GIF89a"])("takes nothing else: %j", (text) => {
  expect(fileTypeOf(Buffer.from(text, "latin1"))).toBeNull()
})

it.each([
  ["offer.pdf", "offer.pdf"],
  ["C:\\Users\\anna\\offer.pdf", "offer.pdf"],
  ["../../etc/passwd", "passwd"],
  [" \u0000\u202eoffer\r\n.pdf ", "offer.pdf"],
  ["\ud800", "file"],
  ["", "file"],
  ["dir/", "file"],
  [`${"a".repeat(300)}.pdf`, `${"a".repeat(196)}.pdf`],
])("names %j as %j", (given, shown) => {
  expect(fileNameOf(given)).toBe(shown)
})
