import { expect, it } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { sha256Hex } from '../../src/crypto/sha256'
import { comparisonCharacters } from '../../src/trust/comparison'

it('shows what a tablet shows of the same enrolment', async () => {
  // The tablets' test holds the same pair: tests/unit/domain/comparison_test.cpp.
  expect(comparisonCharacters(await sha256Hex(utf8('a line'))).join('')).toBe('鹅岁张黑')
})
