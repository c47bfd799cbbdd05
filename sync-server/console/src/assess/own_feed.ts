/**
 * What the log says of this person's self-assessments, as this browser holds it: the pages of its own feed, each proved against
 * a verified checkpoint, each line judged by the trust lines as of its place; kept, so that it is there without a network. The
 * server's word is taken for nothing. Lines of other families are passed over.
 */
import { Problem } from '../api/problem'
import { fromBase64 } from '../base/bytes'
import { parseLine, type Line } from '../line/line'
import { isProved, readFeedPage, type FeedPage, type PlacedText } from '../log/feed_page'
import type { LogWatch } from '../log/watch'
import type { KeyValue } from '../storage/database'
import { kOwnFeed } from '../storage/kept'
import type { TrustBook } from '../trust/chain'
import { Facts } from '../trust/facts'
import type { TrustLog } from '../trust/trust_log'
import { checkAuthority } from '../verify/authority'
import { checkBody } from '../verify/body'
import { checkContext } from '../verify/drawn'

export interface FeedSource {
  feed(after: number, have: number): Promise<{ body: string; cursor: number; more: boolean }>
}

export interface OwnLine {
  index: number
  line: Line
  /** The person whose key signed it. */
  person: { id: string; name: string }
}

interface Kept {
  cursor: number
  lines: (PlacedText & { person: OwnLine['person'] })[]
}

const kWanted = /^(site\.published|round\.published|checklist\.published|assessment\.|review\.)/

export class OwnFeed {
  private all: OwnLine[] = []
  private kept: Kept = { cursor: 0, lines: [] }
  private facts = new Facts()
  private opened = false
  /** How many lines were proved and are not believed. */
  unbelieved = 0

  constructor(
    private readonly source: FeedSource,
    private readonly watch: LogWatch,
    private readonly trustLog: TrustLog,
    private readonly store: KeyValue,
  ) {}

  /** What rights are judged against. */
  get established(): Facts {
    return this.facts
  }

  /** Believed lines, in log order. */
  get lines(): readonly OwnLine[] {
    return this.all
  }

  /** What was believed before; it needs no network. */
  async open(): Promise<void> {
    if (this.opened) return
    this.opened = true
    this.kept = (await this.store.get<Kept>(kOwnFeed)) ?? this.kept
    for (const { index, text, person } of this.kept.lines) this.add({ index, line: await parseLine(text), person })
  }

  /** Throws a Problem of the network, a LogFault, or an Error where a page is not proved: then nothing of it is taken. */
  async refresh(): Promise<void> {
    await this.open()
    for (let more = true; more; ) {
      const before = this.kept.cursor
      const asked = this.watch.seen
      const answer = await this.source.feed(this.kept.cursor, asked?.size ?? 0)
      const page = readFeedPage(answer.body)
      const checkpoint = page.checkpoint ? await this.watch.take(page.checkpoint, page.consistency) : await this.watch.refresh()
      // Without a checkpoint of its own the page is proved against the one that was named in the question.
      const against = page.checkpoint || !asked ? checkpoint : { size: asked.size, root: fromBase64(asked.root) }
      if (!(await isProved(page.lines, page.proof, against))) throw new Error('the server does not prove the lines that it gives')
      const trust = await this.trustLog.asOf(checkpoint)
      if (trust.completeness === 'withheld') throw new Problem(0, 'trust_withheld', '')
      await this.take(page, trust.book, Math.min(answer.cursor, against.size))
      more = answer.more && this.kept.cursor > before
    }
  }

  private async take(page: FeedPage, book: TrustBook, cursor: number): Promise<void> {
    const last = this.kept.lines.at(-1)?.index ?? -1
    const more: Kept['lines'] = []
    for (const { index, text } of page.lines) {
      if (index <= last) continue
      const line = await parseLine(text).catch(() => null)
      if (!line || !kWanted.test(line.payload.type)) continue
      const { author, signature, chain, rights } = await checkAuthority(line, index, true, book, this.facts)
      const formed = checkBody(line)
      const body = formed.state === 'ok' ? await checkContext(line) : formed
      if (!author || [signature, chain, rights, body].some((c) => c.state !== 'ok')) {
        // A review of an inspection rests on a line that is not kept here.
        if (!line.payload.type.startsWith('review.')) this.unbelieved++
        continue
      }
      const person = { id: author.person.id, name: author.person.name }
      this.add({ index, line, person })
      more.push({ index, text, person })
    }
    this.kept = { cursor: Math.max(cursor, this.kept.cursor), lines: [...this.kept.lines, ...more] }
    await this.store.write({ [kOwnFeed]: this.kept })
  }

  private add(own: OwnLine): void {
    this.all.push(own)
    this.facts.add(own.line.payload, own.index, { kid: own.line.kid, person: own.person.id })
  }
}
