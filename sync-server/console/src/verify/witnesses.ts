/**
 * The witnesses that this browser's person trusts to have seen the log grow, and whether they signed it. Their keys come
 * from her, never from the server. The checkpoint that they signed is the one that anybody is shown; it counts only where
 * it is of one log with all that this browser verified.
 */
import { parseVerifierKey, type VerifierKey } from '../log/checkpoint'
import { cosignedBy } from '../log/cosigned'
import { LogFault, type LogWatch } from '../log/watch'
import type { KeyValue } from '../storage/database'
import { kWitnesses } from '../storage/kept'
import { bad, ok, unknown, type Check } from './check'

export interface WitnessPlace {
  store: KeyValue
  watch: LogWatch
  api: { shownCheckpoint(): Promise<string> }
}

export async function namedWitnesses(store: KeyValue): Promise<string[]> {
  return (await store.get<string[]>(kWitnesses)) ?? []
}

/** What is wrong with the text, as a sentence's key with the line's number; null where it was kept. */
export async function nameWitnesses(text: string, store: KeyValue): Promise<{ key: 'bad' | 'twice'; line: number } | null> {
  const keys: string[] = []
  for (const [i, line] of text.split('\n').entries()) {
    const key = line.trim()
    if (!key) continue
    const read = await parseVerifierKey(key, 4).catch(() => null)
    if (!read) return { key: 'bad', line: i + 1 }
    if (keys.includes(key)) return { key: 'twice', line: i + 1 }
    keys.push(key)
  }
  await store.write({ [kWitnesses]: keys.length ? keys : undefined })
  return null
}

/** Of the record at this index of the log; null where nobody is named. */
export async function checkWitnesses(index: number, { store, watch, api }: WitnessPlace): Promise<Check | null> {
  const named: VerifierKey[] = []
  for (const key of await namedWitnesses(store)) named.push(await parseVerifierKey(key, 4))
  if (!named.length) return null
  try {
    const note = await api.shownCheckpoint()
    const { size } = await watch.take(note)
    const { by, bad: lies } = await cosignedBy(note, named)
    if (lies.length) return bad('witnesses', 'witnesses.bad', { names: lies.join(', ') })
    if (!by.length) return unknown('witnesses', 'witnesses.none', { named: named.length })
    if (index >= size) return unknown('witnesses', 'witnesses.early', { size })
    return ok('witnesses', 'witnesses.some', { named: named.length, by: by.length, size, names: by.map((one) => one.name).join(', ') })
  } catch (e) {
    if (e instanceof LogFault) return bad('witnesses', `consistency.${e.alarm}`, { size: watch.seen?.size ?? 0 })
    return unknown('witnesses', 'witnesses.unread')
  }
}
