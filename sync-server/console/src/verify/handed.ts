/** The lines that a record's answer hands out, each with the place that is said of it, and whether the log proves them all. */
import type { RecordAnswer } from '../api/types'
import { fromBase64 } from '../base/bytes'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, type PlacedText } from '../log/feed_page'

export function trustOf(answer: RecordAnswer): PlacedText[] {
  return answer.trust.map((text, i) => ({ index: answer.trust_indexes[i] ?? NaN, text }))
}

/** One proof stands for all: where one line is another, or elsewhere, none of them is proved. */
export async function isHandedOutProved(answer: RecordAnswer, checkpoint: Checkpoint): Promise<boolean> {
  if (answer.proof.size !== checkpoint.size) return false
  const texts = new Map<number, string>()
  for (const { index, text } of [...[...answer.versions, ...answer.reviews, ...answer.context].map((l) => ({ index: l.index, text: l.line })), ...trustOf(answer)]) {
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
