/**
 * One act on many records: each gets a line of its own, signed and sent one after the other. What the act is and how far it
 * came is on disk, so that a closed tab or a lost network neither loses nor doubles one: a line is signed under a mark of its
 * own, and what became of that mark is asked before anything is signed again (people/author.ts).
 */
import { Problem } from '../api/problem'
import type { Said } from '../i18n/said'
import type { Draft } from '../line/compose'
import type { Delivery } from '../people/author'
import type { KeyValue } from '../storage/database'
import type { Outbox, Outcome } from '../storage/kept'

export interface BatchItem {
  id: string
  /** As it is called in the list. */
  name: string
  /** The version that was listed when the act was signed for. */
  hash: string
  /** `open`: nothing was signed of it yet, or nobody knows what became of it; `left`: left out, `why` says for what reason. */
  state: 'open' | 'done' | 'left'
  why?: Said
}

export interface Batch {
  id: string
  kind: 'accept' | 'assign'
  comment: string
  /** To whom, by id; '' back to nobody. Of `assign`. */
  to?: string
  items: BatchItem[]
}

/** What is to be signed of a record now, or why nothing is. */
export type Looked = { draft: Draft } | { why: Said }

export interface BatchAuthor {
  waiting(): Promise<Outbox | undefined>
  outcome(mark: string): Promise<Outcome | undefined>
  sign(draft: Draft, of: string, mark: string): Promise<Outbox>
  deliver(): Promise<Delivery>
}

export const kBatch = 'batch'
const markOf = (batch: Batch, item: BatchItem) => `${kBatch}.${batch.id}.${item.id}`

/**
 * Goes on with what is open. `look`: the record is read anew and verified for each. `told`: after each. Throws what stops all of
 * them, the network above all; the next call goes on from there.
 */
export async function runBatch(batch: Batch, author: BatchAuthor, store: KeyValue, look: (item: BatchItem, batch: Batch) => Promise<Looked>, told: () => void = () => undefined): Promise<void> {
  for (const item of batch.items) {
    if (item.state !== 'open') continue
    await settle(batch, item, author, look)
    // With the mark: what it told is in the item now.
    await store.write({ [kBatch]: plain(batch), [markOf(batch, item)]: undefined })
    told()
  }
}

async function settle(batch: Batch, item: BatchItem, author: BatchAuthor, look: (item: BatchItem, batch: Batch) => Promise<Looked>): Promise<void> {
  const mark = markOf(batch, item)
  // What is on its way goes first, whatever it is: this one's own line, signed before the tab was closed, too.
  if (await author.waiting()) await author.deliver()
  let outcome = await author.outcome(mark)
  if (!outcome) {
    const looked = await lookAt(item, batch, look)
    if ('why' in looked) return void Object.assign(item, { state: 'left', why: looked.why })
    await author.sign(looked.draft, item.id, mark)
    await author.deliver()
    outcome = await author.outcome(mark)
  }
  if (!outcome) throw new Problem(0, 'offline', '')
  if (outcome.status === 'accepted') Object.assign(item, { state: 'done' })
  else Object.assign(item, { state: 'left', why: { key: `problem.${outcome.code}`, detail: outcome.detail } })
}

/** A fault of this one record leaves it out; one of the network stops the act. */
async function lookAt(item: BatchItem, batch: Batch, look: (item: BatchItem, batch: Batch) => Promise<Looked>): Promise<Looked> {
  try {
    return await look(item, batch)
  } catch (e) {
    if (e instanceof Problem && e.status >= 400 && e.status < 500 && e.status !== 401 && e.status !== 429) return { why: { key: `problem.${e.code}`, detail: e.detail } }
    throw e
  }
}

/** Without the page's proxies, which a database cannot copy. */
export function plain(batch: Batch): Batch {
  return JSON.parse(JSON.stringify(batch)) as Batch
}
