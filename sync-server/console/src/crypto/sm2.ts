/** SM2 with SM3 (GB/T 32918), id 1234567812345678, raw r‖s. Loaded only when an author of that suite is met. */
import { hex, type Bytes } from '../base/bytes'

export async function verifySm2(x: Bytes, y: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  if (x.length !== 32 || y.length !== 32 || signature.length !== 64) return false
  const { sm2 } = await import('sm-crypto')
  try {
    return sm2.doVerifySignature(Array.from(message), hex(signature), '04' + hex(x) + hex(y), {
      hash: true,
      der: false,
      userId: '1234567812345678',
    })
  } catch {
    return false
  }
}
