import { describe, expect, it } from 'vitest'
import { judgeList } from '../../src/complaints/judged'

const says = { channel: 'page', received: '2026-11-22', about: { kind: 'person', person: 'accused' }, text: '收了东西', receipt: 'r', vouched: 'came_in' }
const lineOf = (id: string, type: string, body: Record<string, unknown>, index: number) => ({ index, line: { payload: { id, type, body } }, author: {} })
const classified = { of: 'c', person: 'head', as: 'conduct', accepted: true, days: 15 }
const answered = { of: 'c', person: 'head', outcome: 'founded', text: '已处理' }
const lines = [lineOf('c', 'complaint.received', says, 1), lineOf('k', 'complaint.classified', classified, 2), lineOf('a', 'complaint.answered', answered, 3)]
const told = { id: 'c', state: 'answered', says, classified: { id: 'k', says: classified }, answered: { id: 'a', says: answered }, tasks: [] }
const fate = (item: unknown, from: unknown[] = lines) => judgeList([item] as never, from as never).get('c')

describe('the list of complaints', () => {
  it('follows from the lines that are believed', () => {
    expect(fate(told)).toBe('ok')
  })
  it('does not where it says other than was signed', () => {
    expect(fate({ ...told, state: 'accepted' })).toBe('differs')
    expect(fate({ ...told, says: { ...says, text: '没有收东西' } })).toBe('differs')
    expect(fate({ ...told, answered: { id: 'a', says: { ...answered, text: '不属实' } } })).toBe('differs')
    expect(fate({ ...told, tasks: [{ id: 't', says: { of: 'c', person: 'head', task: 'x' } }] })).toBe('differs')
  })
  it('does not without the line by which it came in', () => {
    expect(fate(told, lines.slice(1))).toBe('missing')
  })
  it('ignores what the one who is complained of says about it', () => {
    const own = lineOf('k', 'complaint.classified', { ...classified, person: 'accused' }, 2)
    expect(fate({ ...told, state: 'received', classified: undefined, answered: undefined }, [lines[0], own])).toBe('ok')
  })
})
