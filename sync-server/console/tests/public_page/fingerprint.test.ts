import { describe, expect, it } from 'vitest'
import { grouped, readFingerprint } from '../../src/public_page/fingerprint'

const kSame = '9f3ac41e77d02b95e8a6015cd3f46b12'

describe('a fingerprint that a person typed', () => {
  it.each([
    kSame,
    '9f3a c41e 77d0 2b95 e8a6 015c d3f4 6b12',
    '9F3A C41E 77D0 2B95\nE8A6 015C D3F4 6B12 ',
    '9f3ac41e77dO2b95e8a6Ol5cd3f46bI2',
    '９ｆ３ａｃ４１ｅ７７ｄ０２ｂ９５ｅ８ａ６０１５ｃｄ３ｆ４６ｂ１２',
    '9f3a-c41e-77d0-2b95-e8a6-015c-d3f4-6b12',
    `https://example.invalid/verify/${kSame}#AAAA.BBBB`,
    kSame + '0'.repeat(32),
  ])('%s', (text) => expect(readFingerprint(text)).toEqual({ digits: kSame }))

  it.each([
    ['', 'empty', ''],
    [' \n ', 'empty', ''],
    ['9f3a', 'short', '4'],
    [kSame + '0', 'long', '33'],
    ['<b>', 'character', '<'],
    ['٩'.repeat(32), 'character', '٩'],
    ['g'.repeat(32), 'character', 'g'],
    ['💥', 'character', '💥'],
    ['a'.repeat(10_000), 'long', '> 4096'],
  ])('is none: %s', (text, why, said) => expect(readFingerprint(text)).toEqual({ fault: { why, said } }))
})

it('stands in groups of four', () => expect(grouped(kSame)).toBe('9f3a c41e 77d0 2b95 e8a6 015c d3f4 6b12'))
