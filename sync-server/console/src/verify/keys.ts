/**
 * The book of keys that lines are judged by, and whether it is complete: a revocation that the server keeps to itself would
 * let a line stand that must not. Where the book is not whole, the lines that came with the record explain the rest.
 */
import type { RecordAnswer } from '../api/types'
import type { Checkpoint } from '../log/checkpoint'
import { buildTrust, type TrustBook } from '../trust/chain'
import type { TrustLog } from '../trust/trust_log'
import { bad, ok, unknown, type Check } from './check'
import { trustOf } from './handed'

export interface KeysVerdict {
  book: TrustBook
  keys: Check
}

export async function checkKeys(answer: RecordAnswer, root: string, rootKey: unknown, checkpoint: Checkpoint | null, trustLog: TrustLog): Promise<KeysVerdict> {
  const ofAnswer = () => buildTrust(root, [rootKey], trustOf(answer).filter((l) => Number.isSafeInteger(l.index)))
  if (!checkpoint) return { book: await ofAnswer(), keys: bad('keys', 'keys.no_checkpoint') }
  const { completeness, book, held, count } = await trustLog.asOf(checkpoint)
  if (completeness === 'whole') {
    const refused = book.refused.size
    return { book, keys: ok('keys', refused > 0 ? 'keys.some_refused' : 'keys.ok', { count: count ?? held, refused }) }
  }
  if (completeness === 'unsaid') return { book: await ofAnswer(), keys: unknown('keys', 'keys.unsaid') }
  return { book: await ofAnswer(), keys: bad('keys', held < (count ?? 0) ? 'keys.fewer' : 'keys.others', { held, count: count ?? 0 }) }
}
