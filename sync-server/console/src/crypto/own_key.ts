/**
 * This browser's own key: ES256, made by WebCrypto and not extractable. The CryptoKey object itself is what IndexedDB
 * keeps; no code, this page's included, can read the private bytes.
 */
import type { Bytes } from '../base/bytes'
import { toLowS } from './low_s'
import { readPublicJwk, thumbprint, type PublicJwk } from './jwk'

export interface OwnKey {
  kid: string
  jwk: PublicJwk
  privateKey: CryptoKey
}

export async function makeOwnKey(): Promise<OwnKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const jwk = readPublicJwk(await crypto.subtle.exportKey('jwk', pair.publicKey))
  if (!jwk) throw new Error('this browser made a key that is not P-256')
  return { kid: await thumbprint(jwk), jwk, privateKey: pair.privateKey }
}

export async function signEs256(key: CryptoKey, message: Bytes): Promise<Bytes> {
  return toLowS(new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, message)))
}
