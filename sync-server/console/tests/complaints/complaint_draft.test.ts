import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { KnownComplaint } from '../../src/api/complaint_types'
import { answeredBody, classifiedBody, emptyTakenDown, lacksOf, receiptCode, receiptText, regionAbove, takenDownBody, taskedBody, tellsComplainer } from '../../src/complaints/complaint_draft'
import { bodyFault } from '../../src/verify/body'

const id = '0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f'
const of = { id } as KnownComplaint
const hash = createHash('sha256').update('x').digest('hex')

describe('where a complaint is answered', () => {
  it('lies strictly above everybody whom it is about, as the server has it', () => {
    expect(regionAbove(['620321'])).toBe('6203')
    expect(regionAbove(['620321', '620322'])).toBe('6203')
    expect(regionAbove(['6203', '620321'])).toBe('62')
    expect(regionAbove(['620321', '620921'])).toBe('62')
    for (const none of [['62'], ['620321', '630121'], [''], []]) expect(regionAbove(none)).toBeNull()
  })
})

describe('what is taken down by hand', () => {
  const draft = { ...emptyTakenDown('2026-11-22'), kind: 'other' as const, region: '620321', text: ' 反映 ' }
  it('says what lacks', () => {
    expect(lacksOf(emptyTakenDown('2026-11-22'), '2026-11-22', null)).toEqual(['region', 'text'])
    expect(lacksOf({ ...draft, received: '2026-11-23' }, '2026-11-22', '620321')).toEqual(['received'])
    expect(lacksOf({ ...draft, kind: 'person' }, '2026-11-22', null)).toEqual(['person'])
    expect(lacksOf({ ...draft, kind: 'office', region: '62' }, '2026-11-22', null)).toEqual(['above'])
    expect(lacksOf({ ...draft, kind: 'site' }, '2026-11-22', null)).toEqual(['site'])
    expect(lacksOf(draft, '2026-11-22', '620321')).toEqual([])
  })
  it('is a body that the rule takes, whomever it is about', () => {
    for (const one of [draft, { ...draft, kind: 'site' as const, site: 's1' }, { ...draft, kind: 'person' as const, person: 'p' }, { ...draft, kind: 'office' as const, contact: '139' }]) expect(bodyFault('complaint.received', takenDownBody(one, hash))).toBeNull()
  })
  it('gives a code of twenty letters whose hash is the record’s', () => {
    expect(receiptCode(Uint8Array.from({ length: 20 }, (_, i) => i))).toBe('0123-4567-89AB-CDEF-GHJK')
    expect(receiptText('0123-4567-89AB-CDEF-GHJK')).toBe('plumb-receipt-v1.0123-4567-89AB-CDEF-GHJK')
  })
})

it('what is said about one is a body that the rule takes', () => {
  expect(bodyFault('complaint.classified', classifiedBody(of, 'me', 'safety', true, '', 15))).toBeNull()
  expect(bodyFault('complaint.classified', classifiedBody(of, 'me', 'safety', false, '不属职责', 0))).toBeNull()
  expect(bodyFault('complaint.classified', classifiedBody(of, 'me', 'safety', false, ' ', 0))).toBe('body.reason')
  expect(bodyFault('complaint.classified', classifiedBody(of, 'me', 'safety', true, '', 46))).toBe('body.days')
  expect(bodyFault('complaint.tasked', taskedBody(of, 'me', id))).toBeNull()
  expect(bodyFault('complaint.answered', answeredBody(of, 'me', 'founded', '已清运'))).toBeNull()
  expect(bodyFault('complaint.answered', answeredBody(of, 'me', 'good', 'x'))).toBe('body.outcome')
})

it('a task tells who complained where its words hold the contact or its number', () => {
  expect(tellsComplainer('李 13900001111', '电话13900001111')).toBe(true)
  expect(tellsComplainer('李 13900001111', '核查，2026 年')).toBe(false)
  expect(tellsComplainer(undefined, '13900001111')).toBe(false)
})
