import { expect, it } from 'vitest'
import { deviationOf, meanOf, medianOf, rangeOf } from '../../src/panels/spread'

it('is exact where floating point is not', () => {
  expect(meanOf([1, 2])).toBe(2)
  expect(meanOf([100_000_000, 100_000_001, 100_000_001])).toBe(100_000_001)
  expect(medianOf([3, 1, 2])).toBe(2)
  expect(rangeOf([3, 1, 2])).toBe(2)
  expect(deviationOf([1_000_000_000, 0])).toBe(707_106_781)
})
