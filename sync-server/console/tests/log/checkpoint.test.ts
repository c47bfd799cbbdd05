import { describe, expect, it } from 'vitest'
import { hex } from '../../src/base/bytes'
import { openCheckpoint, parseVerifierKey } from '../../src/log/checkpoint'
import { makeLog, trustDigest } from '../fake/log.mjs'

const now = () => new Date('2026-11-22T08:00:00.000Z')
const log = makeLog('plumb.example/log', now)
for (const line of ['a', 'b', 'c']) log.append(line)
const key = await parseVerifierKey(log.key)
const note = log.checkpoint()

describe('the log key', () => {
  it('is a name, an id that follows from it, and an Ed25519 key', () => {
    expect(key.origin).toBe('plumb.example/log')
    expect(key.key.length).toBe(32)
  })
  // From the specification of signed notes (the Go checksum database's key).
  it('takes the key of a known log', async () => {
    const known = await parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8')
    expect(hex(known.id)).toBe('033de0ae')
  })
  it.each([[''], ['plumb'], ['a+b+c'], [log.key.replace(/\+(.)/, (_: string, c: string) => `+${c === 'a' ? 'b' : 'a'}`)], [log.key.replace('plumb', 'plumc')], [log.key + 'A'], ['sum.golang.org+033de0ae+As4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'], ['two words+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8']])('is refused: %s', async (text) => {
    await expect(parseVerifierKey(text)).rejects.toThrow()
  })
})

describe('a checkpoint', () => {
  it('is opened when the log signed it', async () => {
    const c = await openCheckpoint(note, key)
    expect(c.size).toBe(3)
    expect(hex(c.root)).toBe(log.root().toString('hex'))
    expect(c.time).toBe('2026-11-22T08:00:00.000Z')
  })
  it('says how many trust lines the log holds and their digest, or nothing of them', async () => {
    const three = makeLog('plumb.example/log', now)
    for (const type of ['invite.issued', 'site.published', 'key.enrolled']) three.append(`{"type":"${type}"}`)
    const c = await openCheckpoint(three.checkpoint(), await parseVerifierKey(three.key))
    expect(c.trust!.count).toBe(2)
    expect(hex(c.trust!.digest)).toBe(trustDigest([three.lines[0], three.lines[2]]).toString('hex'))
    three.silent = true
    expect((await openCheckpoint(three.checkpoint(), await parseVerifierKey(three.key))).trust).toBeNull()
  })
  it('may bear a witness beside the log, in either order', async () => {
    const [text, signature] = note.split('\n\n') as [string, string]
    const witness = `\u2014 witness.example ${Buffer.alloc(76, 7).toString('base64')}\n`
    expect((await openCheckpoint(`${text}\n\n${witness}${signature}`, key)).size).toBe(3)
    expect((await openCheckpoint(`${text}\n\n${signature}${witness}`, key)).size).toBe(3)
    await expect(openCheckpoint(`${text}\n\n${witness}`, key)).rejects.toThrow('not signed')
  })
  const other = makeLog('plumb.example/log', now)
  other.append('a')
  it.each([
    ['nothing', ''],
    ['a size that was raised', note.replace('\n3\n', '\n4\n')],
    ['a size with a leading zero', note.replace('\n3\n', '\n03\n')],
    ['a negative size', note.replace('\n3\n', '\n-3\n')],
    ['another time', note.replace('time 2026', 'time 2027')],
    ['another count of trust lines', note.replace('\ntrust 0 ', '\ntrust 1 ')],
    ['another digest of them', note.replace(/trust 0 A/, 'trust 0 B')],
    ['another origin', note.replaceAll('plumb.example', 'other.example')],
    ['the same name, another key', other.checkpoint()],
    ['no end of line', note.slice(0, -1)],
    ['no signature', note.slice(0, note.indexOf('\n\n') + 2)],
    ['a hyphen for the dash', note.replace('\u2014', '-')],
    ['a short root', note.replace(log.root().toString('base64'), 'AAAA')],
  ])('is refused: %s', async (_, text) => {
    await expect(openCheckpoint(text, key)).rejects.toThrow()
  })
})
