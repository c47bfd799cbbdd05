/**
 * Many lines signed one by one: all are on disk before the first is signed, each is signed, sent and marked before the
 * next, and what became of it is kept in the transaction that ends its wait. So a lost network, a closed tab or a crash is
 * taken up where it was, and no line is signed twice.
 */
import { Problem } from '../api/problem'
import type { Draft } from '../line/compose'
import type { Delivery } from '../people/author'
import type { KeyValue } from '../storage/database'
import type { Outbox, Outcome } from '../storage/kept'

export type BatchKind = 'people' | 'sites'

export interface BatchItem {
  /** As the person knows it. */
  label: string
  draft: Draft
}

export interface BatchAuthor {
  waiting(): Promise<Outbox | undefined>
  sign(draft: Draft, of: string, mark?: string): Promise<Outbox>
  deliver(): Promise<Delivery>
}

/** done: every line has an outcome; stopped: the person asked for it; broken: the network, or something else, as told. */
export type BatchEnd = { end: 'done' } | { end: 'stopped' } | { end: 'broken'; why: unknown }

export class Batch {
  items: BatchItem[] = []
  outcomes: (Outcome | undefined)[] = []
  private stopping = false

  constructor(
    readonly kind: BatchKind,
    private readonly author: BatchAuthor,
    private readonly store: KeyValue,
  ) {}

  /** What an earlier visit left; false where nothing is. */
  async open(): Promise<boolean> {
    this.items = (await this.store.get<BatchItem[]>(this.key)) ?? []
    this.outcomes = await Promise.all(this.items.map((_, n) => this.store.get<Outcome>(this.mark(n))))
    return this.items.length > 0
  }

  /** REQUIRES: nothing is left of an earlier one. */
  async begin(items: BatchItem[]): Promise<void> {
    await this.store.write({ [this.key]: items })
    this.items = items
    this.outcomes = items.map(() => undefined)
  }

  get left(): number {
    return this.outcomes.filter((o) => o === undefined).length
  }

  /** Signs and sends what is left. `step` is called after each line. */
  async run(step: (n: number) => void = () => undefined): Promise<BatchEnd> {
    this.stopping = false
    try {
      // A line may be on its way still: of this batch, or of something else.
      if (await this.author.waiting()) await this.author.deliver()
      await this.reread()
      for (let n = 0; n < this.items.length; ++n) {
        if (this.outcomes[n]) continue
        if (this.stopping) return { end: 'stopped' }
        await this.author.sign(this.items[n]!.draft, '', this.mark(n))
        await this.author.deliver()
        this.outcomes[n] = await this.store.get<Outcome>(this.mark(n))
        step(n)
      }
      return { end: 'done' }
    } catch (why) {
      await this.reread()
      return { end: 'broken', why }
    }
  }

  stop(): void {
    this.stopping = true
  }

  /** Forgets it: what is signed stays signed. */
  async clear(): Promise<void> {
    await this.store.write({ [this.key]: undefined, ...Object.fromEntries(this.items.map((_, n) => [this.mark(n), undefined])) })
    this.items = []
    this.outcomes = []
  }

  private async reread(): Promise<void> {
    this.outcomes = await Promise.all(this.items.map((_, n) => this.outcomes[n] ?? this.store.get<Outcome>(this.mark(n))))
  }

  private get key(): string {
    return `batch/${this.kind}`
  }
  private mark(n: number): string {
    return `batch/${this.kind}/${n}`
  }
}

/** Whether waiting may help: no answer, or one that says so. */
export function isPassing(why: unknown): boolean {
  return why instanceof Problem && (why.status === 0 || why.status === 429 || why.status >= 500)
}
