import { expect, it } from 'vitest'
import { hex } from '../../src/base/bytes'
import { addToDigest, kNoTrustLines } from '../../src/trust/trust_digest'
import { trustDigest } from '../fake/log.mjs'

it('the digest of trust lines is a chain over their hashes in log order', async () => {
  expect(hex(kNoTrustLines)).toBe('0'.repeat(64))
  const lines = ['one', 'two', 'three']
  let digest = kNoTrustLines
  for (const line of lines) digest = await addToDigest(digest, line)
  expect(hex(digest)).toBe(trustDigest(lines).toString('hex'))
  expect(trustDigest(['two', 'one', 'three']).toString('hex')).not.toBe(hex(digest))
  // SHA-256(32 zero bytes ‖ SHA-256("one")), by openssl.
  expect(hex(await addToDigest(kNoTrustLines, 'one'))).toBe('c7e3347570821fed43690c2125ce36b1fb0ca7787ba0f219b8e75ee0fc7b4644')
})
