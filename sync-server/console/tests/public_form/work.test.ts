import { describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import { solve, zeroBits } from '../../src/public_form/work'

const sha = (text: string | Uint8Array) => createHash('sha256').update(text).digest()

describe('the proof of work', () => {
  it('counts zero bits from the left, as the server does', () => {
    expect(zeroBits(new Uint8Array(32))).toBe(256)
    expect(zeroBits(Uint8Array.of(1, 0))).toBe(7)
    expect(zeroBits(Uint8Array.of(0, 0x40))).toBe(9)
  })
  it('is the first counter whose hash begins with so many of them, of this challenge and this content', () => {
    const content = new TextEncoder().encode('{"text":"内容"}')
    const counter = solve({ challenge: 'AbC-_', bits: 10 }, content)
    const hash = (n: string) => sha(`plumb-work-v1.AbC-_.${sha(content).toString('hex')}.${n}`)
    expect(zeroBits(hash(counter))).toBeGreaterThanOrEqual(10)
    for (let n = 0; n < Number(counter); ++n) expect(zeroBits(hash(String(n)))).toBeLessThan(10)
  })
})
