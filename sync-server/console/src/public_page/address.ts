/**
 * What the address of this page says: after `/verify/` the fingerprint, and in the fragment, which a browser sends to
 * nobody, what the paper's QR code carries to hold the server's answer against (shared/document/papers/verify_address.h).
 */
import { fromBase64url, type Bytes } from '../base/bytes'

/** The first 16 bytes of the leaf hash, and of the SHA-256 of the log's verifier key. */
export interface Pins {
  leaf: Bytes
  logKey: Bytes
}

export interface Asked {
  /** As it stands in the address; "" where a person is to type it. */
  fingerprint: string
  pins: Pins | null
  /** The fragment is not what a paper carries: damaged, or made up. */
  damaged: boolean
  /** The fragment is an inspector's credential (credential.ts), and not about a paper. */
  credential?: true
}

export function readAddress(path: string, fragment: string): Asked {
  const tail = path.replace(/^\/verify\/?/, '')
  let fingerprint = tail
  try {
    fingerprint = decodeURIComponent(tail)
  } catch {
    // A broken escape is no digit; the reader is told so.
  }
  const said = fragment.replace(/^#/, '')
  if (said.startsWith('c.')) return { fingerprint, pins: null, damaged: false, credential: true }
  if (said === '') return { fingerprint, pins: null, damaged: false }
  try {
    const [leaf, logKey, ...more] = said.split('.').map(fromBase64url)
    if (leaf?.length === 16 && logKey?.length === 16 && more.length === 0) return { fingerprint, pins: { leaf, logKey }, damaged: false }
  } catch {
    // No base64url.
  }
  return { fingerprint, pins: null, damaged: true }
}
