/**
 * One proof that many lines stand in the log at their places (shared/crypto/multi_proof.h, PROTOCOL.md): the hashes of the
 * largest subtrees that hold none of them, from left to right. The walk takes the next hash where a subtree holds no line,
 * a line's own hash where it is one, and the hash of the two halves elsewhere.
 */
import { equal, type Bytes } from '../base/bytes'
import { emptyRoot, nodeHash } from './merkle'

export interface PlacedLeaf {
  index: number
  /** Of the line, by leafHash. */
  hash: Bytes
}

/** False, too, where the leaves do not ascend or lie beyond the tree. No leaves at all: the proof is the root alone. */
export async function verifyMultiProof(leaves: PlacedLeaf[], size: number, proof: Bytes[], root: Bytes): Promise<boolean> {
  if (!Number.isSafeInteger(size) || size < 0 || proof.some((h) => h.length !== 32) || leaves.some((l) => l.hash.length !== 32)) return false
  if (size === 0) return leaves.length === 0 && proof.length === 0 && equal(root, await emptyRoot())
  const proper = leaves.every(({ index }, i) => Number.isSafeInteger(index) && index < size && index > (leaves[i - 1]?.index ?? -1))
  if (!proper) return false
  const left = { leaves, proof, taken: 0 }
  const hash = await walk(left, 0, leaves.length, 0, size)
  return hash !== null && left.taken === proof.length && equal(hash, root)
}

interface Walk {
  leaves: PlacedLeaf[]
  proof: Bytes[]
  taken: number
}

/** The hash of the subtree that holds the leaves [from, to), or null where the proof ends too early. */
async function walk(w: Walk, from: number, to: number, begin: number, size: number): Promise<Bytes | null> {
  if (from === to) return w.proof[w.taken++] ?? null
  if (size === 1) return w.leaves[from]!.hash
  const k = splitOf(size)
  let cut = from
  while (cut < to && w.leaves[cut]!.index < begin + k) ++cut
  const left = await walk(w, from, cut, begin, k)
  const right = left && (await walk(w, cut, to, begin + k, size - k))
  return left && right && nodeHash(left, right)
}

/** RFC 6962's k: the largest power of two smaller than n (n > 1). By doubling: logarithms round, shifts stop at 32 bits. */
function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}
