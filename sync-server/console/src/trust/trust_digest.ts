/**
 * What a checkpoint says of the log's trust lines alone: a digest over them in log order, d(0) = 32 zero bytes,
 * d(n) = SHA-256(d(n−1) ‖ SHA-256(line n)). Who holds some of them knows by it whether these are all (PROTOCOL.md).
 */
import { concat, utf8, type Bytes } from '../base/bytes'
import { sha256 } from '../crypto/sha256'

export const kNoTrustLines: Bytes = new Uint8Array(32)

export async function addToDigest(digest: Bytes, line: string): Promise<Bytes> {
  return sha256(concat(digest, await sha256(utf8(line))))
}
