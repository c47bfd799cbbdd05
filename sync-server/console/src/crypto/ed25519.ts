/**
 * Ed25519 (RFC 8032). WebCrypto where the browser has it; older ones load @noble/curves the first time it is needed.
 * Both are strict about the length of key and signature; neither accepts a changed byte.
 */
import type { Bytes } from '../base/bytes'

let native: Promise<boolean> | null = null

function hasNative(): Promise<boolean> {
  // RFC 8037 A.2's public key: a browser that can import it can verify.
  native ??= crypto.subtle
    .importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }, { name: 'Ed25519' }, false, ['verify'])
    .then(() => true, () => false)
  return native
}

export async function verifyEd25519(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  if (key.length !== 32 || signature.length !== 64) return false
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
