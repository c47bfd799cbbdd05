import { expect, test } from 'vitest'
import { byRate, changeOf, failRate, passRate, rateOf, standing, tenths } from '../../src/statistics/figures'
import { trendOption } from '../../src/statistics/charts'
import { hrefOfFilters, hrefOfRecords, readFilters, scopeOf } from '../../src/statistics/statistics'

const cell = (value: string, n: number, passed?: number, shown: 'yes' | 'few' | 'beside' = 'yes') => ({ value, n, shown, ...(passed !== undefined && { judged: n, passed }) })

test('a rate is exact, half up, in tenths of a per cent', () => {
  expect(rateOf(1, 3)).toBe(333)
  expect(rateOf(2, 3)).toBe(667)
  expect(rateOf(1, 16)).toBe(63)
  expect(rateOf(1, 2000)).toBe(1)
  expect(rateOf(0, 0)).toBeNull()
  expect(tenths(865)).toBe('86.5')
  expect(tenths(-4)).toBe('−0.4')
  expect(standing(900)).toBe('pass')
  expect(standing(899)).toBe('part')
  expect(standing(799)).toBe('fail')
})

test('what the server holds back has no rate here, whatever else the answer states', () => {
  expect(passRate({ ...cell('a', 3, 3), shown: 'few' })).toBeNull()
  expect(passRate({ ...cell('a', 30, 3), shown: 'beside' })).toBeNull()
  expect(changeOf(cell('a', 10, 9), cell('a', 10, 8))).toBe(100)
  expect(changeOf(cell('a', 10, 9), cell('a', 3, undefined, 'few'))).toBeNull()
  expect(failRate({ checklist: '6a', item: '1', asked: 9, shown: 'few' })).toBeNull()
  expect(failRate({ checklist: '6a', item: '1', asked: 20, shown: 'yes', failed: 3 })).toBe(150)
})

test('cells stand by their rate, and those without one behind, the largest first', () => {
  const cells = [cell('few', 4, undefined, 'few'), cell('low', 20, 10), cell('beside', 40, undefined, 'beside'), cell('high', 20, 19)]
  expect(byRate(cells).map((c) => c.value)).toEqual(['high', 'low', 'beside', 'few'])
})

test('the trend writes each rate, and has a gap where there is none', () => {
  const option = trendOption([cell('01', 20, 15), cell('02', 3, undefined, 'few'), cell('03', 30, 30)], false) as { series: { data: unknown[]; label: { show: boolean; formatter?: (p: { value: number | null }) => string } }[]; animation: boolean }
  expect(option.series[0]!.data).toEqual([750, null, 1000])
  expect(option.series[1]!.data).toEqual([20, 3, 30])
  expect(option.series.every((s) => s.label.show)).toBe(true)
  expect(option.series[0]!.label.formatter!({ value: 750 })).toBe('75.0')
  expect(option.series[0]!.label.formatter!({ value: null })).toBe('')
  expect(option.animation).toBe(false)
})

test('filters stand in the address, and what is no filter is not taken', () => {
  const now = new Date(2026, 10, 29)
  expect(readFilters(null, now)).toEqual({ year: '2026', region: '', programme: null, records: null })
  expect(readFilters('year=20x6&region=6&programme=&evil=1', now)).toEqual({ year: '2026', region: '', programme: '', records: null })
  const filters = { year: '2025', region: '6203', programme: '示范区 & 试点', records: null }
  const back = (href: string) => readFilters(decodeURIComponent(href.replace('#/statistics/', '')), now)
  expect(back(hrefOfFilters(filters))).toEqual(filters)
  expect(back(hrefOfRecords(filters, { item: '2.4', item_failed: 'yes' }))).toEqual({ ...filters, records: { item: '2.4', item_failed: 'yes' } })
  const inside = back(hrefOfRecords(filters, { in: '620321', of: '' }))
  expect([inside.region, inside.programme]).toEqual(['6203', '示范区 & 试点'])
  expect(scopeOf(inside)).toEqual({ region: '620321', programme: '' })
  expect(back(hrefOfRecords(filters)).records).toEqual({})
})
