/**
 * ES256 gives two signatures for one: where r‖s is good, so is r‖(n − s). Lines take the one with s ≤ n/2 alone
 * (RECORDS.md); WebCrypto makes either, so what it made is brought into that form.
 */
import { fromHex, hex, type Bytes } from '../base/bytes'

/** The order of P-256. */
const kOrder = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

const sOf = (signature: Bytes) => BigInt('0x' + hex(signature.slice(32)))

export function isLowS(signature: Bytes): boolean {
  return signature.length === 64 && sOf(signature) <= kOrder / 2n
}

export function toLowS(signature: Bytes): Bytes {
  if (signature.length !== 64 || isLowS(signature)) return signature
  const out = signature.slice()
  out.set(fromHex((kOrder - sOf(signature)).toString(16).padStart(64, '0')), 32)
  return out
}
