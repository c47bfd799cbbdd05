/**
 * Holds the server's answer against what the paper says. Nothing is taken from the server's word that can be computed:
 * the leaf that the QR code carries lies in the log (inclusion), the log is signed by the key that the QR code carries,
 * and it has since only grown (consistency). VERIFY.md, "The public page", says what is left.
 */
import { equal, utf8, type Bytes } from '../base/bytes'
import { sha256, sha256Hex } from '../crypto/sha256'
import { openCheckpoint, parseVerifierKey, type Checkpoint } from '../log/checkpoint'
import { verifyConsistency, verifyInclusion } from '../log/merkle'
import type { Pins } from './address'
import type { Answer } from './answer'

export type Mismatch = 'answer' | 'hash' | 'leaf' | 'log_key' | 'signature' | 'inclusion' | 'consistency'

export interface Held {
  /** The log when it first held the line, and now. */
  first: Checkpoint
  newest: Checkpoint
  /** For a person to compare: the first 16 digits of the SHA-256 of the log's key. */
  keyDigits: string
}

const begins = (whole: Bytes, start: Bytes) => equal(whole.slice(0, start.length), start)

export async function check(digits: string, pins: Pins | null, answer: Answer): Promise<{ held: Held } | { mismatch: Mismatch }> {
  if (!answer.hash.startsWith(digits)) return { mismatch: 'hash' }
  const key = utf8(answer.logKey)
  if (pins && !begins(await sha256(key), pins.logKey)) return { mismatch: 'log_key' }
  if (pins && !begins(answer.leaf, pins.leaf)) return { mismatch: 'leaf' }
  let first: Checkpoint, newest: Checkpoint
  try {
    const verifier = await parseVerifierKey(answer.logKey)
    first = await openCheckpoint(answer.first.checkpoint, verifier)
    newest = await openCheckpoint(answer.newest.checkpoint, verifier)
  } catch {
    return { mismatch: 'signature' }
  }
  if (!(await verifyInclusion(answer.index, first.size, answer.leaf, answer.first.inclusion, first.root))) return { mismatch: 'inclusion' }
  if (!(await verifyConsistency(first.size, newest.size, first.root, newest.root, answer.newest.consistency))) return { mismatch: 'consistency' }
  return { held: { first, newest, keyDigits: (await sha256Hex(key)).slice(0, 16) } }
}
