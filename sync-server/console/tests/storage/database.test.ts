import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { makeOwnKey, signEs256 } from '../../src/crypto/own_key'
import { openDatabase } from '../../src/storage/database'

describe('the store', () => {
  it('keeps a key that can sign and cannot be read, and forgets everything at once', async () => {
    const factory = new IDBFactory()
    const own = await makeOwnKey()
    const store = await openDatabase(factory)
    await store.write({ identity: { kid: own.kid, privateKey: own.privateKey }, chain: { seq: 3, prev: 'x' } })
    const again = await openDatabase(factory)
    const kept = (await again.get<{ privateKey: CryptoKey }>('identity'))!
    expect(kept.privateKey.extractable).toBe(false)
    expect((await signEs256(kept.privateKey, utf8('x'))).length).toBe(64)
    await again.write({ chain: undefined })
    expect(await store.get('chain')).toBeUndefined()
    await store.clear()
    expect(await again.get('identity')).toBeUndefined()
  })
})
