import { describe, expect, it } from 'vitest'
import { linesOf, roundsHere } from '../../src/assess/rounds_here'
import type { OwnLine } from '../../src/assess/own_feed'
import type { Grant } from '../../src/trust/grants'

const kGrants: Grant[] = [{ role: 'enterprise', regions: ['62'], sites: ['a'] } as Grant]
let index = 0
function line(type: string, of: { site?: string; region?: string; id?: string; kid?: string; hash?: string }, body: Record<string, unknown>): OwnLine {
  const { site, region, id = `id-${index}`, kid = 'k1', hash = `${index}`.padStart(64, '0') } = of
  return { index: index++, person: { id: 'p', name: '甲' }, line: { kid, hash, payload: { v: 1, id, type, seq: 1, prev: '', at: '2026-11-22T08:00:00.000+08:00', site, region, files: [], body } } } as unknown as OwnLine
}
const checklist = { id: 'c', version: '1', sha256: 'a'.repeat(64) }
const site = (id: string, region = '620321') => line('site.published', { site: id, region }, { id, name: `示范区 ${id}`, region })
const round = (id: string, more: Record<string, unknown> = {}, region = '62') => line('round.published', { region }, { id, title: { zh: id }, checklist, opens: '2026-11-01', closes: '2026-12-05', ...more })
const contributed = (items: Record<string, unknown>, more: Record<string, unknown> = {}) => line('assessment.contributed', { site: 'a', region: '620321' }, { round: 'r', checklist, items, ...more })
const submitted = (kid: string) => line('assessment.submitted', { site: 'a', region: '620321', id: 'sub', kid, hash: 'b'.repeat(64) }, { kind: 'self', round: 'r', checklist })
const review = (type: string, hash = 'b'.repeat(64)) => line(type, { site: 'a', region: '620321', kid: 'reviewer' }, { of: 'sub', hash })
const here = (...lines: OwnLine[]) => roundsHere([site('a'), site('b'), ...lines], kGrants, 'k1')

describe('the rounds of an enterprise', () => {
  it('are those for its own sites: of the region, or listed', () => {
    expect(here(round('r'), round('other', {}, '63'), round('listed', { sites: ['b'] }), round('mine', { sites: ['a', 'b'] })).map((r) => [r.round, r.site, r.siteName])).toEqual([['r', 'a', '示范区 a'], ['mine', 'a', '示范区 a']])
    expect(roundsHere([site('a'), round('r')], [{ role: 'inspector', regions: ['62'], sites: [] } as unknown as Grant], 'k1')).toEqual([])
  })
  it('stand as their newest publication says, the open ones that are due first on top', () => {
    const all = here(round('r'), round('late', { closes: '2026-12-31' }), round('soon', { closes: '2026-11-30' }), round('r', { closed: true }))
    expect(all.map((r) => [r.round, r.open])).toEqual([['soon', true], ['late', true], ['r', false]])
  })
  it('go from not begun to accepted, and are open for who may still change them', () => {
    const steps = (...lines: OwnLine[]) => here(round('r'), ...lines).map((r) => [r.step, r.open])
    expect(steps()).toEqual([['not_begun', true]])
    expect(steps(contributed({ 1: { answers: { q: 'a' } } }))).toEqual([['filling', true]])
    expect(steps(submitted('k1'))).toEqual([['submitted', true]])
    expect(steps(submitted('k2'))).toEqual([['submitted', false]])
    expect(steps(submitted('k2'), review('review.returned'))).toEqual([['returned', true]])
    expect(steps(submitted('k1'), review('review.accepted'))).toEqual([['accepted', false]])
    expect(steps(submitted('k1'), review('review.accepted', 'c'.repeat(64)))).toEqual([['submitted', true]])
  })
  it('begin on the newest version that stands of the checklist that is asked for', () => {
    const version = (n: string, sha256: string, more = {}) => line('checklist.published', {}, { id: 'c', version: n, title: { zh: `第 ${n} 版` }, sha256: sha256.repeat(64), ...more })
    const on = (...lines: OwnLine[]) => here(round('r'), ...lines)[0]!.checklist.version
    expect(on()).toBe('1')
    expect(on(version('1', 'a'), version('2', 'b'))).toBe('2')
    expect(on(version('1', 'a'), version('2', 'b'), version('2', 'b', { withdrawn: '有误' }))).toBe('1')
    expect(on(version('1', 'a'), line('checklist.published', {}, { id: 'd', version: '9', sha256: 'c'.repeat(64) }))).toBe('1')
  })
  it('pass by draft versions, and say when no version stands any more', () => {
    const version = (n: string, sha256: string, more = {}) => line('checklist.published', {}, { id: 'c', version: n, title: { zh: `第 ${n} 版` }, sha256: sha256.repeat(64), ...more })
    const on = (...lines: OwnLine[]) => here(round('r'), ...lines)[0]!
    expect(on(version('1', 'a'), version('2', 'b', { test: true })).checklist.version).toBe('1')
    expect(on(version('1', 'a')).withdrawn).toBe('')
    expect(on(version('1', 'a'), version('1', 'a', { withdrawn: '标准已被代替' })).withdrawn).toBe('标准已被代替')
    expect(on(version('1', 'a'), version('1', 'a', { withdrawn: '有误' }), version('2', 'b')).withdrawn).toBe('')
  })
  it('take lines of their own site, round and checklist alone', () => {
    const lines = [contributed({ 1: {} }), contributed({ 1: {} }, { round: 'x' }), contributed({ 1: {} }, { checklist: { ...checklist, id: 'd' } }), review('review.returned')]
    expect(linesOf(lines, 'a', 'r', 'c').map((l) => l.line.payload.type)).toEqual(['assessment.contributed', 'review.returned'])
    expect(linesOf(lines, 'b', 'r', 'c')).toEqual([])
  })
})
