/** A page of lines as `/v1/trust` gives them (PROTOCOL.md, `application/plumb-feed`): read, and held to its proof. */
import { fromBase64, fromUtf8, utf8, type Bytes } from '../base/bytes'
import type { Checkpoint } from './checkpoint'
import { leafHash } from './merkle'
import { verifyMultiProof } from './multi_proof'

export interface PlacedText {
  index: number
  text: string
}

export interface FeedPage {
  lines: PlacedText[]
  proof: Bytes[]
  /** The newest checkpoint, where it is another than the caller has, and what proves that it continues that one. */
  checkpoint?: string
  consistency?: string[]
}

/** Throws an Error with a sentence where the page is not in that form. A checkpoint in it is handed on as it came. */
export function readFeedPage(body: string): FeedPage {
  const page: FeedPage = { lines: [], proof: [] }
  for (const row of body.split('\n')) {
    if (row === '') continue
    if (row.startsWith('checkpoint ')) page.checkpoint = fromUtf8(fromBase64(row.slice(11)))
    if (/^consistency( |$)/.test(row)) page.consistency = row.split(' ').slice(1)
    if (/^(checkpoint|consistency)( |$)/.test(row)) continue
    const placed = /^(0|[1-9]\d{0,15}) (.*)$/s.exec(row)
    if (placed) page.lines.push({ index: Number(placed[1]), text: placed[2]! })
    else if (/^proof( |$)/.test(row)) page.proof = row.split(' ').slice(1).map(fromBase64)
    else throw new Error('the page of the log has a row of no known form')
  }
  return page
}

/** Whether the log of this checkpoint holds exactly these lines at these places. No lines: nothing is claimed. */
export async function isProved(lines: PlacedText[], proof: Bytes[], checkpoint: Pick<Checkpoint, 'size' | 'root'>): Promise<boolean> {
  if (lines.length === 0) return true
  const leaves = await Promise.all(lines.map(async ({ index, text }) => ({ index, hash: await leafHash(utf8(text)) })))
  return verifyMultiProof(leaves, checkpoint.size, proof, checkpoint.root)
}
