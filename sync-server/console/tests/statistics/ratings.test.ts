import { expect, it } from 'vitest'
import { hundredths } from '../../src/statistics/ratings'

it('tells thousandths with two decimals, rounded half up', () => {
  expect(hundredths(4321)).toBe('4.32')
  expect(hundredths(4325)).toBe('4.33')
  expect(hundredths(5000)).toBe('5.00')
  expect(hundredths(9)).toBe('0.01')
  expect(hundredths(0)).toBe('0.00')
})
