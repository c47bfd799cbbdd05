import { IDBFactory } from 'fake-indexeddb'
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { Api, OpenApi } from '../../src/api/client'
import { Problem } from '../../src/api/problem'
import { makeAssertion, TokenSource } from '../../src/api/token'
import { utf8 } from '../../src/base/bytes'
import { makeOwnKey, signEs256 } from '../../src/crypto/own_key'
import { enrol, EnrolError, finishEnrolment, isEnrolled } from '../../src/people/enrol'
import { openDatabase } from '../../src/storage/database'
import { kIdentity, type Identity } from '../../src/storage/kept'
import { parseInvitation } from '../../src/trust/invitation'
import { makeDemo } from '../fake/demo.mjs'
import { makeServer } from '../fake/server.mjs'
import { makeBrowser, memory, type Demo, type FakeServer } from '../support'

function setting() {
  const demo: Demo = makeDemo()
  const server: FakeServer = makeServer(demo.world)
  const send = server.asFetch
  const invite = demo.world.invite(demo.admin, '孙审核', [{ role: 'supervisor', regions: ['62'], sites: [] }], '2026-11-22T08:00:00.000+08:00')
  return { ...demo, server, send, api: new OpenApi(send), invitation: () => parseInvitation(demo.world.uri(invite, 'http://127.0.0.1')), store: memory() }
}

describe('enrolment', () => {
  it('ends with a key of one’s own, believed from the root', async () => {
    const s = setting()
    const identity = await enrol(await s.invitation(), '浏览器', s.api, s.store)
    expect(isEnrolled(identity)).toBe(true)
    expect(identity.privateKey.extractable).toBe(false)
    expect(s.world.members.get(identity.kid)!.person.name).toBe('孙审核')
    expect(JSON.stringify([...s.store.values])).not.toContain((await s.invitation()).secret.toString())
  })

  it('is kept before it is sent, and a lost answer is taken up with the very same bytes', async () => {
    const s = setting()
    s.world.faults.loseEnrol = true
    await expect(enrol(await s.invitation(), '浏览器', s.api, s.store)).rejects.toMatchObject({ code: 'offline' })
    const begun = (await s.store.get<Identity>(kIdentity))!
    expect(isEnrolled(begun)).toBe(false)
    s.world.faults.loseEnrol = false
    const done = await finishEnrolment(begun, s.api, s.store)
    expect(done.kid).toBe(begun.kid)
    const sent = s.server.calls.filter((c: { target: string }) => c.target === '/v1/enrol').map((c: { body: string }) => c.body)
    expect(sent.length).toBe(2)
    expect(sent[0]).toBe(sent[1])
  })

  it('pasting the same invitation again goes on with the key that was begun', async () => {
    const s = setting()
    s.world.faults.loseEnrol = true
    await enrol(await s.invitation(), '浏览器', s.api, s.store).catch(() => undefined)
    const begun = (await s.store.get<Identity>(kIdentity))!
    s.world.faults.loseEnrol = false
    expect((await enrol(await s.invitation(), '浏览器', s.api, s.store)).kid).toBe(begun.kid)
  })

  it('a used invitation is refused, and nothing is left of the attempt', async () => {
    const s = setting()
    await enrol(await s.invitation(), '一', s.api, memory())
    const e = await enrol(await s.invitation(), '二', s.api, s.store).catch((x: unknown) => x)
    expect(e).toBeInstanceOf(Problem)
    expect(e).toMatchObject({ code: 'invite_used', status: 409 })
    expect(s.store.values.size).toBe(0)
  })

  it('another server is told apart before the invitation is spent', async () => {
    const s = setting()
    const other = setting()
    await expect(enrol(await s.invitation(), '浏览器', other.api, s.store)).rejects.toMatchObject({ code: 'other_server' })
    expect(other.server.calls.some((c: { target: string }) => c.target === '/v1/enrol')).toBe(false)
  })

  it.each([
    ['a chain with a line missing', (a: Record<string, unknown>) => ({ ...a, trust: (a.trust as string[]).slice(0, -1) }), 'chain'],
    ['a chain without the root’s own line', (a: Record<string, unknown>) => ({ ...a, trust: (a.trust as string[]).slice(1) }), 'no_root_key'],
    ['a proof for another place', (a: Record<string, unknown>) => ({ ...a, index: 0 }), 'proof'],
    ['a checkpoint that another key signed', (a: Record<string, unknown>) => ({ ...a, checkpoint: makeDemo().world.log.checkpoint() }), 'proof'],
    ['no proof at all', (a: Record<string, unknown>) => ({ ...a, inclusion: [] }), 'proof'],
  ])('a server that answers with %s is not believed', async (_, twist, code) => {
    const s = setting()
    const api = new OpenApi(async (target, init) => {
      const response = await s.send(target, init)
      return target === '/v1/enrol' ? Response.json(twist(await response.json())) : response
    })
    const e = await enrol(await s.invitation(), '浏览器', api, s.store).catch((x: unknown) => x)
    expect(e).toBeInstanceOf(EnrolError)
    expect((e as EnrolError).code).toBe(code)
    expect(isEnrolled(await s.store.get<Identity>(kIdentity))).toBe(false)
  })
})

