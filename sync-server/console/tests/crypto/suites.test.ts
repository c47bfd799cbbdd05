import { describe, expect, it } from 'vitest'
import { fromBase64url, fromHex, fromUtf8, utf8, type Bytes } from '../../src/base/bytes'
import { verifyEd25519, verifyEd25519Soft } from '../../src/crypto/ed25519'
import { readPublicJwk, thumbprint } from '../../src/crypto/jwk'
import { verifySm2 } from '../../src/crypto/sm2'
import { signingInput, verifySignature } from '../../src/crypto/suites'
import { rfc7515A3, rfc8037, sm2Example } from '../golden'

describe('golden vectors', () => {
  it('RFC 8037 A.3 and A.4: thumbprint and Ed25519 signature', async () => {
    expect(await thumbprint(rfc8037.jwk)).toBe(rfc8037.thumbprint)
    const input = signingInput(rfc8037.protectedPart, utf8(rfc8037.payload))
    const signature = fromBase64url(rfc8037.signature)
    expect(await verifySignature('EdDSA', rfc8037.jwk, signature, input)).toBe(true)
    expect(await verifySignature('ES256', rfc8037.jwk, signature, input)).toBe(false)
    const key = fromBase64url(rfc8037.jwk.x)
    for (const verify of [verifyEd25519, verifyEd25519Soft]) {
      expect(await verify(key, signature, input)).toBe(true)
      expect(await verify(key, signature, utf8(fromUtf8(input) + 'A'))).toBe(false)
      expect(await verify(key, signature.map((b, i) => (i === 9 ? b ^ 4 : b)) as Bytes, input)).toBe(false)
      expect(await verify(key, signature.slice(1), input)).toBe(false)
    }
  })

  it('a key of small order signs nothing, though one signature would be good for everything', async () => {
    for (const [key, r] of [
      ['0100000000000000000000000000000000000000000000000000000000000000', '01'],
      ['0100000000000000000000000000000000000000000000000000000000000080', '01'],
      ['eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f', '01'],
      ['0000000000000000000000000000000000000000000000000000000000000000', '01'],
    ] as const) {
      const signature = fromHex(r.padEnd(128, '0'))
      for (let i = 0; i < 8; i++) expect(await verifyEd25519(fromHex(key), signature, utf8(`${i}`)), key).toBe(false)
    }
  })

  it('RFC 7515 A.3: ES256', async () => {
    const input = signingInput(rfc7515A3.protectedPart, utf8(rfc7515A3.payload))
    expect(await verifySignature('ES256', rfc7515A3.jwk, fromBase64url(rfc7515A3.signature), input)).toBe(true)
    expect(await verifySignature('ES256', { ...rfc7515A3.jwk, y: rfc7515A3.jwk.x }, fromBase64url(rfc7515A3.signature), input)).toBe(false)
  })

  it('GM/T 0003.5: SM2 with SM3', async () => {
    const [x, y, s] = [sm2Example.x, sm2Example.y, sm2Example.signature].map(fromHex) as [Bytes, Bytes, Bytes]
    expect(await verifySm2(x, y, s, utf8(sm2Example.message))).toBe(true)
    expect(await verifySm2(x, y, s, utf8('message digesT'))).toBe(false)
    expect(await verifySm2(x, x, s, utf8(sm2Example.message))).toBe(false)
  })
})

describe('public keys', () => {
  it('only keys of the three suites are taken', () => {
    for (const bad of [null, 'x', {}, { kty: 'OKP', crv: 'X25519', x: rfc8037.jwk.x }, { kty: 'EC', crv: 'P-256', x: rfc7515A3.jwk.x }, { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }, { kty: 'EC', crv: 'P-384', x: rfc7515A3.jwk.x, y: rfc7515A3.jwk.y }]) expect(readPublicJwk(bad)).toBeNull()
    expect(readPublicJwk({ ...rfc7515A3.jwk, d: 'secret' })).toEqual(rfc7515A3.jwk)
  })
})
