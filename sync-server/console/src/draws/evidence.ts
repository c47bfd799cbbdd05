/**
 * What the log itself says of a draw, read and proved in this browser: the line that committed it, the line that revealed it, and
 * who wrote the entries between the commitment and a checkpoint. The rule of shared/records/planning/deciding.h.
 */
import { Problem } from '../api/problem'
import type { DrawCommitted, DrawRevealed, KnownDraw } from '../api/planning_types'
import { base64, fromBase64 } from '../base/bytes'
import { parseLine, verifyLine } from '../line/line'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, readFeedPage, type PlacedText } from '../log/feed_page'
import { verifyConsistency } from '../log/merkle'
import type { TrustBook } from '../trust/chain'
import { Facts } from '../trust/facts'
import type { TrustAsOf } from '../trust/trust_log'
import { checkAuthority } from '../verify/authority'
import { checkBody } from '../verify/body'

export interface LogOfDraws {
  feed(after: number, have: number, limit?: number): Promise<{ body: string; cursor: number; more: boolean }>
  trust(after: number, size: number): Promise<string>
  consistency(from: number, to: number): Promise<{ hashes: string[] }>
}

export interface DrawContext {
  api: LogOfDraws
  /** The newest checkpoint, verified; a note that came with an answer, verified. */
  watch: { refresh(): Promise<Checkpoint>; take(note: string, proof?: string[]): Promise<Checkpoint> }
  trustLog: { asOf(checkpoint: Checkpoint): Promise<TrustAsOf> }
}

/** Why a draw is not believed: the key of a sentence under `draws.fault`. */
export type EvidenceFault = 'line_unproved' | 'checkpoint_wrong' | 'checkpoint_old'
export class NotProved extends Error {
  constructor(readonly fault: EvidenceFault) {
    super(fault)
  }
}

export interface ProvedDraw {
  index: number
  committed: DrawCommitted
  /** The person who committed. */
  drawer: string
  /** Its own day, by which later exclusions are held. */
  committedOn: string
  revealed: DrawRevealed | null
  /** The reveal's own day; '' before it. */
  revealedOn: string
  /** The lines' texts, for the file that anybody draws again from. */
  texts: { committed: string; revealed: string }
  head: Checkpoint
  book: TrustBook
}

/** Lines from `from` on as far as the caller may read them, each proved, with the checkpoint that proves them. */
async function page(context: DrawContext, from: number, head: Checkpoint, limit: number): Promise<{ lines: PlacedText[]; cursor: number; more: boolean; head: Checkpoint }> {
  const answer = await context.api.feed(from, head.size, limit)
  const read = readFeedPage(answer.body)
  const newer = read.checkpoint ? await context.watch.take(read.checkpoint, read.consistency) : head
  if (!(await isProved(read.lines, read.proof, newer))) throw new NotProved('line_unproved')
  return { lines: read.lines, cursor: answer.cursor, more: answer.more, head: newer }
}

/** Throws NotProved; a Problem of the network, or of a server that withholds trust lines. */
export async function proveDraw(context: DrawContext, draw: Pick<KnownDraw, 'id' | 'index' | 'reveal_index'>): Promise<ProvedDraw> {
  const head = await context.watch.refresh()
  const facts = new Facts()
  const lineAt = async (index: number, type: string) => {
    const found = await page(context, index, head, 1)
    const placed = found.lines[0]
    if (!placed || placed.index !== index) throw new NotProved('line_unproved')
    const trust = await context.trustLog.asOf(found.head)
    if (trust.completeness === 'withheld') throw new Problem(0, 'trust_withheld', '')
    const line = await parseLine(placed.text).catch(() => null)
    if (!line || line.payload.type !== type) throw new NotProved('line_unproved')
    const { author, signature, chain, rights } = await checkAuthority(line, index, true, trust.book, facts)
    if (!author || [signature, chain, rights, checkBody(line)].some((check) => check.state !== 'ok')) throw new NotProved('line_unproved')
    facts.add(line.payload, index, { kid: line.kid, person: author.person.id })
    return { line, person: author.person.id, text: placed.text, book: trust.book, head: found.head }
  }
  const first = await lineAt(draw.index, 'draw.committed')
  if (first.line.payload.id !== draw.id) throw new NotProved('line_unproved')
  const second = draw.reveal_index === undefined ? null : await lineAt(draw.reveal_index, 'draw.revealed')
  if (second && second.line.payload.body.of !== draw.id) throw new NotProved('line_unproved')
  return {
    index: draw.index,
    committed: first.line.payload.body as unknown as DrawCommitted,
    drawer: first.person,
    committedOn: first.line.payload.at.slice(0, 10),
    revealed: (second?.line.payload.body as unknown as DrawRevealed) ?? null,
    revealedOn: second?.line.payload.at.slice(0, 10) ?? '',
    texts: { committed: first.text, revealed: second?.text ?? '' },
    head: (second ?? first).head,
    book: (second ?? first).book,
  }
}

