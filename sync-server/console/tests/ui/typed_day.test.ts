import { describe, expect, it } from 'vitest'
import { dayText } from '../../src/base/day'
import { readTypedDay, sayDay } from '../../src/ui/typed_day'

const read = (text: string) => readTypedDay(text, '2026-06-01')

describe('a typed day', () => {
  it('is read in the forms that people write', () => {
    for (const text of ['2026-11-30', '2026/11/30', '2026.11.30', '20261130', '2026年11月30日', ' 2026年 11月 30日 ', '11月30日', '30 November 2026', '30 Nov 2026', '30 nov. 2026', 'November 30, 2026', 'Nov 30', '30 Nov', '２０２６－１１－３０']) expect(read(text), text).toBe('2026-11-30')
    expect(read('2026-1-5')).toBe('2026-01-05')
  })
  it('is none where it is not in the calendar, unfinished, or could be either of two', () => {
    for (const text of ['', '2026-02-29', '2026-13-01', '2026-11', '2026-1', '11/30', '30/11', '12', 'tomorrow', '30 No 2026', '30 Juvember 2026', '2026-11-30x', '1 2026 11 30']) expect(read(text), text).toBeNull()
    expect(readTypedDay('2月29日', '2024-01-01')).toBe('2024-02-29')
    expect(readTypedDay('2月29日', '2026-01-01')).toBeNull()
  })
  it('is read again from how the field says it, each day of two years in both languages', () => {
    for (let day = 19_700; day < 20_431; ++day) {
      const text = dayText(day)
      expect(read(sayDay(text, 'zh'))).toBe(text)
      expect(read(sayDay(text, 'en'))).toBe(text)
    }
  })
  it('is said as the language says it', () => {
    expect(sayDay('2026-11-30', 'zh')).toBe('2026年11月30日')
    expect(sayDay('2026-11-30', 'en')).toBe('30 November 2026')
    expect(sayDay('soon', 'en')).toBe('soon')
  })
})
