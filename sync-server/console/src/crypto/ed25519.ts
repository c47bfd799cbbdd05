/**
 * Ed25519 (RFC 8032). WebCrypto where the browser has it; older ones load @noble/curves the first time it is needed.
 * Both are strict about the length of key and signature; neither accepts a changed byte.
 */
import { hex, type Bytes } from '../base/bytes'

let native: Promise<boolean> | null = null

function hasNative(): Promise<boolean> {
  // RFC 8037 A.2's public key: a browser that can import it can verify.
  native ??= crypto.subtle
    .importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }, { name: 'Ed25519' }, false, ['verify'])
    .then(() => true, () => false)
  return native
}

/** The points of small order, the sign left out, in all their encodings (as libsodium lists them). */
const kSmallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

/**
 * The strict rule of the server and the tablet, which WebCrypto does not have: under a key of small order one signature
 * is good for every message.
 */
function isSmallOrder(point: Bytes): boolean {
  return kSmallOrder.has(hex(point.map((b, i) => (i === 31 ? b & 0x7f : b)) as Bytes))
}

/** A y below 2^255 − 19: the one way to write a point. */
function isCanonical(key: Bytes): boolean {
  return (key[31]! & 0x7f) !== 0x7f || key.slice(1, 31).some((b) => b !== 0xff) || key[0]! < 0xed
}

export async function verifyEd25519(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  if (key.length !== 32 || signature.length !== 64) return false
  if (isSmallOrder(key) || !isCanonical(key) || isSmallOrder(signature.slice(0, 32))) return false
  if (await hasNative()) {
    try {
      const k = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify'])
      return await crypto.subtle.verify({ name: 'Ed25519' }, k, signature, message)
    } catch {
      return false
    }
  }
  return verifyEd25519Soft(key, signature, message)
}

/** The same answer without WebCrypto's Ed25519. */
export async function verifyEd25519Soft(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  try {
    // zip215: false is the strict rule of RFC 8032, the one that OpenSSL and WebCrypto apply.
    return ed25519.verify(signature, message, key, { zip215: false })
  } catch {
    return false
  }
}
