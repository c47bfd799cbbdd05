/** Who may ask, answer and resolve at an item of the open record, and what becomes of what is written there. */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { isOpen, threadsByItem, type ItemThread } from '../../src/record/item_threads'
import { record } from '../../src/record/open_record'
import { session, type Services } from '../../src/people/session'
import { deliver, outbox } from '../../src/review/outbox'
import { Seal } from '../../src/storage/sealed'
import { draftOf, dropDraft, mayAnswer, mayAsk, mayResolve, say, useDraft, visitorsOf, writeDraft } from '../../src/threads/threads'
import type { VerifiedLine, VerifiedRecord } from '../../src/verify/record'
import { makeBrowser } from '../support'

const held = vi.hoisted(() => ({ services: null as unknown }))
vi.mock('../../src/people/session', async (original) => ({ ...(await original<object>()), services: () => held.services as Services }))

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

describe('a remark that is written', () => {
  let b: Awaited<ReturnType<typeof makeBrowser>>
  const settled = async () => {
    await nextTick()
    await new Promise((done) => setTimeout(done, 20))
  }
  /** The field at an item of the open record, as the page shows it. */
  const field = async (item: string) => {
    writeDraft(item, '', draftOf(item) ?? '')
    const scope = effectScope()
    const typing = scope.run(() => useDraft(item, ''))!
    await settled()
    return { typing, leave: () => scope.stop() }
  }
  const write = async (item: string, text: string) => {
    writeDraft(item, '', text)
    await settled()
  }
  const another = () => Object.assign(record, { id: 'other', verified: null })
  const remarks = () => b.server.calls.filter((c) => c.method === 'POST' && c.target.startsWith('/v1/records')).map((c) => c.body)

  beforeEach(async () => {
    b = await makeBrowser()
    await b.watch.refresh()
    held.services = { author: b.author, store: b.store, seal: await Seal.open(b.store) }
    Object.assign(outbox, { sending: false, waiting: null, said: null, done: null, typedKept: false })
    am('li', 'supervisor')
    open()
    for (const item of ['2', '6']) writeDraft(item, '', undefined)
  })

  it('stays when another record is opened, and when the tab is closed', async () => {
    const one = await field('2')
    await write('2', '哪一天买的？')
    one.leave()
    another()
    expect(draftOf('2')).toBeUndefined()
    open()
    expect(draftOf('2')).toBe('哪一天买的？')
    writeDraft('2', '', undefined) // the memory of the tab
    const again = await field('2')
    expect([draftOf('2'), again.typing.resumed.value]).toEqual(['哪一天买的？', true])
    dropDraft('2', '')
    await settled()
    expect(await b.store.names('typed/')).toEqual([])
  })

  it('is signed once: while it waits it stands there, and once it went it is offered no more', async () => {
    const one = await field('2')
    await write('2', '哪一天买的？')
    b.world.faults.losePush = true
    await say('2', '', false)
    expect([outbox.waiting?.type, draftOf('2')]).toEqual(['remark.added', '哪一天买的？'])
    one.leave()
    another()
    open()
    await field('2')
    await say('2', '', false)
    expect(await b.store.names('typed/'), 'it goes with its line').toEqual([])
    b.world.faults.losePush = false
    await deliver()
    expect([outbox.waiting, draftOf('2')]).toEqual([null, undefined])
    expect(new Set(remarks()).size).toBe(1)
    expect(await b.store.names('typed/')).toEqual([])
  })

  it('takes along no other that is being written, here or at another record', async () => {
    await field('2')
    await field('6')
    await write('6', '还没写完')
    await write('2', '哪一天买的？')
    b.world.faults.losePush = true
    await say('2', '', false)
    another()
    writeDraft('2', '', '别的记录的')
    b.world.faults.losePush = false
    await deliver()
    expect(draftOf('2')).toBe('别的记录的')
    open()
    expect([draftOf('2'), draftOf('6')]).toEqual([undefined, '还没写完'])
  })

  it('that is refused may be mended, and is kept as it is', async () => {
    await field('2')
    await write('2', '哪一天买的？')
    b.world.faults.refuse = 'thread_over'
    await say('2', '', false)
    await settled()
    expect([outbox.said?.key, draftOf('2')]).toEqual(['problem.thread_over', '哪一天买的？'])
    await write('2', '哪一天买的？请补票据')
    writeDraft('2', '', undefined)
    await field('2')
    expect(draftOf('2')).toBe('哪一天买的？请补票据')
  })
})
