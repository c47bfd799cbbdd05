/** Decisions about the open record: a veto is accepted by two, and what was signed is not offered again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { session, type Services } from '../../src/people/session'
import { record } from '../../src/record/open_record'
import { commentsOf, decide, decision, typing, whyNotAccept } from '../../src/review/decision'
import { deliver, outbox } from '../../src/review/outbox'
import { Seal } from '../../src/storage/sealed'
import type { VerifiedLine, VerifiedRecord } from '../../src/verify/record'
import { makeBrowser } from '../support'

const held = vi.hoisted(() => ({ services: null as unknown }))
vi.mock('../../src/people/session', async (original) => ({ ...(await original<object>()), services: () => held.services as Services }))
vi.mock('../../src/queue/queue', () => ({ refreshQueue: async () => {} }))
vi.mock('../../src/record/open_record', async (original) => ({ ...(await original<object>()), openRecord: async () => {} }))

let b: Awaited<ReturnType<typeof makeBrowser>>
const settled = async () => {
  await nextTick()
  await new Promise((done) => setTimeout(done, 20))
}
const hash = 'f'.repeat(64)
const by = (person: string) => ({ author: { person: { id: person, name: person } } }) as unknown as VerifiedLine
const open = (over: Partial<VerifiedRecord>) => Object.assign(record, { id: b.ids.lacking, verified: { id: b.ids.lacking, current: { line: { hash, payload: { region: '62', site: 'veg' } } }, veto: true, status: 'submitted', agreed: null, cosigned: null, ...over } as unknown as VerifiedRecord })
const leave = () => Object.assign(record, { id: 'other', verified: null })

beforeEach(async () => {
  b = await makeBrowser()
  await b.watch.refresh()
  held.services = { author: b.author, store: b.store, seal: await Seal.open(b.store) }
  Object.assign(outbox, { sending: false, waiting: null, said: null, done: null, typedKept: false })
  decision.drafts = {}
})
afterEach(async () => {
  leave()
  await settled()
})

it('whoever agreed already, or made the visit, does not accept a veto', () => {
  Object.assign(session, { person: { id: 'li', name: 'li' } })
  open({})
  expect(whyNotAccept()).toBeNull()
  open({ agreed: by('li') })
  expect(whyNotAccept()).toBe('agreed_already')
  open({ agreed: by('sun') })
  expect(whyNotAccept()).toBeNull()
  open({ cosigned: by('li') })
  expect(whyNotAccept()).toBe('own_visit')
  open({ veto: false, cosigned: by('li'), agreed: by('li') })
  expect(whyNotAccept()).toBeNull()
})

describe('a comment', () => {
  const write = async () => {
    open({})
    await settled()
    commentsOf(hash).comment = '照片看不清'
    await settled()
  }

  it('that is being written is kept from its first letter, whoever looked at it first', async () => {
    await write()
    expect(await b.store.names('typed/')).toEqual([`typed/review/${hash}`])
    leave()
    await settled()
    decision.drafts = {}
    open({})
    await settled()
    expect(commentsOf(hash).comment).toBe('照片看不清')
    commentsOf(hash).comment = ''
    await settled()
    expect(await b.store.names('typed/')).toEqual([])
  })

  it('that was signed is kept no more, neither here nor for the next time', async () => {
    await write()
    await decide('returned')
    await settled()
    expect(outbox.done?.type).toBe('review.returned')
    expect(decision.drafts[hash]?.comment ?? '').toBe('')
    expect(await b.store.names('typed/')).toEqual([])
  })

  it('that waits for the network stands beside its record until it went, however one walks about, and then no more', async () => {
    await write()
    b.world.faults.losePush = true
    await decide('returned')
    expect(outbox.waiting?.of).toBe(b.ids.lacking)
    leave()
    await settled()
    open({})
    await settled()
    expect(commentsOf(hash).comment).toBe('照片看不清')
    expect(await b.store.names('typed/'), 'it goes with its line').toEqual([])
    b.world.faults.losePush = false
    await deliver()
    await settled()
    expect(outbox.waiting).toBeNull()
    expect(decision.drafts[hash]?.comment ?? '').toBe('')
    expect(await b.store.names('typed/')).toEqual([])
  })

  it('that is refused, at once or later, is there to be mended and kept as it is', async () => {
    await write()
    b.world.faults.losePush = true
    await decide('returned')
    b.world.faults.losePush = false
    b.world.faults.refuse = 'version_old'
    await deliver()
    await settled()
    expect(outbox.said?.key).toBe('problem.version_old')
    expect(commentsOf(hash).comment).toBe('照片看不清')
    expect(typing.resumed.value, 'and it is said where it comes from').toBe(true)
    commentsOf(hash).comment = '照片看不清，请重拍'
    await settled()
    leave()
    await settled()
    decision.drafts = {}
    open({})
    await settled()
    expect(commentsOf(hash).comment).toBe('照片看不清，请重拍')
  })
})
