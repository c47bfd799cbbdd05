import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/api/problem'
import type { Delivery } from '../../src/people/author'
import { kBatch, runBatch, type Batch, type BatchAuthor, type Looked } from '../../src/review/batch'
import type { Draft } from '../../src/line/compose'
import type { Outbox, Outcome } from '../../src/storage/kept'

/** A browser and its server: what is in `store` survives a closed tab, `log` is the server's. Every step can be the last. */
class Browser {
  store = new Map<string, unknown>()
  log: string[] = []
  /** How many steps go well before the tab is closed, or the network is lost. */
  steps = Infinity
  refuses = new Set<string>()

  private step(): void {
    if (this.steps-- <= 0) throw new Problem(0, 'offline', 'cut')
  }
  get kv() {
    return {
      get: async <T>(key: string) => this.store.get(key) as T | undefined,
      write: async (changes: Record<string, unknown>) => {
        this.step()
        for (const [key, value] of Object.entries(changes)) value === undefined ? this.store.delete(key) : this.store.set(key, value)
      },
      names: async () => [],
      clear: async () => this.store.clear(),
    }
  }
  get author(): BatchAuthor {
    return {
      waiting: async () => this.store.get('outbox') as Outbox | undefined,
      outcome: async (mark) => this.store.get(mark) as Outcome | undefined,
      sign: async (draft: Draft, of, mark) => {
        this.step()
        const out: Outbox = { line: `${draft.type} ${of} ${mark}`, seq: 1, hash: of, of, type: draft.type, mark }
        this.store.set('outbox', out)
        return out
      },
      deliver: async (): Promise<Delivery> => {
        const out = this.store.get('outbox') as Outbox | undefined
        if (!out) return { status: 'nothing' }
        this.step()
        const refused = this.refuses.has(out.of)
        // The same bytes a second time are known to the server.
        if (!refused && !this.log.includes(out.line)) this.log.push(out.line)
        this.step() // the answer may be lost
        const outcome: Outcome = refused ? { status: 'refused', code: 'version_old', detail: '' } : { status: 'accepted', index: this.log.length }
        this.store.delete('outbox')
        this.store.set(out.mark!, outcome)
        return refused ? { status: 'refused', code: 'version_old', detail: '', of: out.of } : { status: 'accepted', index: 1, proved: true, notes: [], of: out.of }
      },
    }
  }
}

const batchOf = (...ids: string[]): Batch => ({ id: 'b', kind: 'accept', comment: '同意', items: ids.map((id) => ({ id, name: id, hash: id, state: 'open' })) })
const draft = async ({ id }: { id: string }): Promise<Looked> => ({ draft: { type: 'review.accepted', site: 's', region: '62', body: { of: id } } })

describe('one act on many records', () => {
  test('signs a line of its own for each', async () => {
    const it = new Browser()
    const batch = batchOf('a', 'b', 'c')
    await runBatch(batch, it.author, it.kv, draft)
    expect(it.log.map((l) => l.split(' ')[1])).toEqual(['a', 'b', 'c'])
    expect(batch.items.map((i) => i.state)).toEqual(['done', 'done', 'done'])
    expect([...it.store.keys()]).toEqual([kBatch])
  })

  test('cut at any step it goes on from what is on disk, and none is lost or doubled', async () => {
    for (let cut = 0; cut < 16; ++cut) {
      const it = new Browser()
      it.refuses.add('c')
      it.store.set(kBatch, batchOf('a', 'b', 'c', 'd'))
      it.steps = cut
      let tries = 0
      for (;;) {
        const batch = structuredClone(it.store.get(kBatch)) as Batch
        try {
          await runBatch(batch, it.author, it.kv, draft)
          break
        } catch {
          it.steps = ++tries < 3 ? cut : Infinity // and cut again
        }
      }
      expect(it.log.map((l) => l.split(' ')[1]), `cut after ${cut}`).toEqual(['a', 'b', 'd'])
      const ended = it.store.get(kBatch) as Batch
      expect(ended.items.map((i) => i.state)).toEqual(['done', 'done', 'left', 'done'])
      expect(ended.items[2]!.why).toEqual({ key: 'problem.version_old', detail: '' })
    }
  })

  test('leaves out what is not to be signed any more, each with its reason, and goes on', async () => {
    const it = new Browser()
    const batch = batchOf('a', 'b', 'c')
    await runBatch(batch, it.author, it.kv, async (item) => {
      if (item.id === 'a') return { why: { key: 'batch.why.changed', detail: '' } }
      if (item.id === 'b') throw new Problem(404, 'no_record', 'gone')
      return draft(item)
    })
    expect(it.log).toHaveLength(1)
    expect(batch.items.map((i) => [i.state, i.why?.key])).toEqual([['left', 'batch.why.changed'], ['left', 'problem.no_record'], ['done', undefined]])
  })

  test('a line of something else that waits goes first, and is not taken for one of these', async () => {
    const it = new Browser()
    it.store.set('outbox', { line: 'site.published x other', seq: 1, hash: 'x', of: 'x', type: 'site.published', mark: 'other' })
    const batch = batchOf('a')
    await runBatch(batch, it.author, it.kv, draft)
    expect(it.log).toEqual(['site.published x other', 'review.accepted a batch.b.a'])
    expect(batch.items[0]!.state).toBe('done')
  })

  test('a fault of the server stops the act and leaves out nothing', async () => {
    const it = new Browser()
    const batch = batchOf('a', 'b')
    await expect(runBatch(batch, it.author, it.kv, async () => Promise.reject(new Problem(503, 'busy', '')))).rejects.toThrow()
    expect(batch.items.every((i) => i.state === 'open')).toBe(true)
  })
})
