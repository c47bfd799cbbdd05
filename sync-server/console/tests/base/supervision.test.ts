/** The four kinds of supervision, held to the same cases as the library's rule. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { itemSupervision, supervisionOf } from '../../src/base/supervision'

const cases = JSON.parse(readFileSync(new URL('../../../../tests/unit/domain/cases/supervision.json', import.meta.url), 'utf8')) as { ref: string; mandatory: boolean; kind: string }[]

it.each(cases)('"$ref", mandatory $mandatory: $kind', ({ ref, mandatory, kind }) => {
  expect(supervisionOf(ref, mandatory)).toBe(kind)
})

it('takes the strongest clause of an item', () => {
  const cite = (ref: string, force = 'recommended') => ({ ref, force })
  expect(itemSupervision([])).toBe('improvement')
  expect(itemSupervision([cite('Q/ABC 001S-2021')])).toBe('declaration')
  expect(itemSupervision([cite('Q/ABC 001S-2021'), cite('T/CAS 1-2020')])).toBe('association')
  expect(itemSupervision([cite('Q/ABC 001S-2021'), cite('GB 2763-2026', 'mandatory'), cite('GB/T 31600-2015')])).toBe('enforcement')
})