/** Throws where the checkpoint could stand when the pool was committed, or is not the beginning of this browser's log. */
export async function proveCheckpoint(context: DrawContext, proved: ProvedDraw, checkpoint: DrawRevealed['checkpoint']): Promise<void> {
  const { size, root } = checkpoint
  if (size < proved.index + 2) throw new NotProved('checkpoint_old')
  const head = size > proved.head.size ? await context.watch.refresh() : proved.head
  if (size > head.size) throw new NotProved('checkpoint_wrong')
  if (size === head.size) {
    if (root !== base64(head.root)) throw new NotProved('checkpoint_wrong')
    return
  }
  const proof = (await context.api.consistency(size, head.size)).hashes.map(fromBase64)
  const good = await verifyConsistency(size, head.size, fromBase64(root), head.root, proof).catch(() => false)
  if (!good) throw new NotProved('checkpoint_wrong')
}

/** proved: all entries between the two are here; unknown: some are not, which a reader of another region cannot have. */
export type Deciding = 'proved' | 'wrong' | 'unknown'

/** `authorAt`: the person; '' where the key is nobody's; null where the entry is not at hand. REQUIRES: the log is that large. */
export function judgeDeciding(committed: number, drawer: string, size: number, authorAt: (index: number) => string | null): Deciding {
  if (size < committed + 2) return 'wrong'
  let all = true
  for (let index = committed + 1; index < size; ++index) {
    const person = authorAt(index)
    if (person === null) {
      all = false
      continue
    }
    const another = person !== '' && person !== drawer
    if (another !== (index + 1 === size)) return 'wrong'
  }
  return all ? 'proved' : 'unknown'
}

/** More than these are not fetched to prove what decided: the server took no other, and a device of the region holds them all. */
const kMostBetween = 5_000

/** Whether the checkpoint of `size` is the one just behind the first line of another person, as far as the lines here tell. */
export async function decidingOf(context: DrawContext, proved: ProvedDraw, size: number): Promise<Deciding> {
  if (size < proved.index + 2) return 'wrong'
  if (size - proved.index > kMostBetween) return 'unknown'
  const authors = new Map<number, string>()
  const take = async (lines: PlacedText[]) => {
    for (const { index, text } of lines) {
      if (index <= proved.index || index >= size) continue
      const line = await parseLine(text).catch(() => null)
      if (!line) continue
      const device = proved.book.devices.get(line.kid)
      // A line with somebody's key that she did not sign says nothing of who wrote it.
      if (device && !(await verifyLine(line, device.jwk))) continue
      authors.set(index, device?.person.id ?? '')
    }
  }
  for (let from = proved.index, more = true; more && from < size; ) {
    const read = await page(context, from, proved.head, 500)
    await take(read.lines)
    more = read.more && read.cursor > from
    from = read.cursor
  }
  const trust = readFeedPage(await context.api.trust(proved.index, proved.head.size))
  if (!(await isProved(trust.lines, trust.proof, proved.head))) throw new NotProved('line_unproved')
  await take(trust.lines)
  return judgeDeciding(proved.index, proved.drawer, size, (index) => authors.get(index) ?? null)
}
