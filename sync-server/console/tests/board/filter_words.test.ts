// What the board asks of the server, and what is taken away, are the same filters.
import { describe, expect, it } from 'vitest'
import { asked, exportFilters, kNoFilter } from '../../src/board/board'
import { filterWords } from '../../src/board/filter_words'

const now = '2026-11-28'
const filter = { region: '6207', programme: '示范区', inspector: 'kid', severity: 'major', supervision: 'enforcement' as const, within: 7, overdue: true }

describe('the filters of the board', () => {
  it('go into the export as they stand, of all columns', () => {
    expect(exportFilters(kNoFilter, now)).toEqual({ region: '', programme: '', inspector: '', severity: '', supervision: '', due_before: '', overdue: '', today: now })
    expect(exportFilters(filter, now)).toEqual({ region: '6207', programme: '示范区', inspector: 'kid', severity: 'major', supervision: 'enforcement', due_before: '2026-12-06', overdue: '1', today: now })
    const { overdue, ...column } = asked('with_enterprise', filter, now)!
    const { overdue: flag, today: _, ...taken } = exportFilters(filter, now)
    expect(taken).toEqual(column)
    expect([overdue, flag]).toEqual([true, '1'])
  })
  it('are said in words', () => {
    expect(filterWords(kNoFilter, {})).toBe('')
    expect(filterWords(filter, { kid: '王立新' })).toBe('张掖市 · 示范区 · 王立新 · 严重 · 行政执法 · 7 天内到期 · 只看逾期')
  })
})
