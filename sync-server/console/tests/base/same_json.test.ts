import { expect, it } from 'vitest'
import { sameJson } from '../../src/base/same_json'

it('compares what is said, not how it is ordered', () => {
  expect(sameJson({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true)
  for (const [a, b] of [[{ a: 1 }, { a: 1, b: undefined }], [[1, 2], [2, 1]], [{}, []], [null, {}], [1, '1'], [{ a: 1 }, { b: 1 }]]) expect(sameJson(a, b)).toBe(false)
})
