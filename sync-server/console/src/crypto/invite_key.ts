/**
 * The one-time key of an invitation. WebCrypto cannot make a P-256 key pair from a bare scalar, nor does every browser
 * have Ed25519, so the public half comes from @noble/curves (loaded at enrolment only).
 */
import { base64url, type Bytes } from '../base/bytes'
import { thumbprint, type Alg, type PublicJwk } from './jwk'
import { signEs256 } from './own_key'

export interface InviteKey {
  alg: Alg
  kid: string
  jwk: PublicJwk
  sign(message: Bytes): Promise<Bytes>
}

export async function openInviteKey(alg: Alg, secret: Bytes): Promise<InviteKey> {
  if (secret.length !== 32) throw new Error('the invite key is not 32 bytes')
  if (alg === 'EdDSA') {
    const { ed25519 } = await import('@noble/curves/ed25519.js')
    const jwk: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x: base64url(ed25519.getPublicKey(secret)) }
    return { alg, kid: await thumbprint(jwk), jwk, sign: async (m) => Uint8Array.from(ed25519.sign(m, secret)) }
  }
  if (alg === 'ES256') {
    const { p256 } = await import('@noble/curves/nist.js')
    const point = p256.getPublicKey(secret, false) // throws when the scalar is 0 or beyond the order
    const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: base64url(point.slice(1, 33)), y: base64url(point.slice(33)) }
    const key = await crypto.subtle.importKey('jwk', { ...jwk, d: base64url(secret) }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
    return { alg, kid: await thumbprint(jwk), jwk, sign: (m) => signEs256(key, m) }
  }
  throw new Error('a browser cannot use an SM2 invitation; ask for an ES256 one')
}
