import { describe, expect, it } from 'vitest'
import { fromBase64, type Bytes } from '../../src/base/bytes'
import { isProved, readFeedPage } from '../../src/log/feed_page'
import { makeLog } from '../fake/log.mjs'

const log = makeLog('plumb.example/log')
for (const line of ['a', 'b c', 'd', 'e', 'f']) log.append(line)
const checkpoint = { size: 5, root: new Uint8Array(log.root()) as Bytes }
const page = (indexes: number[]) => `${indexes.map((i) => `${i} ${log.lines[i]}\n`).join('')}proof ${log.multiProof(indexes).join(' ')}\n`

describe('a page of the feed', () => {
  it('is its lines with their places and what proves them', async () => {
    const read = readFeedPage(`${page([1, 3])}checkpoint QUJD\nconsistency QUJD QUJE\n`)
    expect(read.lines).toEqual([{ index: 1, text: 'b c' }, { index: 3, text: 'e' }])
    expect(await isProved(read.lines, read.proof, checkpoint)).toBe(true)
  })
  it('of a whole log needs no hash, and an empty one claims nothing', async () => {
    const whole = readFeedPage(page([0, 1, 2, 3, 4]).replace('proof \n', 'proof\n'))
    expect([whole.proof.length, await isProved(whole.lines, whole.proof, checkpoint)]).toEqual([0, true])
    expect(readFeedPage('')).toEqual({ lines: [], proof: [] })
    expect(await isProved([], [], checkpoint)).toBe(true)
  })
  it.each([
    ['a line changed', (p: string) => p.replace('b c', 'b d')],
    ['a place moved', (p: string) => p.replace('1 b', '2 b')],
    ['two lines that change places', () => page([1, 2]).replace('1 b c\n2 d', '1 d\n2 b c')],
    ['a line left out', (p: string) => p.replace('3 e\n', '')],
    ['no proof', (p: string) => p.replace(/proof.*\n/, '')],
  ])('is not proved: %s', async (_, change) => {
    const read = readFeedPage(change(page([1, 3])))
    expect(await isProved(read.lines, read.proof, checkpoint)).toBe(false)
  })
  it.each(['x', '01 a', '-1 a', '1', 'proof %%', '<html>'])('is refused: %s', (text) => {
    expect(() => readFeedPage(text)).toThrow()
  })
  it('keeps a line’s own bytes', async () => {
    expect(fromBase64(log.multiProof([1])[0]!).length).toBe(32)
    expect(readFeedPage('7 a  b \n').lines[0]!.text).toBe('a  b ')
  })
})
