import { describe, expect, it } from 'vitest'
import { fromUtf8, utf8 } from '../../src/base/bytes'
import { Seal, SealBroken } from '../../src/storage/sealed'
import { kSealKey } from '../../src/storage/kept'
import { memory } from '../support'

describe('what is sealed', () => {
  it('comes back under its name, byte for byte, also after the page was loaded again', async () => {
    const store = memory()
    const sealed = await (await Seal.open(store)).seal('draft/a/b', utf8('施药记录'))
    expect(fromUtf8(await (await Seal.open(store)).unseal('draft/a/b', sealed))).toBe('施药记录')
  })
  it('cannot be put under another name, changed or cut', async () => {
    const seal = await Seal.open(memory())
    const sealed = await seal.seal('draft/a/b', utf8('x'.repeat(100)))
    await expect(seal.unseal('draft/a/c', sealed)).rejects.toBeInstanceOf(SealBroken)
    for (const at of [0, 50, sealed.data.length - 1]) {
      const data = sealed.data.slice()
      data[at]! ^= 1
      await expect(seal.unseal('draft/a/b', { ...sealed, data })).rejects.toBeInstanceOf(SealBroken)
    }
    await expect(seal.unseal('draft/a/b', { ...sealed, data: sealed.data.slice(0, -1) })).rejects.toBeInstanceOf(SealBroken)
  })
  it('has a key that nobody reads out, one for all tabs, and never the same nonce', async () => {
    const store = memory()
    const [a, b] = await Promise.all([Seal.open(store), Seal.open(store)])
    const key = store.values.get(kSealKey) as CryptoKey
    expect(key.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
    const [one, two] = [await a.seal('n', utf8('same')), await b.seal('n', utf8('same'))]
    expect(one.iv).not.toEqual(two.iv)
    expect(fromUtf8(await a.unseal('n', two))).toBe('same')
  })
  it('is gone with its key', async () => {
    const store = memory()
    const sealed = await (await Seal.open(store)).seal('n', utf8('x'))
    await store.clear()
    await expect((await Seal.open(store)).unseal('n', sealed)).rejects.toBeInstanceOf(SealBroken)
  })
})
