// A list of cases to dispose of: what it says, who decides, and that the server's word about it is held against its lines.
import { describe, expect, it } from 'vitest'
import type { ArchivedCase, KnownDisposal } from '../../src/api/archive_types'
import { decisionBody, disposalBody, disposalLacks, mayBeListed, regionOf } from '../../src/archive/disposal_draft'
import { disposalOf, judgeDisposal } from '../../src/archive/disposals'
import { disposalState } from '../../src/folds/disposal'
import type { JudgedLine } from '../../src/verify/about'
import { bodyFault } from '../../src/verify/body'
import { example } from '../support'

const id = '0198d2c4-7a10-7c3e-8f21-0000000000e5'
const hash = '897abbb178d59a98b5bbc2f51aa5ef612730a437bd717f8a5b344d8a747d987f'
const says = example('disposal.proposed')
const line = (type: string, body: Record<string, unknown>, of = id, at = hash) => ({ index: 1, line: { hash: at, payload: { id: of, type, region: '62', body } } }) as unknown as JudgedLine
const proposed = line('disposal.proposed', says)
const decided = (type: string, change: Record<string, unknown> = {}) => line(type, { ...example(type), of: id, version: hash, ...change }, '0198d2c4-7a10-7c3e-8f21-0000000000e6', '0'.repeat(64))
const archived = (change: Partial<ArchivedCase> = {}) => ({ case: 'a', act: 'b', region: '620321', term: '10', until: '2036-12-31', due: true, waits: null, disposed: null, ...change }) as ArchivedCase
const told = (change: Partial<KnownDisposal> = {}) =>
  ({ id, hash, region: '62', state: 'proposed', person: says.person, reason: says.reason, disputes: says.disputes, cases: says.cases, boxes: says.boxes, decided: null, ...change }) as unknown as KnownDisposal

describe('a list of cases to dispose of', () => {
  it('is decided by another person, once, and over the content that was read', () => {
    const state = (...lines: JudgedLine[]) => disposalState(disposalOf(id, [proposed, ...lines])!)
    expect(state()).toBe('proposed')
    expect(state(decided('disposal.approved'))).toBe('approved')
    expect(state(decided('disposal.refused'), decided('disposal.approved'))).toBe('refused')
    expect(state(decided('disposal.approved', { person: says.person }))).toBe('proposed')
    expect(state(decided('disposal.approved', { version: '0'.repeat(64) }))).toBe('proposed')
    expect(disposalOf(id, [decided('disposal.approved')])).toBe(null)
  })
  it('is what the log says, and not what the server does', () => {
    expect(judgeDisposal(told(), [proposed])).toBe('ok')
    expect(judgeDisposal(told(), [])).toBe('missing')
    for (const change of [{ reason: '别的' }, { state: 'approved' }, { cases: [] }, { boxes: [] }, { hash: '0'.repeat(64) }, { region: '63' }, { person: 'x' }] as Partial<KnownDisposal>[]) expect(judgeDisposal(told(change), [proposed]), JSON.stringify(change)).toBe('differs')
    expect(judgeDisposal(told({ state: 'approved' }), [proposed, decided('disposal.approved')])).toBe('differs')
  })
  it('holds cases whose term has passed, that wait on no list and are still there', () => {
    expect(mayBeListed(archived())).toBe(true)
    for (const change of [{ due: false }, { term: 'permanent', until: null }, { waits: id }, { disposed: { disposal: id, index: 1, day: '2037-01-05', by: '李科长' } }] as Partial<ArchivedCase>[]) expect(mayBeListed(archived(change)), JSON.stringify(change)).toBe(false)
  })
  it('is of the smallest region that holds all of them', () => {
    expect(regionOf([archived(), archived({ region: '620321' })])).toBe('620321')
    expect(regionOf([archived(), archived({ region: '620302' })])).toBe('6203')
    expect(regionOf([archived(), archived({ region: '632801' })])).toBe('')
    expect(regionOf([])).toBe('')
  })
  it('is written in the form that the log takes', () => {
    const draft = { reason: ' 期满 ', disputes: '无', boxes: [{ sha256: hash, title: ' 第 1 盒 ' }] }
    expect(disposalLacks(draft, 1000)).toEqual([])
    expect(disposalLacks(draft, 1001)).toEqual(['many'])
    expect(disposalLacks({ reason: ' ', disputes: '', boxes: [{ sha256: hash, title: '' }] }, 1)).toEqual(['reason', 'disputes', 'title'])
    const body = disposalBody(draft, [archived({ case: id, act: id })], 'p')
    expect(bodyFault('disposal.proposed', body)).toBe(null)
    expect(body).toMatchObject({ reason: '期满', boxes: [{ title: '第 1 盒' }] })
    expect(bodyFault('disposal.proposed', disposalBody({ ...draft, boxes: [] }, [archived({ case: id, act: id })], 'p'))).toBe(null)
    expect(bodyFault('disposal.approved', decisionBody(told(), 'p', ' '))).toBe(null)
    expect(bodyFault('disposal.refused', decisionBody(told(), 'p', '有诉讼'))).toBe(null)
  })
})
