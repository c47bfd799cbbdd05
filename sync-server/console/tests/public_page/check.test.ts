import { describe, expect, it } from 'vitest'
import { hex, utf8, type Bytes } from '../../src/base/bytes'
import { sha256 } from '../../src/crypto/sha256'
import { readAnswer, type Answer } from '../../src/public_page/answer'
import { check } from '../../src/public_page/check'
import { consistency, inclusion, leafOf, makeLog, texts } from '../fake/log.mjs'

const log = makeLog('plumb.example/log', () => new Date('2026-11-22T08:00:00.000Z'))
const kIndex = 3
for (const line of ['a', 'b', 'c', 'the record']) log.append(line)
const first = log.checkpoint()
for (const line of ['e', 'f', 'g']) log.append(line)
const leaves = log.lines.map(leafOf)

const said = {
  hash: hex(await sha256(utf8('the record'))),
  index: kIndex,
  leaf: leaves[kIndex]!.toString('base64'),
  log_key: log.key as string,
  first: { checkpoint: first, inclusion: texts(inclusion(kIndex, leaves.slice(0, kIndex + 1))) },
  newest: { checkpoint: log.checkpoint(), consistency: texts(consistency(kIndex + 1, leaves)) },
  office: '示例局',
  contact: '',
}
const digits = said.hash.slice(0, 32)
const pins = { leaf: new Uint8Array(leaves[kIndex]!.subarray(0, 16)) as Bytes, logKey: (await sha256(utf8(log.key))).slice(0, 16) as Bytes }
const answer = (change: Partial<Record<keyof typeof said, unknown>> = {}): Answer => readAnswer(JSON.stringify({ ...said, ...change }))
const outcome = async (given: Answer) => {
  const result = await check(digits, pins, given)
  return 'held' in result ? 'held' : result.mismatch
}

describe('an answer', () => {
  it('holds, with the code and without', async () => {
    expect(await outcome(answer())).toBe('held')
    const typed = await check(digits, null, answer())
    expect('held' in typed && [typed.held.first.size, typed.held.newest.size]).toEqual([4, 7])
    expect('held' in typed && typed.held.keyDigits).toBe(hex(pins.logKey).slice(0, 16))
  })
  it('of another entry, key or log does not', async () => {
    expect(await outcome(answer({ hash: '0'.repeat(64) }))).toBe('hash')
    expect(await outcome(answer({ leaf: leaves[0]!.toString('base64') }))).toBe('leaf')
    const other = makeLog('plumb.example/log')
    expect(await outcome(answer({ log_key: other.key }))).toBe('log_key')
    expect(await outcome(answer({ newest: { ...said.newest, checkpoint: other.checkpoint() } }))).toBe('signature')
    expect(await outcome(answer({ index: 2 }))).toBe('inclusion')
    expect(await outcome(answer({ first: { ...said.first, inclusion: [] } }))).toBe('inclusion')
    expect(await outcome(answer({ newest: { ...said.newest, consistency: texts(leaves.slice(0, 3)) } }))).toBe('consistency')
    // The older checkpoint in the place of the newer: a log that shrank.
    expect(await outcome(answer({ first: { checkpoint: said.newest.checkpoint, inclusion: texts(inclusion(kIndex, leaves)) }, newest: { checkpoint: first, consistency: [] } }))).toBe('consistency')
  })
  it.each([{ hash: 'x' }, { index: -1 }, { index: 1.5 }, { leaf: 'AA==' }, { first: null }, { newest: {} }, { since: {} }, { says: { kind: 'x' } }, { office: 7 }])('that is not as it has to be is none: %o', (change) => {
    expect(() => answer(change)).toThrow()
  })
})
