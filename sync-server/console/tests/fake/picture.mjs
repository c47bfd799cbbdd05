// Pictures without any library: PNGs drawn by arithmetic, enough like photographs to judge a page by.
import { deflateSync, crc32 } from 'node:zlib'

const crc = crc32 ?? slowCrc

function slowCrc(bytes) {
  let c = ~0
  for (const b of bytes) {
    c ^= b
    for (let k = 0; k < 8; k++) c = (c >>> 1) ^ (0xedb88320 & -(c & 1))
  }
  return ~c >>> 0
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const out = Buffer.alloc(8 + body.length)
  out.writeUInt32BE(data.length)
  body.copy(out, 4)
  out.writeUInt32BE(crc(body), 4 + body.length)
  return out
}

export function png(width, height, colour, alpha = false) {
  const n = alpha ? 4 : 3
  const raw = Buffer.alloc(height * (width * n + 1))
  for (let y = 0, o = 0; y < height; y++) {
    raw[o++] = 0
    for (let x = 0; x < width; x++) for (const c of colour(x / width, y / height)) raw[o++] = Math.max(0, Math.min(255, c))
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, alpha ? 6 : 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))])
}

/** A greenhouse: arched roof light, rows of plants towards a vanishing point; `seed` changes light and crop. */
export function greenhouse(seed, width = 640) {
  const hue = [(seed * 37) % 40, (seed * 53) % 50, (seed * 71) % 30]
  return png(width, width * 0.75, (x, y) => {
    const noise = (Math.sin(x * 311.7 + seed) * Math.cos(y * 183.3 - seed) * 43758.5) % 1
    const arch = Math.hypot((x - 0.5) * 1.1, y - 0.55)
    if (y < 0.5 && arch > 0.3) {
      const rib = Math.abs((Math.atan2(y - 0.55, x - 0.5) * 9) % 1) < 0.08 ? -40 : 0
      return [206 - 60 * y + rib + hue[0], 214 - 40 * y + rib, 210 - 90 * y + rib + noise * 6]
    }
    if (y < 0.5) return [186 + 60 * (0.5 - y) + noise * 5, 198 + 40 * (0.5 - y), 176 + hue[2]]
    const lane = Math.abs(((x - 0.5) / (y - 0.42)) * 1.6 + 0.5 - Math.floor(((x - 0.5) / (y - 0.42)) * 1.6 + 0.5) - 0.5)
    const shade = noise * 22 - (1 - y) * 30
    return lane < 0.16 ? [122 + shade + hue[0], 96 + shade, 66 + shade] : [58 + hue[1] + shade, 108 + hue[0] + shade, 48 + hue[2] + shade]
  })
}

/** A page of a handwritten ledger. */
export function ledger(seed, width = 640) {
  return png(width, width * 0.75, (x, y) => {
    const rule = Math.abs((y * 16) % 1) < 0.05 || Math.abs((x * 5) % 1) < 0.012 ? -46 : 0
    const pen = (y * 16) % 1 > 0.34 && (y * 16) % 1 < 0.72 && Math.sin(x * 190 + Math.floor(y * 16) * seed) * Math.sin(x * 47 + seed) > 0.42 && (x * 5) % 1 < 0.75 ? -120 : 0
    const light = 20 * (1 - Math.hypot(x - 0.4, y - 0.3))
    return [226 + light + rule + pen, 216 + light + rule + pen, 192 + light + rule + pen * 0.7]
  })
}

/** A name, drawn with a finger. */
export function signature(seed, width = 360) {
  const strokes = Array.from({ length: 90 }, (_, i) => {
    const t = i / 90
    return [0.14 + 0.72 * t + 0.03 * Math.sin(t * 40 + seed), 0.5 + 0.24 * Math.sin(t * 17 + seed) * Math.cos(t * 5.3) - 0.08 * t]
  })
  return png(width, Math.round(width * 0.39), (x, y) => {
    let d = 9
    for (let i = 1; i < strokes.length; i++) {
      const [[ax, ay], [bx, by]] = [strokes[i - 1], strokes[i]]
      const [vx, vy] = [bx - ax, by - ay]
      const t = Math.max(0, Math.min(1, ((x - ax) * vx + (y - ay) * vy) / (vx * vx + vy * vy)))
      d = Math.min(d, Math.hypot((x - ax - t * vx) * 2.57, y - ay - t * vy))
    }
    return [24, 38, 64, d < 0.018 ? 235 : d < 0.03 ? 120 : 0]
  }, true)
}
