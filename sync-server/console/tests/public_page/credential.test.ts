// A shown credential is held against the log: signed by the enrolled key, enrolled by the invitation that names the person.
import { describe, expect, it } from 'vitest'
import { utf8, type Bytes } from '../../src/base/bytes'
import { sha256 } from '../../src/crypto/sha256'
import { freshness, holdCredential, readToken } from '../../src/public_page/credential'
import { readAddress } from '../../src/public_page/address'
import { b64u, detached, makeAuthor, makeKey, write } from '../fake/keys.mjs'
import { inclusion, leafOf, makeLog, texts } from '../fake/log.mjs'

const kAt = '2026-11-22T08:15:30.123+08:00'
const [root, adminInvite, admin, invite, device, stranger] = [makeKey('EdDSA'), makeKey('ES256'), makeKey('EdDSA'), makeKey('ES256'), makeKey('EdDSA'), makeKey('EdDSA')]
const log = makeLog('plumb.example/log', () => new Date('2026-11-22T08:00:00.000Z'))
const members = { site: '', region: '', files: [] }
const later = '2026-12-22T08:15:30.123+08:00'
type Key = typeof root
const proofOf = (by: Key, of: Key) => detached(of, 'plumb+enrol', Buffer.from(`plumb-enrol-v1\n${by.kid}\n${of.kid}`))
const [byRoot, byAdmin] = [makeAuthor(root), makeAuthor(admin)]
const inspector = [{ role: 'inspector', regions: ['62'] }]
const person = { id: 'p1', name: '检查员甲', certificate: { number: '甘 0016', until: '2028-06' } }
/** The log's lines: root → administrator → inspector, with others' between them. */
const lines = {
  root: write(byRoot, 'invite.issued', kAt, members, { key: adminInvite.jwk, person: { id: 'p0', name: '管理员' }, grants: [{ role: 'administrator', regions: ['62'] }], expires: later, root: root.jwk, log: log.key }),
  admin: write(makeAuthor(adminInvite), 'key.enrolled', kAt, members, { key: admin.jwk, device: '办公室', proof: proofOf(adminInvite, admin) }),
  invited: write(byAdmin, 'invite.issued', kAt, members, { key: invite.jwk, person, grants: inspector, expires: later }),
  enrolled: write(makeAuthor(invite), 'key.enrolled', kAt, members, { key: device.jwk, device: '平板 3', proof: proofOf(invite, device) }),
  granted: write(byAdmin, 'role.granted', kAt, members, { key: device.kid, grants: [{ role: 'supervisor', regions: ['6203'] }], reason: '借调' }),
  revoked: write(byAdmin, 'key.revoked', kAt, members, { key: device.kid, reason: '平板遗失' }),
}
for (const line of [lines.root.line, 'x', lines.admin.line, lines.invited.line, 'y', lines.enrolled.line, 'z', lines.granted.line, lines.revoked.line]) log.append(line)
const leaves = log.lines.map(leafOf)
const placed = (...names: (keyof typeof lines)[]) => names.map((name) => {
  const index = log.lines.indexOf(lines[name].line)
  return { index, line: lines[name].line, inclusion: texts(inclusion(index, leaves)) }
})
const chain = placed('root', 'admin', 'invited', 'enrolled', 'granted')
const answer = { kid: device.kid, log_key: log.key as string, checkpoint: log.checkpoint(), trust: chain, revoked: false }
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
  it('holds where a chain leads from the root of this log to the key that signed it; what it may do follows from that chain', async () => {
    const result = await holdCredential(readToken(codeOf())!, JSON.stringify({ ...answer, roles: ['administrator'], regions: [''] }))
    expect('held' in result && result.held).toMatchObject({ name: '检查员甲', at: Date.parse(kAt), device: '平板 3', roles: ['inspector', 'supervisor'], regions: ['62', '6203'], revoked: false, revokedAt: null, certifiedUntil: '2028-06-30', root: root.kid.slice(0, 8) })
  })

  it('is revoked by the line that says so, and by an office that says so without it', async () => {
    const gone = await holdCredential(readToken(codeOf())!, JSON.stringify({ ...answer, trust: [...chain, ...placed('revoked')] }))
    expect('held' in gone && gone.held).toMatchObject({ revoked: true, revokedAt: kAt })
    const said = await holdCredential(readToken(codeOf())!, JSON.stringify({ ...answer, revoked: true }))
    expect('held' in said && said.held).toMatchObject({ revoked: true, revokedAt: null })
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
    expect(await outcome(codeOf(), { trust: [{ ...chain[0], index: 1 }, ...chain.slice(1)] })).toBe('inclusion')
    expect(await outcome(codeOf(), { trust: [{ ...chain[0], inclusion: [] }, ...chain.slice(1)] })).toBe('inclusion')
    for (const trust of [null, 'x', [null], [{ index: 0 }], [chain[0], chain[0]], [...chain].reverse()]) expect(await outcome(codeOf(), { trust })).toMatch(/answer|root/)
    expect('mismatch' in (await holdCredential(readToken(good)!, '[]'))).toBe(true)
    expect('mismatch' in (await holdCredential(readToken(good)!, 'x'))).toBe(true)
  })

  it('whose chain has a gap, begins at another root or comes from who may not invite does not', async () => {
    for (const missing of ['root', 'admin', 'invited', 'enrolled'] as const)
      expect(await outcome(codeOf(), { trust: placed(...(['root', 'admin', 'invited', 'enrolled'] as const).filter((name) => name !== missing)) })).toMatch(/chain|root/)
    expect(await outcome(codeOf(), { trust: [] })).toBe('root')
    // A whole chain of one's own in a log that its root does not name, and an invitation by who is no administrator.
    const other = makeLog('plumb.example/log')
    for (const line of [lines.root.line, lines.admin.line, lines.invited.line, lines.enrolled.line]) other.append(line)
    const all = other.lines.map(leafOf)
    const trust = other.lines.map((line: string, index: number) => ({ index, line, inclusion: texts(inclusion(index, all)) }))
    const code = codeOf().replace(pin, b64u((await sha256(utf8(other.key))).slice(0, 16) as Bytes))
    expect(await outcome(code, { log_key: other.key, checkpoint: other.checkpoint(), trust })).toBe('root')
    const forged = makeLog('plumb.example/log')
    const byDevice = makeAuthor(device)
    const inviteTwo = makeKey('ES256')
    const byNobody = write(byDevice, 'invite.issued', kAt, members, { key: inviteTwo.jwk, person: { id: 'p9', name: '检查员甲' }, grants: inspector, expires: later })
    const claimed = write(makeAuthor(inviteTwo), 'key.enrolled', kAt, members, { key: stranger.jwk, device: 'x', proof: proofOf(inviteTwo, stranger) })
    const rooted = write(makeAuthor(root), 'invite.issued', kAt, members, { ...JSON.parse(lines.root.line.slice(lines.root.line.indexOf(' ') + 1)).body, log: forged.key })
    for (const line of [rooted.line, lines.admin.line, lines.invited.line, lines.enrolled.line, byNobody.line, claimed.line]) forged.append(line)
    const leavesThere = forged.lines.map(leafOf)
    const chainThere = forged.lines.map((line: string, index: number) => ({ index, line, inclusion: texts(inclusion(index, leavesThere)) }))
    const codeThere = codeOf(stranger).replace(pin, b64u((await sha256(utf8(forged.key))).slice(0, 16) as Bytes))
    expect(await outcome(codeThere, { kid: stranger.kid, log_key: forged.key, checkpoint: forged.checkpoint(), trust: chainThere })).toBe('chain')
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
