import { expect, it } from 'vitest'
import { base64url, utf8 } from '../../src/base/bytes'
import { readAddress } from '../../src/public_page/address'

const [leaf, logKey] = [utf8('sixteen bytes, 1'), utf8('sixteen bytes, 2')]
const code = `#${base64url(leaf)}.${base64url(logKey)}`

it('carries the fingerprint, and what the code pins', () => {
  expect(readAddress('/verify/9f3a', code)).toEqual({ fingerprint: '9f3a', pins: { leaf, logKey }, damaged: false })
  expect(readAddress('/verify/', '')).toEqual({ fingerprint: '', pins: null, damaged: false })
  expect(readAddress('/verify', '')).toEqual({ fingerprint: '', pins: null, damaged: false })
  expect(readAddress('/verify/%3Cb%3E', '').fingerprint).toBe('<b>')
  expect(readAddress('/verify/%E0%A4', '').fingerprint).toBe('%E0%A4')
})

it.each([code.slice(0, -1), `${code}.AA`, '#', '#x', `#${base64url(leaf)}`, '#<b>.<b>'])('a code that was cut or made up pins nothing, and is not taken for none: %s', (fragment) => {
  const asked = readAddress('/verify/9f3a', fragment)
  expect(asked.pins).toBeNull()
  expect(asked.damaged).toBe(fragment !== '#')
})
