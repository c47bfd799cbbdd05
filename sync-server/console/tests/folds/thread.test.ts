/** What supervisor and inspector write to each other: the fold of shared/records/review/remark.h. */
import { expect, it } from 'vitest'
import type { Line } from '../../src/line/line'
import { remarkBody, threadsOf } from '../../src/folds/thread'
import { bodyFault } from '../../src/verify/body'

const kRecord = '0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f'
const kFirst = '0198d2c4-7a10-7c3e-8f21-000000000001'
const said = (id: string, body: Record<string, unknown>) => ({ line: { payload: { id, type: 'remark.added', body } } as unknown as Line })
const draft = { of: kRecord, item: '2', text: '哪一天？', person: 'sun', answers: '', resolved: false }

it('a thread is asked, answered, resolved and opened again', () => {
  const lines = [
    said(kFirst, remarkBody(draft)),
    said('b', remarkBody({ ...draft, text: '当天', person: 'ann', answers: kFirst })),
    said('c', remarkBody({ ...draft, text: '', answers: kFirst, resolved: true })),
  ]
  const [thread] = threadsOf(kRecord, lines)
  expect([thread?.id, thread?.item, thread?.said.length, thread?.resolved]).toEqual([kFirst, '2', 3, true])
  const again = threadsOf(kRecord, [...lines, said('d', remarkBody({ ...draft, answers: kFirst }))])
  expect([again.length, again[0]?.said.length, again[0]?.resolved]).toEqual([1, 4, false])
})

it('what answers nothing that is there, or at another item, moves no thread', () => {
  const lines = [said(kFirst, remarkBody(draft)), said('b', remarkBody({ ...draft, answers: 'x' })), said('c', remarkBody({ ...draft, item: '3', answers: kFirst }))]
  expect(threadsOf(kRecord, lines).map((t) => t.said.length)).toEqual([1])
})

it('what is said of another record begins no thread here, whoever hands it out with this one', () => {
  expect(threadsOf(kRecord, [said(kFirst, remarkBody({ ...draft, of: '0198d2c4-7a10-7c3e-8f21-000000000009' })), said('b', remarkBody({ ...draft, answers: kFirst }))])).toEqual([])
})

it('a draft becomes a body that the rule takes', () => {
  for (const one of [draft, { ...draft, answers: kFirst }, { ...draft, text: '', answers: kFirst, resolved: true }]) expect(bodyFault('remark.added', remarkBody(one))).toBeNull()
  for (const one of [{ ...draft, text: '' }, { ...draft, resolved: true }, { ...draft, text: 'ä'.repeat(2001) }]) expect(bodyFault('remark.added', remarkBody(one))).not.toBeNull()
})
