import { inflateSync } from 'node:zlib'

export type Picture = {
  width: number
  height: number
  bitDepth: number
  /** 2 is RGB, 6 is RGB with alpha (PNG specification, section 11.2.1). */
  colourType: number
  /** Every pixel as red, green, blue, alpha, row by row. */
  pixels: readonly (readonly [number, number, number, number])[]
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Reads a PNG of 8 bits a channel, RGB or RGBA, not interlaced. @throws on any other file. */
export function decodePng(file: Buffer): Picture {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('not a PNG')
  const chunks = [...chunksOf(file)]
  const header = chunks.find((chunk) => chunk.type === 'IHDR')?.data
  if (header === undefined) throw new Error('no IHDR')
  const [width, height, bitDepth, colourType] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]]
  if (bitDepth !== 8 || (colourType !== 2 && colourType !== 6) || header[12] !== 0) {
    throw new Error(`not read: bit depth ${bitDepth}, colour type ${colourType}, interlace ${header[12]}`)
  }
  const channels = colourType === 6 ? 4 : 3
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)))
  const bytes = unfilter(data, width * channels, height, channels)
  const pixels = Array.from({ length: width * height }, (_, index): [number, number, number, number] => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = bytes.subarray(index * channels, (index + 1) * channels)
    return [red, green, blue, alpha]
  })
  return { width, height, bitDepth, colourType, pixels }
}

function* chunksOf(file: Buffer) {
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    yield { type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

/** Undoes the line filters (PNG specification, section 9.2). */
function unfilter(data: Buffer, lineLength: number, height: number, channels: number): Buffer {
  const out = Buffer.alloc(lineLength * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (lineLength + 1)]
    for (let x = 0; x < lineLength; x++) {
      const at = y * lineLength + x
      const left = x < channels ? 0 : (out[at - channels] ?? 0)
      const up = y === 0 ? 0 : (out[at - lineLength] ?? 0)
      const corner = y === 0 || x < channels ? 0 : (out[at - lineLength - channels] ?? 0)
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter ?? 0] ?? 0
      out[at] = (data[y * (lineLength + 1) + 1 + x] ?? 0) + guess
    }
  }
  return out
}

function nearest(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
