import { describe, expect, it } from 'vitest'
import { pathOf } from '../../src/ui/signature'

describe('a stroke', () => {
  it('is a path through the middles of its points, and a dot where it has one point', () => {
    expect(pathOf([])).toBe('')
    expect(pathOf([{ x: 1, y: 2 }])).toBe('M1.0 2.0L1.0 2.0')
    expect(pathOf([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }])).toBe('M0.0 0.0Q10.0 0.0 10.0 5.0L10.0 10.0')
  })
})
