/**
 * Lines of one type that the server lists, as this browser believes them: every page proved against a verified checkpoint, every
 * line judged by the trust lines as of its place. What is not believed is counted and changes nothing.
 */
import { parseLine, type Line } from '../line/line'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, readFeedPage, type PlacedText } from '../log/feed_page'
import type { TrustBook } from '../trust/chain'
import { Facts } from '../trust/facts'
import { checkAuthority } from './authority'
import { bodyFault } from './body'

export interface ProvedLine {
  line: Line
  index: number
  /** The name of who signed it. */
  author: string
}

type Page = { body: string; cursor: number; more: boolean }

export class ProvedLines {
  unbelieved = 0
  private readonly facts = new Facts()
  private next = 0

  /** `ask`: a page from an index on, below a size. `take`: each line that is believed, in log order. */
  constructor(
    private readonly type: string,
    private readonly ask: (after: number, size: number) => Promise<Page>,
    private readonly take: (line: ProvedLine) => void,
  ) {}

  /** What is new. Throws an Error where a page is not proved: then nothing of it is taken. */
  async refresh(checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<void> {
    for (let more = true; more; ) {
      const page = await this.ask(this.next, checkpoint.size)
      const { lines, proof } = readFeedPage(page.body)
      if (!(await isProved(lines, proof, checkpoint))) throw new Error(`the server does not prove what it lists (${this.type})`)
      for (const placed of lines) await this.judge(placed, book)
      more = page.more && page.cursor > this.next
      this.next = Math.max(this.next, page.cursor)
    }
  }

  private async judge({ index, text }: PlacedText, book: TrustBook): Promise<void> {
    const line = await parseLine(text).catch(() => null)
    if (!line || line.payload.type !== this.type || bodyFault(this.type, line.payload.body)) return void this.unbelieved++
    const { author, signature, chain, rights } = await checkAuthority(line, index, true, book, this.facts)
    if (!author || [signature, chain, rights].some((c) => c.state !== 'ok')) return void this.unbelieved++
    this.facts.add(line.payload, index, { kid: author.kid, person: author.person.id })
    this.take({ line, index, author: author.person.name })
  }
}