describe('the session', () => {
  it('is asked for by an assertion as RFC 7523 wants it', async () => {
    const own = await makeOwnKey()
    const now = Date.parse('2026-11-22T08:00:00Z')
    const jwt = await makeAssertion(own, 'plumb.example/log', now)
    expect(decodeProtectedHeader(jwt)).toEqual({ alg: 'ES256', kid: own.kid, typ: 'JWT' })
    const { payload } = await jwtVerify(jwt, await importJWK({ ...own.jwk }, 'ES256'), { audience: 'plumb.example/log', currentDate: new Date(now) })
    expect(payload).toMatchObject({ iss: own.kid, sub: own.kid, iat: now / 1000, exp: now / 1000 + 60 })
    const again = await makeAssertion(own, 'plumb.example/log', now)
    expect((await jwtVerify(again, await importJWK({ ...own.jwk }, 'ES256'), { currentDate: new Date(now) })).payload.jti).not.toBe(payload.jti)
  })

  it('is shared by calls at the same time, and renewed before it ends', async () => {
    const b = await makeBrowser()
    let clock = Date.parse('2026-11-22T10:20:00.000Z')
    b.world.now = () => new Date(clock)
    const tokens = new TokenSource(b.identity, b.identity.origin, b.send, () => clock)
    const [one, two] = await Promise.all([tokens.get(), tokens.get()])
    expect(one).toBe(two)
    clock += 13 * 60_000
    expect(await tokens.get()).toBe(one)
    clock += 1.5 * 60_000
    expect(await tokens.get()).not.toBe(one)
  })

  it('comes about in spite of a clock that is a year off', async () => {
    const b = await makeBrowser()
    const wrong = Date.parse('2025-11-22T10:20:00.000Z')
    const tokens = new TokenSource(b.identity, b.identity.origin, b.send, () => wrong)
    expect(await tokens.get()).toMatch(/^t/)
  })

  it('that ended on the server is renewed unseen', async () => {
    const b = await makeBrowser()
    await b.api.chain()
    b.server.dropTokens()
    expect(await b.api.chain()).toEqual({ size: 0, prev: '' })
  })

  it('problems carry the server’s code and sentence', async () => {
    const b = await makeBrowser()
    await expect(b.api.record('nowhere')).rejects.toMatchObject({ status: 404, code: 'not_found' })
    const broken = new Api({ get: async () => 't', forget() {} } as unknown as TokenSource, async () => new Response('<html>', { status: 502 }))
    await expect(broken.chain()).rejects.toMatchObject({ status: 502, code: 'http_502' })
  })
})

describe('the store', () => {
  it('keeps a key that can sign and cannot be read, and forgets everything at once', async () => {
    const factory = new IDBFactory()
    const own = await makeOwnKey()
    const store = await openDatabase(factory)
    await store.write({ identity: { kid: own.kid, privateKey: own.privateKey }, chain: { seq: 3, prev: 'x' } })
    const again = await openDatabase(factory)
    const kept = (await again.get<{ privateKey: CryptoKey }>('identity'))!
    expect(kept.privateKey.extractable).toBe(false)
    expect((await signEs256(kept.privateKey, utf8('x'))).length).toBe(64)
    await again.write({ chain: undefined })
    expect(await store.get('chain')).toBeUndefined()
    await store.clear()
    expect(await again.get('identity')).toBeUndefined()
  })
})
