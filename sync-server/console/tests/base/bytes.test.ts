import { describe, expect, it } from 'vitest'
import { base64url, fromBase64, fromBase64url, fromHex } from '../../src/base/bytes'

describe('bytes', () => {
  it('text forms of bytes are canonical', () => {
    for (const bad of ['A', 'AB==C', 'AB=', 'A B', 'AR==x']) expect(() => fromBase64(bad)).toThrow()
    expect(() => fromBase64('AR==')).toThrow('canonical')
    expect(() => fromBase64url('AR')).toThrow('canonical')
    expect(() => fromHex('AB')).toThrow()
    expect(base64url(fromBase64url('-_8'))).toBe('-_8')
  })
})
