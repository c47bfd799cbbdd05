import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { describe, expect, it } from 'vitest'
import { Api } from '../../src/api/client'
import { makeAssertion, TokenSource } from '../../src/api/token'
import { makeOwnKey } from '../../src/crypto/own_key'
import { makeBrowser } from '../support'

describe('the token', () => {
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
