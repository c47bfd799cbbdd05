/** The lines that a record's answer hands out, each with the place that is said of it, and whether the log proves them all. */
import type { Place, PlacedLine, RecordAnswer } from '../api/types'
import { fromBase64 } from '../base/bytes'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, type PlacedText } from '../log/feed_page'

/** An answer without the places whose lines the page had no room for. */
const kLists = ['versions', 'reviews', 'acts', 'contributions', 'cosignatures', 'documents', 'deliveries', 'remarks', 'referrals'] as const
export type HandedOut = Omit<RecordAnswer, (typeof kLists)[number]> & Record<(typeof kLists)[number], PlacedLine[]>

export function handedOut(answer: RecordAnswer): HandedOut {
  const read = (places: Place[] = []) => places.filter((p): p is Place & PlacedLine => p.line !== undefined)
  return { ...answer, versions: read(answer.versions), reviews: read(answer.reviews), acts: read(answer.acts), contributions: read(answer.contributions), cosignatures: read(answer.cosignatures), documents: read(answer.documents), deliveries: read(answer.deliveries), remarks: read(answer.remarks), referrals: read(answer.referrals) }
}

/** Everything but the trust lines. */
export function linesOf(answer: HandedOut): PlacedLine[] {
  return [...kLists.flatMap((list) => answer[list]), ...answer.context]
}

/** How many lines of its own the record has that are not read here. */
export function unreadOf(given: RecordAnswer, read: HandedOut): number {
  return kLists.reduce((n, list) => n + (given[list]?.length ?? 0) - read[list].length, given.earlier ?? 0)
}

export function trustOf(answer: HandedOut): PlacedText[] {
  return answer.trust.map((text, i) => ({ index: answer.trust_indexes[i] ?? NaN, text }))
}

/** One proof stands for all: where one line is another, or elsewhere, none of them is proved. */
export async function isHandedOutProved(answer: HandedOut, checkpoint: Checkpoint): Promise<boolean> {
  if (answer.proof.size !== checkpoint.size) return false
  const texts = new Map<number, string>()
  for (const { index, text } of [...linesOf(answer).map((l) => ({ index: l.index, text: l.line })), ...trustOf(answer)]) {
    if (texts.has(index) && texts.get(index) !== text) return false
    texts.set(index, text)
  }
  const lines = [...texts].map(([index, text]) => ({ index, text })).sort((a, b) => a.index - b.index)
  try {
    return await isProved(lines, answer.proof.hashes.map(fromBase64), checkpoint)
  } catch {
    return false
  }
}
