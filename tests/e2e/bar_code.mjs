// Bar codes as a picture: EAN-13 (ISO/IEC 15420), black on white, as a label bears them, one below the other.
import { writeFileSync } from 'node:fs'
import { crc32, deflateSync } from '../../tools/stage/png.mjs'

const kLeft = ['0001101', '0011001', '0010011', '0111101', '0100011', '0110001', '0101111', '0111011', '0110111', '0001011']
const kSets = ['LLLLLL', 'LLGLGG', 'LLGGLG', 'LLGGGL', 'LGLLGG', 'LGGLLG', 'LGGGLL', 'LGLGLG', 'LGLGGL', 'LGGLGL']
const turned = (bits) => [...bits].map((bit) => (bit === '1' ? '0' : '1')).join('')
const mirrored = (bits) => [...bits].reverse().join('')

function modules(digits) {
  const of = (digit, set) => (set === 'L' ? kLeft[digit] : set === 'R' ? turned(kLeft[digit]) : mirrored(turned(kLeft[digit])))
  const set = kSets[Number(digits[0])]
  const left = [...digits.slice(1, 7)].map((digit, i) => of(Number(digit), set[i])).join('')
  const right = [...digits.slice(7)].map((digit) => of(Number(digit), 'R')).join('')
  return `101${left}01010${right}101`
}

export function writeEan13(file, ...codes) {
  const [wide, quiet, height] = [5, 12, 300]
  const width = (modules(codes[0]).length + 2 * quiet) * wide
  const blank = Buffer.alloc(width + 1, 255)
  blank[0] = 0
  const rows = codes.flatMap((digits) => {
    const bits = modules(digits)
    const line = Buffer.from(blank)
    for (let x = 0; x < bits.length * wide; ++x) if (bits[Math.floor(x / wide)] === '1') line[1 + quiet * wide + x] = 0
    return Array.from({ length: height }, (_, y) => (y < 40 || y >= height - 40 ? blank : line))
  })
  const raw = Buffer.concat(rows)
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
    head.writeUInt32BE(data.length)
    tail.writeUInt32BE(crc32(body))
    return Buffer.concat([head, body, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(rows.length, 4)
  header.set([8, 0, 0, 0, 0], 8)
  writeFileSync(file, Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]))
}
