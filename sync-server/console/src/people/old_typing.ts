/** Text that nobody came back to: it may tell of other people, and is not kept for good. */
import type { KeyValue } from '../storage/database'
import { kTyped, type SealedTyping } from '../storage/kept'

/** SECURITY.md names it. */
export const kKeptDays = 90

/** Lets go of what was last changed longer ago than `kKeptDays`. What an older build kept without its day is counted from now on. */
export async function forgetOldTyping(store: KeyValue, now: number): Promise<void> {
  for (const name of await store.names(kTyped)) {
    const kept = await store.get<SealedTyping>(name)
    if (!kept) continue
    if (kept.at === undefined) await store.write({ [name]: { ...kept, at: now } })
    else if (now - kept.at > kKeptDays * 86_400_000) await store.write({ [name]: undefined })
  }
}
