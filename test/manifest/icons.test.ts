import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'
import { decodePng } from './decode-png.ts'

const icon = async (name: string) => decodePng(await readFile(new URL(`../../manifest/${name}`, import.meta.url)))

describe('the icons of the app', () => {
  it('have a colour icon of 192 by 192 pixels in full colour, with nothing see-through', async () => {
    const { width, height, bitDepth, pixels } = await icon('color.png')
    assert.deepEqual([width, height, bitDepth], [192, 192, 8])
    assert.ok(pixels.every(([, , , alpha]) => alpha === 255))
    assert.ok(new Set(pixels.map(String)).size > 3, 'more than a flat square')
  })

  it('keep the drawing of the colour icon clear of the edge, where Teams rounds the corners', async () => {
    const { pixels } = await icon('color.png')
    const edge = pixels.filter((_, at) => {
      const [x, y] = [at % 192, Math.floor(at / 192)]
      return Math.min(x, y, 191 - x, 191 - y) < 32
    })
    assert.deepEqual([...new Set(edge.map(String))], ['47,58,143,255'])
  })

  it('have an outline icon of 32 by 32 pixels, white on nothing', async () => {
    const { width, height, bitDepth, colourType, pixels } = await icon('outline.png')
    assert.deepEqual([width, height, bitDepth, colourType], [32, 32, 8, 6])
    const seen = pixels.filter(([, , , alpha]) => alpha > 0)
    assert.deepEqual([...new Set(seen.map(([red, green, blue]) => `${red},${green},${blue}`))], ['255,255,255'])
    assert.ok(
      seen.some(([, , , alpha]) => alpha === 255),
      'something is drawn',
    )
    assert.ok(seen.length < pixels.length / 2, 'most of it is see-through')
  })
})

describe('reading a picture', () => {
  it('undoes each of the five line filters', () => {
    const rows = [
      [0, 10, 20, 30],
      [1, 1, 1, 1],
      [2, 1, 1, 1],
      [3, 1, 1, 1],
      [4, 1, 1, 1],
    ]
    const { pixels } = decodePng(png(1, 5, rows))
    assert.deepEqual(
      pixels.map((pixel) => pixel.slice(0, 3)),
      [
        [10, 20, 30],
        [1, 1, 1],
        [2, 2, 2],
        [2, 2, 2],
        [3, 3, 3],
      ],
    )
  })

  it('refuses what is no PNG', () => {
    assert.throws(() => decodePng(Buffer.from('GIF89a and more')), /not a PNG/)
  })
})

function png(width: number, height: number, rows: readonly (readonly number[])[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows.flat())))])
}
