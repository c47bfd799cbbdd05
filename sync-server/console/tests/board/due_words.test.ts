import { describe, expect, it } from 'vitest'
import { i18n } from '../../src/i18n'
import { asked, kNoFilter } from '../../src/board/board'
import { dueWords } from '../../src/board/due_words'
import { regionOptions } from '../../src/board/region_options'

const kind = (state: string, more = {}) => dueWords({ state: state as never, ...more }, '2026-11-28').kind
const text = (state: string, more = {}) => dueWords({ state: state as never, ...more }, '2026-11-28').text

describe('how a finding stands in time', () => {
  it('is said by shape and word', () => {
    expect([kind('delivered', { due: '2026-11-26' }), text('delivered', { due: '2026-11-26' })]).toEqual(['fail', '逾期 2 天'])
    expect(text('rejected', { due: '2026-11-28' })).toBe('今天到期')
    expect([kind('ordered', { due: '2026-12-01' }), kind('ordered', { due: '2026-12-02' })]).toEqual(['part', 'none'])
    expect(text('delivered', { due: '2026-12-02', asked: '2026-12-20' })).toBe('申请延期到 12-20')
    expect(text('reported', { due: '2026-11-01', late: true })).toBe('迟报，待复查')
    i18n.global.locale.value = 'en'
    expect([text('delivered', { due: '2026-11-27' }), text('delivered', { due: '2026-12-08' })]).toEqual(['1 day overdue', '10 days left'])
    i18n.global.locale.value = 'zh'
    expect(['passed', 'handed_over', 'withdrawn', 'corrected', 'ended'].map((s) => kind(s))).toEqual(['pass', 'veto', 'na', 'pass', 'na'])
  })
})

describe('the filters of the board', () => {
  it('ask of each column what it can have', () => {
    expect(asked('closed', { ...kNoFilter, overdue: true })).toBe(null)
    expect(asked('with_enterprise', { ...kNoFilter, overdue: true })).toMatchObject({ overdue: true })
    expect(asked('to_order', { ...kNoFilter, within: 7 }, '2026-11-28')).toBe(null)
    expect(asked('reported', { ...kNoFilter, within: 7 }, '2026-11-28')).toMatchObject({ due_before: '2026-12-06' })
  })
  it('offer the regions that the grants reach, and no others', () => {
    const all = regionOptions([{ role: 'supervisor', regions: ['6207'], sites: [] }])
    expect(all[0]).toMatchObject({ code: '6207', county: false })
    expect(all.length).toBeGreaterThan(5)
    expect(all.every((r) => r.code.startsWith('6207'))).toBe(true)
  })
})
