import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { forgetOldTyping, kKeptDays } from '../../src/people/old_typing'
import { openDatabase } from '../../src/storage/database'
import type { SealedTyping } from '../../src/storage/kept'

const kDay = 86_400_000

it('a text that nobody came back to for ninety days is let go of, and nothing else', async () => {
  const store = await openDatabase(new IDBFactory())
  const sealed = { iv: new Uint8Array(12), data: new Uint8Array(3) }
  const now = Date.parse('2026-11-22T08:00:00Z')
  await store.write({
    'typed/complaint/old': { ...sealed, at: now - (kKeptDays + 1) * kDay },
    'typed/complaint/new': { ...sealed, at: now - (kKeptDays - 1) * kDay },
    'typed/taken-down/': sealed,
    'draft/old': { ...sealed, at: 0 },
    typed: { ...sealed, at: 0 },
  })
  await forgetOldTyping(store, now)
  expect((await store.names('')).sort()).toEqual(['draft/old', 'typed', 'typed/complaint/new', 'typed/taken-down/'])
  expect((await store.get<SealedTyping>('typed/taken-down/'))!.at, 'of an older build: counted from now on').toBe(now)
  await forgetOldTyping(store, now + (kKeptDays + 1) * kDay)
  expect(await store.names('typed/')).toEqual([])
})
