// A shown credential is held against the log: signed by the enrolled key, enrolled by the invitation that names the person.
import { describe, expect, it } from 'vitest'
import { utf8, type Bytes } from '../../src/base/bytes'
import { sha256 } from '../../src/crypto/sha256'
import { freshness, holdCredential, readToken } from '../../src/public_page/credential'
import { readAddress } from '../../src/public_page/address'
import { b64u, detached, makeAuthor, makeKey, write } from '../fake/keys.mjs'
import { inclusion, leafOf, makeLog, texts } from '../fake/log.mjs'

const kAt = '2026-11-22T08:15:30.123+08:00'
const [root, invite, device, stranger] = [makeKey('EdDSA'), makeKey('ES256'), makeKey('EdDSA'), makeKey('EdDSA')]
const log = makeLog('plumb.example/log', () => new Date('2026-11-22T08:00:00.000Z'))
const members = { site: '', region: '', files: [] }
const invited = write(makeAuthor(root), 'invite.issued', kAt, members, { key: invite.jwk, person: { id: 'p1', name: '检查员甲' }, grants: [], expires: kAt })
const proof = detached(device, 'plumb+enrol', Buffer.from(`plumb-enrol-v1\n${invite.kid}\n${device.kid}`))
const enrolled = write(makeAuthor(invite), 'key.enrolled', kAt, members, { key: device.jwk, device: '平板 3', proof })
for (const line of [invited.line, 'x', enrolled.line, 'y', 'z']) log.append(line)
const leaves = log.lines.map(leafOf)
const answer = {
  kid: device.kid,
  log_key: log.key as string,
  checkpoint: log.checkpoint(),
  invited: { index: 0, line: invited.line, inclusion: texts(inclusion(0, leaves)) },
  enrolled: { index: 2, line: enrolled.line, inclusion: texts(inclusion(2, leaves)) },
  revoked: false,
  roles: ['inspector'],
  regions: ['62'],
}
const pin = b64u((await sha256(utf8(log.key))).slice(0, 16) as Bytes)

function codeOf(key = device, said: object = { v: 1, name: '检查员甲', at: kAt }, typ = 'plumb+credential') {
  const head = b64u(JSON.stringify({ alg: key.alg, kid: key.kid, typ }))
  const body = b64u(JSON.stringify(said))
  return `#c.${head}.${body}.${b64u(key.sign(Buffer.from(`${head}.${body}`)))}.${pin}`
}
async function outcome(code = codeOf(), change: object = {}) {
  const result = await holdCredential(readToken(code)!, JSON.stringify({ ...answer, ...change }))
  return 'held' in result ? 'held' : result.mismatch
}

describe('a shown credential', () => {
  it('holds where the enrolled key signed it for the person who was invited', async () => {
    const result = await holdCredential(readToken(codeOf())!, JSON.stringify(answer))
    expect('held' in result && result.held).toMatchObject({ name: '检查员甲', at: Date.parse(kAt), device: '平板 3', roles: ['inspector'], regions: ['62'], revoked: false })
    const gone = await holdCredential(readToken(codeOf())!, JSON.stringify({ ...answer, revoked: true }))
    expect('held' in gone && gone.held.revoked).toBe(true)
  })

  it('of another name, key, log or place does not', async () => {
    expect(await outcome(codeOf(device, { v: 1, name: '别人', at: kAt }))).toBe('name')
    const good = codeOf()
    const moved = good.replace(b64u(JSON.stringify({ v: 1, name: '检查员甲', at: kAt })), b64u(JSON.stringify({ v: 1, name: '检查员甲', at: '2026-11-22T09:15:30.123+08:00' })))
    expect(moved).not.toBe(good)
    expect(await outcome(moved)).toBe('signature')
    // A stranger's key under the enrolled one's name, and an answer that swaps the key.
    expect(await outcome(codeOf(stranger))).toBe('answer')
    expect(await outcome(codeOf(stranger), { kid: stranger.kid })).toBe('chain')
    expect(await outcome(codeOf(), { log_key: makeLog('plumb.example/log').key })).toBe('log_key')
    expect(await outcome(codeOf(), { checkpoint: makeLog('plumb.example/log').checkpoint() })).toBe('checkpoint')
    expect(await outcome(codeOf(), { enrolled: { ...answer.enrolled, index: 1 } })).toBe('inclusion')
    expect(await outcome(codeOf(), { invited: { ...answer.invited, inclusion: [] } })).toBe('inclusion')
    expect(await outcome(codeOf(), { enrolled: answer.invited })).toBe('answer')
    expect(await outcome(codeOf(), { enrolled: null })).toBe('answer')
    expect('mismatch' in (await holdCredential(readToken(good)!, '[]'))).toBe(true)
    expect('mismatch' in (await holdCredential(readToken(good)!, 'x'))).toBe(true)
  })

  it('by an invitation that somebody else claimed does not', async () => {
    const other = makeKey('ES256')
    const theirs = write(makeAuthor(root), 'invite.issued', kAt, members, { key: other.jwk, person: { id: 'p2', name: '检查员甲' } })
    const mixed = makeLog('plumb.example/log')
    for (const line of [theirs.line, enrolled.line]) mixed.append(line)
    const all = mixed.lines.map(leafOf)
    const change = { log_key: mixed.key, checkpoint: mixed.checkpoint(), invited: { index: 0, line: theirs.line, inclusion: texts(inclusion(0, all)) }, enrolled: { index: 1, line: enrolled.line, inclusion: texts(inclusion(1, all)) } }
    const code = codeOf().replace(pin, b64u((await sha256(utf8(mixed.key))).slice(0, 16) as Bytes))
    expect(await outcome(code, change)).toBe('chain')
  })

  it('that is a picture of a code says how old it is', () => {
    const at = Date.parse(kAt)
    expect(freshness(at, at + 60_000)).toBe('now')
    expect(freshness(at, at - 60_000)).toBe('now')
    expect(freshness(at, at + 300_001)).toBe('old')
    expect(freshness(at, at - 120_001)).toBe('ahead')
  })

  it('is read strictly', () => {
    const good = codeOf()
    expect(readToken(good)?.kid).toBe(device.kid)
    expect(readAddress('/verify/', good)).toMatchObject({ credential: true, damaged: false })
    for (const code of ['', '#c', '#c.a.b.c', good.slice(0, -1), good + '.x', good.replace('#c.', '#d.'), codeOf(device, { v: 2, name: 'x', at: kAt }), codeOf(device, { v: 1, name: 7, at: kAt }), codeOf(device, { v: 1, name: 'x', at: 'now' }), codeOf(device, { v: 1, name: 'x', at: kAt }, 'JWT')])
      expect(readToken(code), code.slice(0, 20)).toBe(null)
  })
})
