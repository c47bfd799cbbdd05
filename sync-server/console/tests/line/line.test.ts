import { flattenedVerify, importJWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { base64url, fromBase64url, fromUtf8, utf8, type Bytes } from '../../src/base/bytes'
import { readPublicJwk, thumbprint } from '../../src/crypto/jwk'
import { makeOwnKey, signEs256 } from '../../src/crypto/own_key'
import { composeLine, detached } from '../../src/line/compose'
import { parseLine, verifyDetached, verifyLine } from '../../src/line/line'
import { makeKey, otherForm, signLine } from '../fake/keys.mjs'

describe('the record line', () => {
  const payload = { v: 1, id: '0193510a-0000-7000-8000-000000000001', type: 'inspection.submitted', seq: 1, prev: '', at: '2026-11-22T08:15:30.123+08:00', region: '620321', body: { note: '间隔 5 天' } }
  const key = makeKey('EdDSA')
  const jwk = readPublicJwk(key.jwk)!

  it('is read and verified over its exact bytes, spaces and order included', async () => {
    for (const text of [JSON.stringify(payload), JSON.stringify(payload, null, 0).replace('"seq":1', '"seq" : 1')]) {
      const line = await parseLine(signLine(key, text))
      expect(line.kid).toBe(await thumbprint(jwk))
      expect(line.payload.body.note).toBe('间隔 5 天')
      expect(await verifyLine(line, jwk)).toBe(true)
      expect(await verifyLine(await parseLine(signLine(key, text).replace('5 天', '9 天')), jwk)).toBe(false)
      expect(await verifyLine(line, readPublicJwk(makeKey('EdDSA').jwk)!)).toBe(false)
    }
  })

  it.each([
    ['no signature', '{"v":1}'],
    ['a newline inside', signLine(key, payload) + '\n{}'],
    ['a carriage return', signLine(key, payload).replace('{"v"', '{\r"v"')],
    ['a lone surrogate', signLine(key, payload).replace('间隔', '\ud800')],
    ['an attached payload', signLine(key, payload).replace('..', '.e30.')],
    ['two spaces', signLine(key, payload).replace(' {', '  {')],
    ['padding in the signature', signLine(key, payload).replace(' {', '= {')],
    ['a signature of 63 bytes', signLine({ ...key, sign: (m: Buffer) => key.sign(m).subarray(1) }, payload)],
    ['an unknown alg', signLine({ ...key, alg: 'none' }, payload)],
    ['a kid that is no thumbprint', signLine({ ...key, kid: 'root' }, payload)],
    ['another version', signLine(key, { ...payload, v: 2 })],
    ['no id', signLine(key, { ...payload, id: undefined })],
    ['a time without milliseconds', signLine(key, { ...payload, at: '2026-11-22T08:15:30+08:00' })],
    ['a time with Z', signLine(key, { ...payload, at: '2026-11-22T08:15:30.123Z' })],
    ['a member twice', signLine(key, JSON.stringify(payload).replace('"v":1', '"v":1,"v":1'))],
    ['a member of the body twice', signLine(key, JSON.stringify(payload).replace('"note"', '"note":"x","note"'))],
    ['a member twice, once escaped', signLine(key, JSON.stringify(payload).replace('"note"', '"\\u006eote":"x","note"'))],
    ['an escape in the type', signLine(key, JSON.stringify(payload).replace('inspection.s', 'inspection\\u002es'))],
    ['an escape in a common name', signLine(key, JSON.stringify(payload).replace('"region"', '"r\\u0065gion"'))],
    ['seq 0', signLine(key, { ...payload, seq: 0 })],
    ['seq 1 with prev', signLine(key, { ...payload, prev: 'a'.repeat(64) })],
    ['seq 2 without prev', signLine(key, { ...payload, seq: 2 })],
    ['a time that is none', signLine(key, { ...payload, at: 'yesterday' })],
    ['a region of three digits', signLine(key, { ...payload, region: '620' })],
    ['a file with a bad hash', signLine(key, { ...payload, files: [{ sha256: 'xyz', size: 1, type: 'image/png', role: 'evidence' }] })],
    ['a body that is a list', signLine(key, { ...payload, body: [] })],
    ['too many bytes', signLine(key, { ...payload, body: { note: 'x'.repeat(262144) } })],
  ])('is refused: %s', async (_, text) => {
    await expect(parseLine(text)).rejects.toThrow()
  })

  it('may hold escapes and the same name in different objects', async () => {
    const body = { note: 'a"b\\c:{', inner: [{ note: 1 }, { note: 2 }], type: 'x' }
    const text = JSON.stringify({ ...payload, body }).replace('"inner"', '"\\u0069nner"')
    expect((await parseLine(signLine(key, text))).payload.body).toEqual(body)
  })

  it('by ES256 has one signature: the other form that ECDSA would take is refused', async () => {
    const p256 = makeKey('ES256')
    const own = readPublicJwk(p256.jwk)!
    const other = { ...p256, sign: (m: Buffer) => otherForm(p256.sign(m)) }
    expect(await verifyLine(await parseLine(signLine(p256, payload)), own)).toBe(true)
    expect(await verifyLine(await parseLine(signLine(other, payload)), own)).toBe(false)
  })

  it('is always signed in that form, and so is a detached proof', async () => {
    const own = await makeOwnKey()
    for (let i = 0; i < 16; i++) {
      const jws = await detached({ alg: 'ES256', kid: own.kid, sign: (m) => signEs256(own.privateKey, m) }, 'plumb+enrol', utf8(`${i}`))
      expect(await verifyDetached(jws, 'plumb+enrol', own.kid, utf8(`${i}`), own.jwk)).toBe(true)
    }
  })

  it('has exactly alg, kid, typ in its header', async () => {
    const [head, rest] = signLine(key, payload).split('..') as [string, string]
    const more = base64url(utf8(JSON.stringify({ ...JSON.parse(fromUtf8(fromBase64url(head))), b64: false })))
    await expect(parseLine(`${more}..${rest}`)).rejects.toThrow('other members')
  })

  it('made here verifies with an independent JOSE library, and with our own reader', async () => {
    const own = await makeOwnKey()
    const signer = { alg: 'ES256' as const, kid: own.kid, sign: (m: Bytes) => signEs256(own.privateKey, m) }
    const text = await composeLine(signer, { type: 'review.accepted', region: '62', body: { comment: '同意' } }, { seq: 1, prev: '', seen: { size: 3, root: 'AAAA' } }, new Date())
    const line = await parseLine(text)
    expect(await verifyLine(line, own.jwk)).toBe(true)
    const [protectedPart, signature] = text.slice(0, text.indexOf(' ')).split('..') as [string, string]
    const flattened = { protected: protectedPart, signature, payload: base64url(line.payloadBytes) }
    expect((await flattenedVerify(flattened, await importJWK({ ...own.jwk }, 'ES256'))).protectedHeader).toEqual({ alg: 'ES256', kid: own.kid, typ: 'plumb+json' })
    await expect(crypto.subtle.exportKey('jwk', own.privateKey)).rejects.toThrow()
  })

  it('a detached proof stands only for its typ, kid and payload', async () => {
    const own = await makeOwnKey()
    const jws = await detached({ alg: 'ES256', kid: own.kid, sign: (m) => signEs256(own.privateKey, m) }, 'plumb+enrol', utf8('a\nb'))
    expect(await verifyDetached(jws, 'plumb+enrol', own.kid, utf8('a\nb'), own.jwk)).toBe(true)
    expect(await verifyDetached(jws, 'plumb+json', own.kid, utf8('a\nb'), own.jwk)).toBe(false)
    expect(await verifyDetached(jws, 'plumb+enrol', 'x'.repeat(43), utf8('a\nb'), own.jwk)).toBe(false)
    expect(await verifyDetached(jws, 'plumb+enrol', own.kid, utf8('a\nc'), own.jwk)).toBe(false)
  })
})
