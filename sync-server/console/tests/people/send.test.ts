import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { Sending } from '../../src/people/send'
import { useTyping } from '../../src/people/typing'
import { Seal } from '../../src/storage/sealed'
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

describe('the text of a form', () => {
  const open = async () => {
    const seal = await Seal.open(b.store)
    const form = ref({ text: '' })
    const typing = effectScope().run(() => useTyping('site', () => form.value, (kept) => (form.value = kept), () => ({ store: b.store, seal })))!
    await typing.begin('')
    return { form, typing }
  }
  const write = async (form: { value: { text: string } }, text: string) => {
    form.value.text = text
    await nextTick()
    await new Promise((done) => setTimeout(done, 20))
  }

  it('goes with its line: what waited and was sent later is not offered again', async () => {
    const { form, typing } = await open()
    await write(form, '写好的')
    b.world.faults.losePush = true
    expect(await new Sending(b.author).send(draft, typing)).toMatchObject({ state: 'waits' })
    b.world.faults.losePush = false
    await b.author.deliver()
    expect((await open()).form.value.text).toBe('')
  })

  it('is there when its line was refused, and is kept on as it is mended', async () => {
    const { form, typing } = await open()
    await write(form, '写好的')
    b.world.faults.refuse = 'wrong_region'
    const sending = new Sending(b.author)
    expect(await sending.send(draft, typing)).toMatchObject({ state: 'refused' })
    expect((await open()).form.value.text).toBe('写好的')
    await write(form, '写好的，改过')
    expect((await open()).form.value.text).toBe('写好的，改过')
    b.world.faults.refuse = undefined
    expect(await sending.send(draft, typing)).toMatchObject({ state: 'sent' })
    expect((await open()).form.value.text).toBe('')
  })

  it('is there when nothing was signed', async () => {
    const { form, typing } = await open()
    await write(form, '写好的')
    expect(await new Sending(b.author).send(() => Promise.reject(new Error('no key')), typing)).toMatchObject({ state: 'unsigned' })
    await write(form, '写好的，改过')
    expect((await open()).form.value.text).toBe('写好的，改过')
  })
})
