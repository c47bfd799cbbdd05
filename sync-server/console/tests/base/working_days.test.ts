// The same deadlines as tests/unit/domain/working_days_test.cpp.
import { describe, expect, it } from 'vitest'
import { addDays, daysFrom, dayText, readDay } from '../../src/base/day'
import { deadline, isWorkingDay, kBuiltinCalendar, readYear, type DayCount } from '../../src/base/working_days'

const working = (day: string) => isWorkingDay(kBuiltinCalendar, readDay(day)!)
const after = (from: string, days: number, count: DayCount = 'working') => {
  const found = deadline(kBuiltinCalendar, from, days, count)
  return `${found.day} ${found.counted}`
}

describe('working days', () => {
  it('are no weekends and announced days off, and are exchanged weekends', () => {
    expect(working('2026-10-07')).toBe(false)
    expect(working('2026-10-10')).toBe(true)
    expect(working('2026-10-11')).toBe(false)
    expect(working('2026-02-28')).toBe(true)
    expect(working('2031-01-06')).toBe(null)
    const all = Array.from({ length: 365 }, (_, i) => isWorkingDay(kBuiltinCalendar, readDay('2026-01-01')! + i))
    expect(all.filter(Boolean).length).toBe(261 - 19 + 6)
  })
  it('end a term that begins the day after', () => {
    expect(after('2026-09-24', 1)).toBe('2026-09-28 working')
    expect(after('2026-09-30', 3)).toBe('2026-10-10 working')
    expect(after('2026-11-02', 20)).toBe('2026-11-30 working')
    expect(after('2026-11-02', 0)).toBe('2026-11-02 working')
    expect(deadline(kBuiltinCalendar, '2026-11-02', 20, 'working').sources[0]).toContain('国务院办公厅')
  })
  it('are not guessed for a year that nobody announced: calendar days, and said so', () => {
    expect(after('2030-12-28', 10)).toBe('2031-01-07 calendar')
    expect(after('2026-11-02', 20, 'calendar')).toBe('2026-11-22 calendar')
  })
  it.each([
    { off: [], worked: [] },
    { source: 'x', off: ['2026-01-01'], worked: [] },
    { source: 'x', off: ['2027-01-03/2027-01-01'], worked: [] },
    { source: 'x', off: [5], worked: [] },
    { source: 'x', off: [], worked: ['2027-01-04'] },
    { source: 'x', off: ['2027-01-02'], worked: ['2027-01-02'] },
    { source: 'x', off: ['2027-01-01/2027-01-02/2027-01-03'], worked: [] },
  ])('of a year that contradicts itself are refused: %o', (year) => expect(readYear(2027, year)).toBe(null))
})

describe('a day', () => {
  it('is one that exists', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-00-10']) expect(readDay(text), text).toBe(null)
    expect(dayText(readDay('2024-02-29')!)).toBe('2024-02-29')
    expect(dayText(readDay('0001-01-01')!)).toBe('0001-01-01')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysFrom('2026-11-30', '2026-11-28')).toBe(-2)
  })
})
