// The window of rows: what stands in the page of a list of thousands.
import { describe, expect, it } from 'vitest'
import { RowWindow } from '../../src/queue/row_window'

const ids = (n: number) => Array.from({ length: n }, (_, i) => `r${i}`)

describe('the window of rows', () => {
  it('holds those in sight and a few around, wherever one is', () => {
    const rows = new RowWindow(100)
    rows.set(ids(5001))
    expect(rows.total).toBe(500_100)
    expect(rows.range(0, 900, 8)).toEqual({ from: 0, to: 18 })
    expect(rows.range(250_000, 900, 8)).toEqual({ from: 2492, to: 2518 })
    expect(rows.range(499_200, 900, 8)).toEqual({ from: 4984, to: 5001 })
    expect(rows.range(9_999_999, 900, 8)).toEqual({ from: 4992, to: 5001 })
    expect(rows.range(-50, 900, 8)).toEqual({ from: 0, to: 17 })
  })
  it('takes measured heights for what was shown, and their mean for what was not', () => {
    const rows = new RowWindow(100)
    rows.set(ids(10))
    expect(rows.measured([['r0', 80], ['r1', 120]])).toBe(true)
    expect(rows.top(1)).toBe(80)
    expect(rows.top(2)).toBe(200)
    expect(rows.total).toBe(200 + 8 * 100)
    expect(rows.measured([['r0', 80.2]])).toBe(false)
    expect(rows.measured([['r2', 0]])).toBe(false) // not laid out
    rows.set(ids(10).slice(1)) // the first was decided
    expect(rows.top(1)).toBe(120)
  })
  it('scrolls to a row no further than needed', () => {
    const rows = new RowWindow(100)
    rows.set(ids(50))
    expect(rows.reach(3, 200, 500)).toBe(200)
    expect(rows.reach(1, 200, 500)).toBe(100)
    expect(rows.reach(7, 200, 500)).toBe(300)
    expect(rows.reach(0, 4500, 500)).toBe(0)
  })
  it('is empty for an empty list', () => {
    const rows = new RowWindow(100)
    rows.set([])
    expect(rows.total).toBe(0)
    expect(rows.range(0, 900, 8)).toEqual({ from: 0, to: 0 })
  })
  it('forgets the heights of rows that are long gone', () => {
    const rows = new RowWindow(100)
    rows.set(ids(1000))
    rows.measured(ids(1000).map((id) => [id, 50]))
    rows.set(['x'])
    expect(rows.total).toBe(50)
  })
})
