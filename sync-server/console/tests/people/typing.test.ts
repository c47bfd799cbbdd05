import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope, type Ref } from 'vue'
import { useTyping, type Typing } from '../../src/people/typing'
import { openDatabase, type KeyValue } from '../../src/storage/database'
import { Seal } from '../../src/storage/sealed'

interface Form {
  reason: string
  days: number
}
const empty = (): Form => ({ reason: '', days: 15 })
let store: KeyValue
let seal: Seal
beforeEach(async () => {
  store = await openDatabase(new IDBFactory())
  seal = await Seal.open(store)
})

/** A form of a page; another one is the page after it was loaded again. */
interface Page {
  draft: Ref<Form | null>
  typing: Typing<Form>
  scope: EffectScope
  settled(): Promise<void>
}
async function open(about: string, form = 'check'): Promise<Page> {
  const scope = effectScope()
  const draft = ref<Form | null>(empty())
  const typing = scope.run(() => useTyping<Form>(form, () => draft.value, (kept) => (draft.value = kept), () => ({ store, seal })))!
  await typing.begin(about)
  return { draft, typing, scope, settled: async () => { await nextTick(); await new Promise((done) => setTimeout(done, 20)) } }
}

describe('what is typed and not signed', () => {
  it('is there when the page was loaded again', async () => {
    const page = await open('a')
    expect(page.typing.resumed.value).toBe(false)
    page.draft.value!.reason = '有'
    page.draft.value!.reason = '有人举报'
    await page.settled()
    page.scope.stop()
    const again = await open('a')
    expect(again.draft.value).toEqual({ reason: '有人举报', days: 15 })
    expect(again.typing.resumed.value).toBe(true)
  })

  it('belongs to what it is about, and to its form', async () => {
    const page = await open('a')
    page.draft.value!.reason = '有人举报'
    await page.settled()
    expect((await open('b')).draft.value).toEqual(empty())
    expect((await open('a', 'decide')).draft.value).toEqual(empty())
  })

  it('lies sealed', async () => {
    const page = await open('a')
    page.draft.value!.reason = '有人举报'
    await page.settled()
    const kept = await store.get<{ data: Uint8Array }>('typed/check/a')
    expect(new TextDecoder().decode(kept!.data)).not.toContain('举报')
  })

  it('stays when the form is closed, and is gone once it was cleared', async () => {
    const page = await open('a')
    page.draft.value!.reason = '有人举报'
    page.typing.end()
    page.draft.value = null
    await page.settled()
    const again = await open('a')
    expect(again.draft.value!.reason).toBe('有人举报')
    again.typing.anew()
    await again.settled()
    expect(again.draft.value).toEqual(empty())
    expect(await store.get('typed/check/a')).toBeUndefined()
  })

  it('goes with the line that is signed: to its last letter, and nothing that is typed afterwards', async () => {
    const page = await open('a')
    page.draft.value!.reason = '有人举报'
    const signing = page.typing.signing()
    page.draft.value!.reason = '另一件事'
    const typed = await signing
    expect(typed!.name).toBe('typed/check/a')
    const text = new TextDecoder().decode(await seal.unseal(typed!.name, typed!.sealed))
    expect(JSON.parse(text)).toEqual({ reason: '有人举报', days: 15 })
  })

  it('goes with the line of a form that closed itself before', async () => {
    const page = await open('a')
    page.draft.value!.reason = '有人举报'
    page.typing.end()
    page.draft.value = null
    expect((await page.typing.signing())!.name).toBe('typed/check/a')
    expect(await page.typing.signing()).toBeUndefined()
  })

  it('is nothing where the form stands as it began', async () => {
    const page = await open('a')
    expect(await page.typing.signing()).toBeUndefined()
    page.draft.value!.days = 20
    await page.settled()
    const again = await open('a')
    again.draft.value = empty()
    await again.settled()
    expect(await store.get('typed/check/a')).toBeUndefined()
  })

  it('is taken up by a form that has learnt to ask for more, and not taken up where its key is gone', async () => {
    await store.write({ 'typed/check/old': await seal.seal('typed/check/old', new TextEncoder().encode('{"reason":"旧"}')) })
    expect((await open('old')).draft.value).toEqual({ reason: '旧', days: 15 })
    await store.write({ 'typed/check/b': await seal.seal('typed/check/another', new TextEncoder().encode('{"reason":"x"}')) })
    expect((await open('b')).draft.value).toEqual(empty())
  })

  it('is not put into what was opened instead, however long it takes to load', async () => {
    const page = await open('a')
    page.draft.value!.reason = '甲企业的'
    await page.settled()
    page.scope.stop()
    // The first text is still being read when the second form begins.
    let first: ((value: unknown) => void) | undefined
    const slow: KeyValue = { ...store, get: async <T>(name: string) => (name.endsWith('/a') ? (new Promise((done) => (first = async () => done(await store.get<T>(name)))) as Promise<T | undefined>) : store.get<T>(name)) }
    const draft = ref<Form | null>(empty())
    const typing = effectScope().run(() => useTyping<Form>('check', () => draft.value, (kept) => (draft.value = kept), () => ({ store: slow, seal })))!
    const late = typing.begin('a')
    await typing.begin('b')
    first!(null)
    await late
    expect(draft.value).toEqual(empty())
    expect(typing.resumed.value).toBe(false)
    draft.value!.reason = '乙企业的'
    await page.settled()
    expect((await open('b')).draft.value!.reason).toBe('乙企业的')
    expect((await open('a')).draft.value!.reason).toBe('甲企业的')
  })

  it('is not put into a form that was closed or signed while it loaded', async () => {
    const page = await open('a')
    page.draft.value!.reason = '有人举报'
    await page.settled()
    for (const leave of [(typing: Typing<Form>) => typing.end(), (typing: Typing<Form>) => void typing.signing()]) {
      const draft = ref<Form | null>(empty())
      const typing = effectScope().run(() => useTyping<Form>('check', () => draft.value, (kept) => (draft.value = kept), () => ({ store, seal })))!
      const loading = typing.begin('a')
      leave(typing)
      await loading
      expect(draft.value).toEqual(empty())
      draft.value!.reason = '后来写的'
      await page.settled()
      expect((await open('a')).draft.value!.reason).toBe('有人举报')
    }
  })

  it('is the form’s again where its line was not signed, and not that of a form that was begun since', async () => {
    const page = await open('a')
    page.draft.value!.reason = '有人举报'
    await page.typing.signing()
    await store.write({ 'typed/check/a': undefined })
    page.draft.value!.reason = '有人举报，改过'
    page.typing.again()
    await page.settled()
    expect((await open('a')).draft.value!.reason).toBe('有人举报，改过')
    await page.typing.signing()
    await page.typing.begin('b', empty())
    page.typing.again()
    page.draft.value!.reason = '另一件事'
    await page.settled()
    expect((await open('a')).draft.value!.reason).toBe('有人举报，改过')
  })

  it('begins again behind a refusal with what stands in the form', async () => {
    const page = await open('a')
    page.draft.value!.reason = '有人举报'
    await page.typing.signing()
    await store.write({ 'typed/check/a': undefined })
    await page.typing.begin('a', empty())
    await page.settled()
    expect((await open('a')).draft.value!.reason).toBe('有人举报')
  })
})
