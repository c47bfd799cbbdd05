/** What the module asks of the page around it: hashes. Beside the engine, and loaded with it only. */
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'

const kHashes = { md5, sha1, sha256, sha384, sha512 }

/** `name` as shared/crypto/hash.h has them. */
export function digest(name: string, bytes: Uint8Array): Uint8Array {
  const hash = kHashes[name as keyof typeof kHashes]
  if (!hash) throw new Error(`no hash is called ${name}`)
  return hash(bytes)
}
