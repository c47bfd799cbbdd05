/** SHA-256 by WebCrypto. Copies nothing; the caller keeps the bytes unchanged until the promise settles. */
import { hex, type Bytes } from '../base/bytes'

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export async function sha256Hex(bytes: Bytes): Promise<string> {
  return hex(await sha256(bytes))
}
