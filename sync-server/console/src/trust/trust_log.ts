/**
 * All trust lines of the log, as this browser holds them: fetched once, proved page by page, kept in IndexedDB, and held to
 * the digest by which every checkpoint says how many there are and which (trust_digest.ts). So a withheld, forged or
 * reordered invitation, enrolment or revocation shows. Calls run one after another.
 */
import { Problem } from '../api/problem'
import { equal, type Bytes } from '../base/bytes'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, readFeedPage, type PlacedText } from '../log/feed_page'
import type { KeyValue } from '../storage/database'
import { kTrust, type KeptTrustLine } from '../storage/kept'
import { addAll, TrustBook } from './chain'
import { addToDigest, kNoTrustLines } from './trust_digest'

export interface TrustSource {
  /** The log's trust lines from the index `after` on, below `size`, with their proof. */
  trust(after: number, size: number): Promise<string>
}

/**
 * whole: every trust line of this checkpoint's log; unsaid: the checkpoint does not say how many there are; withheld: the
 * server gives fewer, others, or none with a proof.
 */
export type Completeness = 'whole' | 'unsaid' | 'withheld'

export interface TrustAsOf {
  completeness: Completeness
  /** What can be judged by: all lines that are held and proved. */
  book: TrustBook
  held: number
  count: number | null
}

export class TrustLog {
  private lines: KeptTrustLine[] = []
  private book: TrustBook
  private opened = false
  private tail: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly root: string,
    private readonly rootKey: unknown,
    private readonly source: TrustSource,
    private readonly store: KeyValue,
    private readonly changed: (book: TrustBook) => void = () => undefined,
  ) {
    this.book = new TrustBook(root)
  }

  /** `checkpoint` was verified, and is consistent with all before it. A Problem of the network passes through. */
  asOf(checkpoint: Checkpoint): Promise<TrustAsOf> {
    const next = this.tail.then(() => this.judge(checkpoint))
    this.tail = next.catch(() => undefined)
    return next
  }

  /** What was proved before, as this browser holds it: it needs no network. */
  held(): Promise<{ book: TrustBook; lines: readonly KeptTrustLine[] }> {
    const next = this.tail.then(() => this.open()).then(() => ({ book: this.book, lines: this.lines }))
    this.tail = next.catch(() => undefined)
    return next
  }

  private async open(): Promise<void> {
    if (!this.opened) await this.reset((await this.store.get<KeptTrustLine[]>(kTrust)) ?? [])
    this.opened = true
  }

  private async judge(checkpoint: Checkpoint): Promise<TrustAsOf> {
    await this.open()
    const { trust } = checkpoint
    if (!trust) return this.answer('unsaid', null)
    if (trust.count > this.lines.length) await this.fetch(checkpoint, trust.count)
    // What is kept may be of a log that this one has replaced: once more from the beginning.
    if (!this.holds(trust) && this.lines.length > 0) {
      await this.reset([])
      await this.fetch(checkpoint, trust.count)
    }
    return this.answer(this.holds(trust) ? 'whole' : 'withheld', trust.count)
  }

  private answer(completeness: Completeness, count: number | null): TrustAsOf {
    return { completeness, book: this.book, held: this.lines.length, count }
  }

  private holds({ count, digest }: { count: number; digest: Bytes }): boolean {
    const mine = count === 0 ? kNoTrustLines : this.lines[count - 1]?.digest
    return mine !== undefined && equal(mine, digest)
  }

  /** Takes proved pages until `count` lines are held, or no more come. */
  private async fetch(checkpoint: Checkpoint, count: number): Promise<void> {
    let grew = false
    while (this.lines.length < count) {
      const proved = await this.proved(await this.ask(checkpoint.size), checkpoint)
      if (proved.length === 0) break
      await this.take(proved)
      grew = true
    }
    if (!grew) return
    await this.store.write({ [kTrust]: this.lines })
    this.changed(this.book)
  }

  /** A server that refuses to tell withholds; one that is away or busy may tell later. */
  private async ask(size: number): Promise<string> {
    try {
      return await this.source.trust(this.next(), size)
    } catch (e) {
      if (e instanceof Problem && e.status >= 400 && e.status < 500 && e.status !== 401 && e.status !== 429) return ''
      throw e
    }
  }

  /** The page's lines, or none where they are not proved, or not what was asked for. */
  private async proved(body: string, checkpoint: Checkpoint): Promise<PlacedText[]> {
    try {
      const { lines, proof } = readFeedPage(body)
      const asked = lines.every((l) => l.index >= this.next())
      return asked && (await isProved(lines, proof, checkpoint)) ? lines : []
    } catch {
      return []
    }
  }

  private next(): number {
    return (this.lines.at(-1)?.index ?? -1) + 1
  }

  private async reset(kept: KeptTrustLine[]): Promise<void> {
    this.lines = kept
    this.book = new TrustBook(this.root)
    await this.book.offerRootKey(this.rootKey)
    await addAll(this.book, kept)
    if (kept.length > 0) this.changed(this.book)
  }

  private async take(lines: PlacedText[]): Promise<void> {
    await addAll(this.book, lines)
    let digest = this.lines.at(-1)?.digest ?? kNoTrustLines
    const more: KeptTrustLine[] = []
    for (const line of lines) {
      digest = await addToDigest(digest, line.text)
      more.push({ ...line, digest, good: !this.book.refused.has(line.index) })
    }
    this.lines = [...this.lines, ...more]
  }
}
