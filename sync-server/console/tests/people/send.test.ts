import { beforeEach, describe, expect, it } from 'vitest'
import { Sending } from '../../src/people/send'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
const draft = () => ({ type: 'standard.feedback', region: '62', body: { text: 'x' } })
const pushes = () => b.server.calls.filter((c) => c.method === 'POST' && c.target.startsWith('/v1/records')).map((c) => c.body)

beforeEach(async () => {
  b = await makeBrowser()
  await b.watch.refresh()
})

describe('a form that is signed', () => {
  it('once, however often its button is pressed while the network is away', async () => {
    const sending = new Sending(b.author)
    b.world.faults.losePush = true
    expect(await sending.send(draft)).toMatchObject({ state: 'waits', said: { key: 'problem.offline' } })
    expect(sending.isWaiting).toBe(true)
    await sending.send(draft)
    b.world.faults.losePush = false
    expect(await sending.send(draft)).toMatchObject({ state: 'sent' })
    expect(new Set(pushes()).size).toBe(1)
    expect(sending.isWaiting).toBe(false)
  })

  it('is told sent when the page sent it meanwhile by itself', async () => {
    const sending = new Sending(b.author)
    b.world.faults.losePush = true
    await sending.send(draft)
    b.world.faults.losePush = false
    await b.author.deliver()
    expect(await sending.send(draft)).toMatchObject({ state: 'sent' })
    expect(new Set(pushes()).size).toBe(1)
  })

  it('and refused is told so, and may be signed anew', async () => {
    const sending = new Sending(b.author)
    b.world.faults.refuse = 'wrong_region'
    expect(await sending.send(draft)).toMatchObject({ state: 'refused', said: { key: 'problem.wrong_region' } })
    b.world.faults.refuse = undefined
    expect(await sending.send(draft)).toMatchObject({ state: 'sent' })
  })

  it('sends what waits of something else first', async () => {
    await b.author.sign(draft(), 'other')
    expect(await new Sending(b.author).send(draft)).toMatchObject({ state: 'sent' })
    expect(pushes().length).toBe(2)
  })
})
