/** The tasks of a draw in one go: who is held back and why, what is signed, and going on where the network ended. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { KnownDraw, KnownTask } from '../../src/api/planning_types'
import { Problem } from '../../src/api/problem'
import { assignAll, assigning, bodyOf, lacksOf, readyOf, rowsOf, type AssignForm } from '../../src/draws/assigning'
import type { SendingAuthor } from '../../src/people/send'
import type { Draft } from '../../src/line/compose'
import type { Outbox, Outcome } from '../../src/storage/kept'
import type { TrustBook } from '../../src/trust/chain'
import type { Grant } from '../../src/trust/grants'
import { bodyFault } from '../../src/verify/body'

const inspects: Grant = { role: 'inspector', regions: ['62'], sites: [] }
const device = (id: string, grants: Grant[], until = '', more = {}) => ({ person: { id, name: `检查员${id}` }, held: grants.map((grant) => ({ grant, since: 1, until: null })), enrolledAt: 2, revoked: null, invite: { certificate: until ? { number: '1', until } : null }, ...more })
const bookOf = (...all: ReturnType<typeof device>[]) => ({ devices: new Map(all.map((d, i) => [`k${i}`, d])) }) as unknown as TrustBook
const book = bookOf(device('甲', [inspects], '2026-12'), device('乙', [inspects]), device('丙', [inspects, { role: 'enterprise', regions: ['62'], sites: ['s3'] }]), device('丁', [{ ...inspects, regions: ['63'] }]), device('戊', [inspects], '', { revoked: { index: 9 } }))

const draw = { id: '0198d2c4-7a10-7c3e-8f21-0000000000d1', region: '62', committed: {}, revealed: { teams: [{ persons: ['甲', '乙'] }, { persons: ['乙', '丙'] }], drawn: ['s1', 's2', 's3', 's4'].map((site, i) => ({ site, stratum: 'A', team: (i % 2) + 1 })) } } as unknown as KnownDraw
const form: AssignForm = { kind: 'routine', checklist: '6a', programme: '', due: '2026-12-20', asked: '2026-11-29', instructions: ' 看用药 ' }
const region = (site: string) => (site === 's4' ? '' : '620321')

class FakeAuthor implements SendingAuthor {
  signed: Draft[] = []
  taken: Draft[] = []
  waits: Draft | null = null
  offlineAfter = Infinity
  refuses = (_: Draft) => ''
  private last: Outcome | undefined
  waiting = () => Promise.resolve((this.waits as unknown as Outbox) ?? undefined)
  outcome = () => Promise.resolve(this.last)
  sign(made: Draft) {
    this.signed.push(made)
    this.waits = made
    return Promise.resolve({} as Outbox)
  }
  async deliver() {
    if (!this.waits) return { status: 'nothing' as const }
    if (this.taken.length >= this.offlineAfter) throw new Problem(0, 'offline', '')
    const made = this.waits
    this.waits = null
    const code = this.refuses(made)
    if (code) return { status: 'refused' as const, code, detail: '', of: '' }
    this.taken.push(made)
    return { status: 'accepted' as const, index: this.taken.length, proved: true, notes: [], of: '' }
  }
}
const numberOf = (d: Draft) => (d.body.draw as { number: number }).number
const tasksOf = (author: FakeAuthor) => async () => Object.fromEntries(author.taken.map((d) => [numberOf(d), { id: 't' } as KnownTask]))

beforeEach(() => void Object.assign(assigning, { running: false, said: null }))

describe('tasks of a draw', () => {
  it('are for those who can go, at sites that are published, and once', () => {
    const rows = rowsOf(draw, { 1: { id: 't', state: 'assigned' } as KnownTask }, book, form.due, region)
    expect(rows.map((r) => r.number)).toEqual([1, 2, 3, 4])
    expect(readyOf(rows).map((r) => r.number)).toEqual([2, 3])
    const late = rowsOf(draw, {}, book, '2027-01-20', region)
    expect(readyOf(late).map((r) => r.number)).toEqual([2])
    expect(late[0]!.faults.map((f) => f.fault)).toEqual(['certificate_over'])
  })
  it('that would exceed the published cap wait for an approved check', () => {
    const rows = rowsOf(draw, {}, book, form.due, region, { s1: { made: 1, open: 1, most: 2, items: [] }, s2: { made: 1, open: 0, most: 2, items: [] } })
    expect(readyOf(rows).map((r) => r.number)).toEqual([2, 3])
    expect(rows[0]!.burden).toMatchObject({ made: 1, open: 1, most: 2 })
  })
  it('say what they are for', () => {
    const body = bodyOf(form, draw.id, { number: 3, team: ['甲', '乙'] })
    expect(bodyFault('task.assigned', body)).toBeNull()
    expect(body).toMatchObject({ draw: { of: draw.id, number: 3 }, instructions: '看用药', avoidance: { asked: '2026-11-29' } })
    expect(bodyFault('task.assigned', bodyOf({ ...form, checklist: '', programme: 'p' }, draw.id, { number: 1, team: ['甲'] }))).toBeNull()
    expect(lacksOf({ ...form, checklist: '', due: '2026-11-01', asked: '2026-12-01' }, '2026-11-29')).toEqual(['checklist', 'due', 'asked'])
    expect(lacksOf(form, '2026-11-29')).toEqual([])
  })
  it('are signed one after the other; where the network ends, the next go begins behind what stands', async () => {
    const author = new FakeAuthor()
    const rows = rowsOf(draw, {}, book, form.due, region)
    author.offlineAfter = 1
    await assignAll(author, draw.id, rows, form, tasksOf(author))
    expect(author.taken.map(numberOf)).toEqual([1])
    expect(author.signed.map(numberOf)).toEqual([1, 2])
    expect(assigning.said).toMatchObject({ key: 'problem.offline' })
    author.offlineAfter = Infinity
    await assignAll(author, draw.id, rows, form, tasksOf(author))
    expect(author.taken.map(numberOf)).toEqual([1, 2, 3])
    expect(author.signed.length).toBe(3)
    expect([assigning.said, assigning.running]).toEqual([null, false])
  })
  it('that the server refuses are told by their number, and hold up no other', async () => {
    const author = new FakeAuthor()
    author.refuses = (d) => (numberOf(d) === 2 ? 'certificate_over' : '')
    await assignAll(author, draw.id, rowsOf(draw, {}, book, form.due, region), form, tasksOf(author))
    expect(author.taken.map(numberOf)).toEqual([1, 3])
    expect(assigning.refused).toEqual({ 2: { key: 'problem.certificate_over', detail: '' } })
  })
})
