/** Public keys as JWKs, and their thumbprints (RFC 7638), which are the key ids of this system. */
import { base64url, fromBase64url, utf8 } from '../base/bytes'
import { sha256 } from './sha256'

export type Alg = 'EdDSA' | 'ES256' | 'SM2'
export type PublicJwk =
  | { kty: 'OKP'; crv: 'Ed25519'; x: string }
  | { kty: 'EC'; crv: 'P-256' | 'SM2'; x: string; y: string }

const kAlgOfCurve = { Ed25519: 'EdDSA', 'P-256': 'ES256', SM2: 'SM2' } as const

export function algOf(jwk: PublicJwk): Alg {
  return kAlgOfCurve[jwk.crv]
}

function coordinate(v: unknown): v is string {
  if (typeof v !== 'string') return false
  try {
    return fromBase64url(v).length === 32
  } catch {
    return false
  }
}

/** Takes only what the suites know, with coordinates of exactly 32 bytes; drops every other member. */
export function readPublicJwk(value: unknown): PublicJwk | null {
  if (typeof value !== 'object' || value === null) return null
  const k = value as Record<string, unknown>
  if (k.kty === 'OKP' && k.crv === 'Ed25519' && coordinate(k.x)) return { kty: 'OKP', crv: 'Ed25519', x: k.x }
  if (k.kty === 'EC' && (k.crv === 'P-256' || k.crv === 'SM2') && coordinate(k.x) && coordinate(k.y))
    return { kty: 'EC', crv: k.crv, x: k.x, y: k.y }
  return null
}

export async function thumbprint(jwk: PublicJwk): Promise<string> {
  const text =
    jwk.kty === 'OKP'
      ? JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x })
      : JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y })
  return base64url(await sha256(utf8(text)))
}
