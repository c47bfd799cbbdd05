/** One question for every suite: does this key's signature stand over these bytes? */
import { concat, fromBase64url, utf8, base64url, type Bytes } from '../base/bytes'
import { algOf, type Alg, type PublicJwk } from './jwk'
import { verifyEd25519 } from './ed25519'
import { verifySm2 } from './sm2'

export const kSuiteName: Record<Alg, string> = { EdDSA: 'Ed25519', ES256: 'ES256 (P-256)', SM2: 'SM2 + SM3' }

export async function verifySignature(alg: Alg, jwk: PublicJwk, signature: Bytes, message: Bytes): Promise<boolean> {
  if (algOf(jwk) !== alg) return false
  if (jwk.crv === 'Ed25519') return verifyEd25519(fromBase64url(jwk.x), signature, message)
  if (jwk.crv === 'SM2') return verifySm2(fromBase64url(jwk.x), fromBase64url(jwk.y), signature, message)
  if (signature.length !== 64) return false
  try {
    const params = { name: 'ECDSA', namedCurve: 'P-256' }
    const key = await crypto.subtle.importKey('jwk', { ...jwk }, params, false, ['verify'])
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, message)
  } catch {
    return false // a point that is not on the curve
  }
}

/** What a JWS signs: the protected part, a dot, base64url of the payload (RFC 7515 §5.2). */
export function signingInput(protectedPart: string, payload: Uint8Array): Bytes {
  return concat(utf8(protectedPart + '.'), utf8(base64url(payload)))
}
