/** What is signed while another line is on its way. */
import { beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import type { Services } from '../../src/people/session'
import { useTyping } from '../../src/people/typing'
import { deliver, kTooSoon, outbox, signAndSend } from '../../src/review/outbox'
import { Seal } from '../../src/storage/sealed'
import { makeBrowser } from '../support'

const held = vi.hoisted(() => ({ services: null as unknown }))
vi.mock('../../src/people/session', async (original) => ({ ...(await original<object>()), services: () => held.services as Services }))

const line = (text: string) => ({ type: 'check.decided', region: '62', body: { text } })
let b: Awaited<ReturnType<typeof makeBrowser>>
beforeEach(async () => {
  b = await makeBrowser()
  await b.watch.refresh()
  held.services = { author: b.author, store: b.store, seal: await Seal.open(b.store) }
  Object.assign(outbox, { sending: false, waiting: null, said: null, done: null, typedKept: false })
})

it('a signature that comes too soon is told, and its text stays', async () => {
  const form = ref({ reason: '' })
  const typing = effectScope().run(() => useTyping('decide', () => form.value, (kept) => (form.value = kept)))!
  await typing.begin('check')
  form.value.reason = '超出法定权限'
  await nextTick()

  const first = signAndSend(line('the first'), 'a')
  expect(await signAndSend(line('the second'), 'b', { typed: typing.signing() })).toBe(false)
  expect(await first).toBe(true)
  expect(outbox.said?.key, 'also once the first is there').toBe(kTooSoon)
  expect(outbox.typedKept).toBe(true)
  expect(outbox.done?.of).toBe('a')
  expect(await b.store.names('typed/')).toEqual(['typed/decide/check'])

  expect(await signAndSend(line('the second'), 'b')).toBe(true)
  expect([outbox.said, outbox.done?.of]).toEqual([null, 'b'])
})

it('what is typed is told kept where there was something', async () => {
  const first = signAndSend(line('the first'), 'a')
  await signAndSend(line('the second'), 'b')
  await first
  expect([outbox.said?.key, outbox.typedKept]).toEqual([kTooSoon, false])
  await deliver()
  expect(outbox.waiting).toBeNull()
})
