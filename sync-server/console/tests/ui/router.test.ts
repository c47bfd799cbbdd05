import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../src/i18n/en'
import { zh } from '../../src/i18n/zh'
import { go, goInstead, hrefOf, kPlaces, route, sortBy, startRouter } from '../../src/ui/router'

let changed: () => void
const replaced: string[] = []
const visit = (hash: string) => {
  location.hash = hash
  changed()
  return { ...route }
}

beforeEach(() => {
  replaced.length = 0
  vi.stubGlobal('location', { hash: '' })
  vi.stubGlobal('history', { replaceState: (_: unknown, __: string, to: string) => replaced.push(to) })
  vi.stubGlobal('addEventListener', (_: string, run: () => void) => (changed = run))
  startRouter()
})
afterEach(() => void vi.unstubAllGlobals())

describe('the place that the address names', () => {
  it('is the queue where it names none', () => {
    for (const hash of ['', '#', '#/', '#/nowhere']) expect(visit(hash)).toMatchObject({ place: 'queue', id: null, proof: false })
  })
  it('is a list, a record of it, or the record’s authenticity', () => {
    expect(visit('#/returned')).toMatchObject({ place: 'returned', id: null, proof: false })
    expect(visit(hrefOf('accepted', 'a/b'))).toMatchObject({ place: 'accepted', id: 'a/b', proof: false })
    expect(visit(hrefOf('accepted', 'a/b', true))).toMatchObject({ place: 'accepted', id: 'a/b', proof: true })
    expect(visit('#/queue//proof')).toMatchObject({ id: null, proof: false })
    expect(visit('#/queue/x/other')).toMatchObject({ id: 'x', proof: false })
  })
  it('survives a percent sign that is none', () => {
    expect(visit('#/queue/%zz').id).toBe('%zz')
  })
  it('leaves no invitation in the address', () => {
    expect(visit(`#/enrol?i=${encodeURIComponent('plumb://enrol?k=1&s=2')}`).invitation).toBe('plumb://enrol?k=1&s=2')
    expect(replaced).toEqual(['#/enrol'])
  })
  it('keeps by what a table is sorted while its place is open, and takes no other word for one', () => {
    expect(visit('#/sites/a?sort=-grade').sort).toBe('-grade')
    expect(hrefOf('sites', 'b')).toBe('#/sites/b?sort=-grade')
    expect(hrefOf('people')).toBe('#/people')
    sortBy('name')
    expect(location.hash).toBe('#/sites/a?sort=name')
    sortBy('')
    expect(location.hash).toBe('#/sites/a')
    for (const hash of ['#/sites?sort=a b', '#/sites?sort=%22', '#/queue?sort=name', '#/sites?x=1']) expect(visit(hash).sort).toBe('')
  })
  it('is where one goes', () => {
    go('queue', 'x')
    expect(location.hash).toBe('#/queue/x')
    const instead: string[] = []
    Object.assign(location, { replace: (to: string) => instead.push(to) })
    goInstead('queue', 'a/b')
    expect([location.hash, instead], 'without a step of its own').toEqual(['#/queue/x', ['#/queue/a%2Fb']])
  })
})

describe('every place', () => {
  it.each(kPlaces.filter((place) => place !== 'enrol'))('%s has its word in both languages', (place) => {
    for (const words of [zh, en]) expect((words.nav as Record<string, string>)[place]).toBeTruthy()
  })
})
