/** The act on many that this browser is at, or was at when it was closed; what of it was left out stays until it is put away. */
import { reactive } from 'vue'
import { refreshQueue } from '../queue/queue'
import { openRecord, record } from '../record/open_record'
import { sayFault } from '../people/send'
import { services } from '../people/session'
import type { Said } from '../i18n/said'
import { kBatch, plain, runBatch, type Batch } from './batch'
import { lookAtRecord } from './batch_look'
import { outbox } from './outbox'

export const current = reactive({ batch: null as Batch | null, running: false, said: null as Said | null })

/** What an earlier page left, if nobody is at it. */
export async function findBatch(): Promise<void> {
  if (!current.batch) current.batch = (await services().store.get<Batch>(kBatch)) ?? null
}

export async function beginBatch(batch: Batch): Promise<void> {
  if (current.batch) return
  await services().store.write({ [kBatch]: plain(batch) })
  current.batch = batch
  await goOn()
}

/** One tab at a time: what another one is at is not touched. */
export async function goOn(): Promise<void> {
  if (current.running || !current.batch) return
  Object.assign(current, { running: true, said: null })
  // The single line that a page signs waits until the act is over, and the other way round.
  outbox.sending = true
  try {
    const { author, store } = services()
    const own = (lock: unknown) => lock !== null
    await navigator.locks.request('plumbline-batch', { ifAvailable: true }, async (lock) => {
      if (!own(lock)) return void (current.said = { key: 'batch.elsewhere', detail: '' })
      // Another tab may have gone on meanwhile: what is on disk holds.
      const kept = await store.get<Batch>(kBatch)
      if (kept && kept.id === current.batch?.id) current.batch = kept
      await runBatch(current.batch!, author, store, lookAtRecord)
    })
  } catch (e) {
    current.said = sayFault(e)
  } finally {
    outbox.sending = false
    current.running = false
    // A single line that had waited went along.
    outbox.waiting = (await services().author.waiting().catch(() => undefined)) ?? null
    await Promise.all([refreshQueue(), record.id ? openRecord(record.id) : null])
  }
}

/** Once nothing is open any more; or whoever began it ends it: what was signed stays signed, the rest is left. */
export async function putAway(): Promise<void> {
  if (current.running) return
  await services().store.write({ [kBatch]: undefined })
  Object.assign(current, { batch: null, said: null })
}
