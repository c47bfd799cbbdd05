/** Who may ask, answer and resolve at an item of the open record. */
import { beforeEach, describe, expect, it } from 'vitest'
import { isOpen, threadsByItem, type ItemThread } from '../../src/record/item_threads'
import { record } from '../../src/record/open_record'
import { session } from '../../src/people/session'
import { draftOf, mayAnswer, mayAsk, mayResolve, visitorsOf, writeDraft } from '../../src/threads/threads'
import type { VerifiedLine, VerifiedRecord } from '../../src/verify/record'

const by = (person: string, body: Record<string, unknown> = {}) => ({ author: { person: { id: person, name: person } }, line: { payload: { region: '620321', site: 'veg', body: { person, ...body } } }, good: true }) as unknown as VerifiedLine
const thread = (item: string, ...persons: string[]): ItemThread => ({ id: `t-${item}`, item, said: persons.map((p) => by(p)), resolved: false })
const open = (over: Partial<VerifiedRecord> = {}) =>
  Object.assign(record, { id: 'r', verified: { id: 'r', current: by('ann'), versions: [by('ann')], cosigned: by('colleague'), assessment: null, status: 'submitted', threads: [thread('2', 'sun', 'ann'), thread('2', 'ann'), thread('6', 'sun')], ...over } as unknown as VerifiedRecord })
const am = (id: string, role: 'supervisor' | 'inspector' | 'enterprise' | 'auditor') => Object.assign(session, { person: { id, name: id }, grants: [{ role, regions: ['62'], sites: [] }] })

beforeEach(() => open())

describe('threads at an item', () => {
  it('stand by item, and all of them end with the acceptance', () => {
    expect([...threadsByItem.value].map(([item, all]) => [item, all.length])).toEqual([['2', 2], ['6', 1]])
    expect(isOpen(thread('2', 'sun'))).toBe(true)
    expect(isOpen({ ...thread('2', 'sun'), resolved: true })).toBe(false)
    open({ status: 'accepted' })
    expect(isOpen(thread('2', 'sun'))).toBe(false)
  })
  it('are written in by inspectors and supervisors of the place alone, of inspections', () => {
    for (const [role, may] of [['supervisor', true], ['inspector', true], ['enterprise', false], ['auditor', false]] as const) {
      am('li', role)
      expect(mayAnswer.value).toBe(may)
    }
    am('li', 'supervisor')
    open({ status: 'accepted' })
    expect([mayAnswer.value, mayAsk.value]).toEqual([true, false])
    open({ assessment: {} as never })
    expect(mayAnswer.value).toBe(false)
  })
  it('are resolved by who asked or another reviewer, not by whoever made the visit', () => {
    expect(visitorsOf(record.verified!)).toEqual(['ann', 'colleague'])
    am('li', 'supervisor')
    expect(mayResolve(thread('2', 'sun'))).toBe(true)
    expect(mayResolve({ ...thread('2', 'sun'), resolved: true })).toBe(false)
    am('colleague', 'inspector')
    expect(mayResolve(thread('2', 'sun', 'ann'))).toBe(false)
    expect(mayResolve(thread('2', 'ann'))).toBe(true)
  })
  it('keep what is being written apart, by item and thread', () => {
    writeDraft('2', '', '哪一天？')
    writeDraft('2', 't', '当天')
    expect([draftOf('2'), draftOf('2', 't'), draftOf('6')]).toEqual(['哪一天？', '当天', undefined])
    writeDraft('2', 't', undefined)
    expect(draftOf('2', 't')).toBeUndefined()
  })
})
