import { describe, expect, it } from 'vitest'
import type { KnownTask } from '../../src/api/planning_types'
import { aboutOf, bodyOf, draftOf, kMostFileBytes, lacksOf, takeFile } from '../../src/tasks/task_draft'
import { bodyFault } from '../../src/verify/body'

const id = '0198d2c4-7a10-7c3e-8f21-0000000000b1'
const hash = '897abbb178d59a98b5bbc2f51aa5ef612730a437bd717f8a5b344d8a747d987f'
const full = () => ({ ...draftOf(null, '2026-11-25'), site: 'veg', checklist: '6a', team: ['wang', 'li'], due: '2026-12-05' })

describe('a task that is written', () => {
  it('says what is missing until it can be signed', () => {
    expect(lacksOf(draftOf(null, '2026-11-25'), '2026-11-25')).toEqual(['site', 'checklist', 'team', 'due'])
    expect(lacksOf(full(), '2026-11-25')).toEqual([])
    expect(lacksOf({ ...full(), due: '2026-11-24' }, '2026-11-25')).toEqual(['due'])
    expect(lacksOf({ ...full(), asked: '2026-11-26' }, '2026-11-25')).toEqual(['asked'])
    expect(lacksOf({ ...full(), team: ['a', 'b', 'c'] }, '2026-11-25')).toEqual(['team'])
  })

  it('becomes a body that every reader takes', () => {
    expect(bodyFault('task.assigned', bodyOf(full()))).toBeNull()
    expect(bodyOf(full())).not.toHaveProperty('of')
    expect(bodyOf({ ...full(), instructions: '  ' })).not.toHaveProperty('instructions')
  })

  it('is assigned anew over the version that was read, and keeps where it came from', () => {
    const says = { ...bodyOf(full()), draw: { of: id, number: 4 } }
    const task = { id, hash, site: 'veg', says } as unknown as KnownTask
    const body = bodyOf({ ...draftOf(task, '2026-11-26'), team: ['zhao'] }, says)
    expect(body).toMatchObject({ of: id, previous: hash, team: ['zhao'], draw: { of: id, number: 4 }, avoidance: { asked: '2026-11-26' } })
    expect(bodyFault('task.assigned', body)).toBeNull()
  })

  it('says who steps back and why, also when it is assigned anew', () => {
    const back = { ...full(), steppedBack: [{ person: 'zhao', reason: '其配偶是社员' }] }
    expect(lacksOf(back, '2026-11-25')).toEqual([])
    expect(bodyFault('task.assigned', bodyOf(back))).toBeNull()
    expect(lacksOf({ ...full(), steppedBack: [{ person: 'zhao', reason: ' ' }] }, '2026-11-25')).toEqual(['back'])
    expect(lacksOf({ ...full(), steppedBack: [{ person: 'wang', reason: 'x' }] }, '2026-11-25')).toEqual(['back'])
    const task = { id, hash, site: 'veg', says: bodyOf(back) } as unknown as KnownTask
    expect(bodyOf(draftOf(task, '2026-11-26')).avoidance).toEqual({ asked: '2026-11-26', stepped_back: [{ person: 'zhao', reason: '其配偶是社员' }] })
  })

  it('takes files along: each once, none that is empty or too large', async () => {
    const file = (text: string, size = text.length) => ({ name: 'a.pdf', type: 'application/pdf', size, arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer as ArrayBuffer) })
    const one = await takeFile(file('%PDF-1'), [])
    expect(one).toMatchObject({ name: 'a.pdf', type: 'application/pdf', role: 'instruction' })
    if (typeof one === 'string') throw new Error(one)
    expect(await takeFile(file('%PDF-1'), [one])).toBe('file_twice')
    expect(await takeFile(file(''), [])).toBe('file_empty')
    expect(await takeFile(file('x', kMostFileBytes + 1), [])).toBe('file_large')
    expect(await takeFile(file('y'), Array(5).fill(one))).toBe('files_many')
  })

  it('is kept under what it is for: one enterprise’s text is not another’s', () => {
    const names = [
      aboutOf(null, false, {}), aboutOf(null, false, { site: 'veg' }), aboutOf(null, false, { site: 'dairy' }), aboutOf(null, false, { check: id, site: 'veg' }),
      aboutOf(null, false, { site: 'veg', draw: { of: id, number: 4 } }), aboutOf({ newest: hash }, false, {}), aboutOf({ newest: hash }, true, {}),
    ]
    expect(new Set(names).size).toBe(names.length)
  })
})
