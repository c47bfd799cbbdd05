/** One visit for several tasks of a site: by which day, by whom, and what is signed of each. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { KnownTask } from '../../src/api/planning_types'
import { Problem } from '../../src/api/problem'
import type { Draft } from '../../src/line/compose'
import type { SendingAuthor } from '../../src/people/send'
import type { Outbox } from '../../src/storage/kept'
import { joining, jointBody, jointVisit, signJoint, steppedBack, teamsFor } from '../../src/tasks/joint'
import { bodyFault } from '../../src/verify/body'

const id = (n: number) => `0198d2c4-7a10-7c3e-8f21-00000000000${n}`
const task = (n: number, due: string, team: string[], more: Partial<KnownTask['says']> = {}) => ({ id: id(n), hash: String(n).repeat(64), site: 'veg', region: '620321', state: 'assigned', says: { kind: 'routine', checklist: `c${n}`, team, due, avoidance: { asked: '2026-11-01' }, ...more }, team: [] }) as unknown as KnownTask
const one = task(1, '2026-12-05', ['wang', 'li'])
const two = task(2, '2026-12-20', ['zhao', 'sun'], { instructions: '看台账', draw: { of: id(9), number: 4 } })

beforeEach(() => void Object.assign(joining, { running: false, said: null }))

describe('one visit', () => {
  it('is by the earliest day, and by one of the teams', () => {
    expect(teamsFor([one, two])).toEqual([['wang', 'li'], ['zhao', 'sun']])
    expect(jointVisit([two, one], ['wang', 'li'])).toEqual({ due: '2026-12-05', team: ['wang', 'li'], anew: [two] })
    expect(jointVisit([one, two], ['zhao', 'sun']).anew).toEqual([one, two])
    expect(jointVisit([one, two], null).anew).toEqual([two])
    expect(jointVisit([one, task(3, '2026-12-05', ['li', 'wang'])], ['wang', 'li']).anew).toEqual([])
  })
  it('is by the people whom a head approved; two checks with others keep them', () => {
    const approved = task(3, '2026-12-10', ['qian', 'wu'], { check: id(8) })
    expect(teamsFor([one, approved])).toEqual([['qian', 'wu']])
    expect(teamsFor([approved, task(4, '2026-12-11', ['wang', 'li'], { check: id(7) })])).toEqual([])
    expect(teamsFor([approved, task(4, '2026-12-11', ['wu', 'qian'], { check: id(7) })])).toEqual([['qian', 'wu']])
  })
  it('has nobody who stepped back of one of the tasks', () => {
    const back = task(3, '2026-12-10', ['qian'], { avoidance: { asked: '2026-11-01', stepped_back: [{ person: 'li', reason: '亲属' }] } })
    expect(steppedBack([one, back], ['wang', 'li'])).toEqual(['li'])
    expect(steppedBack([one, back], ['wang'])).toEqual([])
  })
  it('leaves each task what it was, over the version that was read', () => {
    const visit = jointVisit([one, two], ['wang', 'li'])
    const body = jointBody(two, visit, '2026-11-29', '综合查一次')
    expect(bodyFault('task.assigned', body)).toBeNull()
    expect(body).toMatchObject({ of: two.id, previous: two.hash, due: '2026-12-05', team: ['wang', 'li'], checklist: 'c2', draw: { of: id(9), number: 4 }, instructions: '看台账\n综合查一次', avoidance: { asked: '2026-11-29' } })
    const again = { ...two, says: { ...two.says, instructions: '看台账\n综合查一次' } } as KnownTask
    expect(jointBody(again, visit, '2026-11-29', '综合查一次').instructions).toBe('看台账\n综合查一次')
  })
  it('is signed line by line, and stops where one does not get through', async () => {
    const taken: Draft[] = []
    let waits: Draft | null = null
    let offline = true
    const author: SendingAuthor = {
      waiting: () => Promise.resolve((waits as unknown as Outbox) ?? undefined),
      outcome: () => Promise.resolve(undefined),
      sign: (made) => Promise.resolve(((waits = made), {} as Outbox)),
      deliver: async () => {
        if (!waits) return { status: 'nothing' }
        if (offline && taken.length === 1) throw new Problem(0, 'offline', '')
        taken.push(waits)
        waits = null
        return { status: 'accepted', index: 1, proved: true, notes: [], of: '' }
      },
    }
    const visit = jointVisit([one, two], ['zhao', 'sun'])
    expect(await signJoint(author, visit, '2026-11-29', 'x')).toBe(false)
    expect([joining.done, joining.all, joining.said?.key]).toEqual([1, 2, 'problem.offline'])
    offline = false
    await author.deliver()
    expect(taken.map((d) => d.body.of)).toEqual([one.id, two.id])
  })
})
