// Photos for the stage: whole PNG pictures, drawn here so that none has to be shipped. A field, a sky, rows of plants or
// a paper label; each seed gives another picture.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32, deflateSync } from './png.mjs'

const mix = (a, b, t) => a.map((v, i) => v + (b[i] - v) * t)

function noise(seed) {
  let state = seed * 2654435761 + 1
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2246822519)
    state = Math.imul(state ^ (state >>> 13), 3266489917)
    state ^= state >>> 16
    return (state >>> 0) / 4294967296
  }
}

function greenhouse(x, y, seed) {
  const arch = Math.abs(x - 0.5) * 1.6 + Math.abs(Math.sin(seed)) * 0.1
  if (y < 0.42 - arch * 0.18) return mix([226, 234, 236], [182, 204, 210], y * 2)
  const depth = (y - 0.3) / 0.7
  const row = Math.sin(((x - 0.5) / (0.12 + depth)) * 9 + seed)
  return row > 0 ? mix([64, 104, 52], [118, 160, 82], depth) : mix([112, 92, 66], [150, 126, 92], depth)
}

function label(x, y, seed) {
  const inside = x > 0.16 && x < 0.84 && y > 0.14 && y < 0.86
  if (!inside) return mix([146, 118, 84], [118, 92, 62], y)
  const line = Math.floor((y - 0.2) * 22)
  const ink = line >= 0 && line % 2 === 0 && x > 0.22 && x < 0.78 - ((line * 7 + seed * 3) % 5) * 0.06
  return ink ? [72, 70, 66] : [240, 234, 218]
}

// kind: "greenhouse" or "label".
export function writePhoto(file, kind, seed = 1, width = 960, height = 720) {
  const random = noise(seed)
  const paint = kind === 'label' ? label : greenhouse
  const raw = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0, at = 0; y < height; ++y) {
    raw[at++] = 0
    for (let x = 0; x < width; ++x) {
      const grain = (random() - 0.5) * 14
      for (const channel of paint(x / width, y / height, seed)) raw[at++] = Math.max(0, Math.min(255, channel + grain))
    }
  }
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const head = Buffer.alloc(4)
    const tail = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    tail.writeUInt32BE(crc32(body))
    return Buffer.concat([head, body, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]))
  return file
}
