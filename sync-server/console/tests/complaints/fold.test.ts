import { expect, it } from 'vitest'
import { foldComplaint, type FoldedComplaint } from '../../src/complaints/fold'

it('a complaint is accepted, tasked and answered in this order, each once', () => {
  const rows = new Map<string, FoldedComplaint>()
  const fold = (id: string, type: string, body: Record<string, unknown>) => foldComplaint(rows, { id, type, body } as never)
  const act = (rest: Record<string, unknown>) => ({ of: 'c', person: 'head', ...rest })
  expect(fold('a', 'complaint.answered', act({ outcome: 'founded', text: 'x' }))).toBe(false)
  expect(fold('c', 'complaint.received', { about: { kind: 'site' } })).toBe(true)
  expect(fold('c', 'complaint.received', { about: { kind: 'site' } })).toBe(false)
  expect(fold('a', 'complaint.answered', act({ outcome: 'founded', text: 'x' }))).toBe(false)
  expect(fold('k', 'complaint.classified', act({ accepted: false, reason: 'x' }))).toBe(true)
  expect(rows.get('c')?.state).toBe('not_accepted')
  expect(fold('l', 'complaint.classified', act({ accepted: true, days: 3 }))).toBe(true)
  expect(fold('t', 'complaint.tasked', act({ task: '1' }))).toBe(true)
  expect(fold('u', 'complaint.tasked', act({ task: '1' }))).toBe(false)
  expect(fold('a', 'complaint.answered', act({ outcome: 'founded', text: 'x' }))).toBe(true)
  expect(fold('m', 'complaint.classified', act({ accepted: false, reason: 'x' }))).toBe(false)
  expect(rows.get('c')).toMatchObject({ state: 'answered', classified: 'l', tasks: ['1'], answered: 'a' })
})
