/**
 * What a person has not signed yet lies sealed in IndexedDB: AES-256-GCM under a key of this browser that cannot be read out,
 * with the value's own name as associated data, so that no two values can be swapped. SECURITY.md says what that keeps from
 * whom, and what it does not.
 */
import { utf8, type Bytes } from '../base/bytes'
import { kSealKey, type Sealed } from './kept'
import type { KeyValue } from './database'

/** The value is not what was sealed under this name: damaged, another's, or of a key that is gone. */
export class SealBroken extends Error {}

export class Seal {
  private constructor(private readonly key: CryptoKey) {}

  /** The browser's key; made once, whichever tab comes first. */
  static open(store: KeyValue): Promise<Seal> {
    return inTurn(async () => {
      const kept = await store.get<CryptoKey>(kSealKey)
      if (kept) return new Seal(kept)
      const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
      await store.write({ [kSealKey]: key })
      return new Seal(key)
    })
  }

  async seal(name: string, bytes: Bytes): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(name) }, this.key, bytes)
    return { iv, data: new Uint8Array(data) }
  }

  async unseal(name: string, { iv, data }: Sealed): Promise<Bytes> {
    try {
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(name) }, this.key, data))
    } catch {
      throw new SealBroken(`what lies under ${name} is not what was kept there`)
    }
  }
}

let tail: Promise<unknown> = Promise.resolve()

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  if (typeof navigator !== 'undefined' && navigator.locks) return navigator.locks.request('plumbline-seal', run) as Promise<T>
  const next = tail.then(run)
  tail = next.catch(() => undefined)
  return next
}
