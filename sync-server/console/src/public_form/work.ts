/** The proof of work (sync-server/intake/work.h; PROTOCOL.md, "Complaints"). Pure. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export interface Challenge {
  challenge: string
  bits: number
}

/** How many zero bits the hash begins with. */
export function zeroBits(hash: Uint8Array): number {
  let out = 0
  for (const byte of hash) {
    if (byte !== 0) return out + Math.clz32(byte) - 24
    out += 8
  }
  return out
}

/** The smallest counter that solves the challenge for this content. */
export function solve({ challenge, bits }: Challenge, content: Uint8Array): string {
  const begun = sha256.create().update(utf8ToBytes(`plumb-work-v1.${challenge}.${bytesToHex(sha256(content))}.`))
  for (let counter = 0; ; ++counter) {
    const text = String(counter)
    if (zeroBits(begun.clone().update(utf8ToBytes(text)).digest()) >= bits) return text
  }
}
