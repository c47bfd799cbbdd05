import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fitOf, offered, unfitOf, whyNotBy, type CheckAsked } from '../../src/checklist/fit'
import { newestOf, type Published } from '../../src/checklist/published'

interface Case {
  published: Partial<Published>
  asked: CheckAsked
  fit: string
  why: string | null
}
const cases: Case[] = JSON.parse(readFileSync(new URL('../../../../tests/unit/records/cases/fits.json', import.meta.url), 'utf8'))
const one = (id: string, more: Partial<Published> = {}): Published => ({ id, version: '1', sha256: id.repeat(4), title: {}, ...more })

describe('for which checks a checklist is', () => {
  it.each(cases)('is as the library says: $published for $asked', ({ published, asked, fit, why }) => {
    expect(fitOf(published, asked)).toBe(fit)
    expect(whyNotBy(published, asked)).toBe(why)
  })

  it('offers what fits, and what is chosen already', () => {
    const all = [one('a'), one('b', { kinds: ['special'] }), one('c', { withdrawn: '旧' }), one('d', { sectors: ['果品'] })]
    expect(offered(all, { kind: 'routine', sector: '设施蔬菜' }, '').map((c) => c.id)).toEqual(['a'])
    expect(offered(all, { kind: 'special', sector: '果品' }, 'c').map((c) => c.id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('says why the chosen one does not fit, and nothing of one that is not known', () => {
    expect(unfitOf([one('b', { kinds: ['special'] })], 'b', { kind: 'routine' })).toBe('checklist_kind')
    expect(unfitOf([one('b')], 'b', { kind: 'routine' })).toBeNull()
    expect(unfitOf([], 'b', { kind: 'routine' })).toBeNull()
  })

  it('never takes a draft version for the newest', () => {
    const versions = [one('a'), { ...one('a', { test: true }), version: '2', sha256: 'x' }, one('b', { test: true })]
    expect(newestOf(versions)).toEqual([versions[0]])
  })
})
