import { crc32 } from "node:zlib"
import { Buffer } from "node:buffer"

const SIGNATURE = 8
const MILLISECONDS = 1_000

/** Table of the checksum of PNG (ISO 3309), for a Node whose zlib does not offer it. */
const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest >>> 0
})
const checksum = crc32 ?? ((bytes) => (bytes.reduce((sum, byte) => (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0)

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(checksum(named))
  return Buffer.concat([length, named, sum])
}

/** The parts of a picture. */
function chunksOf(png) {
  const found = []
  for (let at = SIGNATURE; at < png.length; ) {
    const length = png.readUInt32BE(at)
    found.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return found
}

/** How a frame is shown: all of the picture, for so long. */
function frameControl(sequence, header, milliseconds) {
  const data = Buffer.alloc(26)
  data.writeUInt32BE(sequence, 0)
  header.copy(data, 4, 0, 8)
  data.writeUInt16BE(milliseconds, 20)
  data.writeUInt16BE(MILLISECONDS, 22)
  return chunk("fcTL", data)
}

/**
 * Makes one moving picture of several still ones (APNG: W3C PNG, third edition), without decoding any of them.
 *
 * @param {{ png: Buffer, milliseconds: number }[]} frames of the same size and kind.
 * @returns {Buffer}
 * @throws {Error} where a frame is of another size or kind than the first.
 */
export function animate(frames) {
  const parts = frames.map(({ png }) => chunksOf(png))
  const [header] = parts[0]
  const others = parts.filter(([each]) => !each.data.equals(header.data))
  if (others.length > 0) throw new Error("All frames must have the size and the kind of the first")
  let sequence = 0
  const control = Buffer.alloc(8)
  control.writeUInt32BE(frames.length)
  const shown = parts.flatMap((each, index) => {
    const pixels = Buffer.concat(each.filter(({ type }) => type === "IDAT").map(({ data }) => data))
    const head = frameControl(sequence++, header.data, frames[index].milliseconds)
    if (index === 0) return [head, chunk("IDAT", pixels)]
    const numbered = Buffer.alloc(4)
    numbered.writeUInt32BE(sequence++)
    return [head, chunk("fdAT", Buffer.concat([numbered, pixels]))]
  })
  return Buffer.concat([frames[0].png.subarray(0, SIGNATURE), chunk("IHDR", header.data), chunk("acTL", control), ...shown, chunk("IEND", Buffer.alloc(0))])
}
