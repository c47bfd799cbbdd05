/**
 * The Merkle tree of RFC 6962 as a verifier sees it: leaf and node hashes, and both proofs (RFC 9162 §2.1.3.2 and
 * §2.1.4.2 give the algorithms). Sizes are numbers: a log of 2^53 lines is beyond any state's inspectors.
 */
import { concat, equal, type Bytes } from '../base/bytes'
import { sha256 } from '../crypto/sha256'

const kLeaf = Uint8Array.of(0)
const kNode = Uint8Array.of(1)

export function leafHash(line: Bytes): Promise<Bytes> {
  return sha256(concat(kLeaf, line))
}

export function nodeHash(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(concat(kNode, left, right))
}

export function emptyRoot(): Promise<Bytes> {
  return sha256(new Uint8Array(0))
}

function isSize(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0
}

// Halving by arithmetic: JavaScript's shifts stop at 32 bits.
const half = (n: number) => Math.floor(n / 2)
const odd = (n: number) => n % 2 === 1

export async function verifyInclusion(index: number, size: number, leaf: Bytes, proof: Bytes[], root: Bytes): Promise<boolean> {
  if (!isSize(index) || !isSize(size) || index >= size || proof.some((h) => h.length !== 32)) return false
  let fn = index
  let sn = size - 1
  let r = leaf
  for (const p of proof) {
    if (sn === 0) return false
    if (odd(fn) || fn === sn) {
      r = await nodeHash(p, r)
      while (!odd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else {
      r = await nodeHash(r, p)
    }
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && equal(r, root)
}

export async function verifyConsistency(from: number, to: number, rootFrom: Bytes, rootTo: Bytes, proof: Bytes[]): Promise<boolean> {
  if (!isSize(from) || !isSize(to) || from > to || proof.some((h) => h.length !== 32)) return false
  if (from === to) return proof.length === 0 && equal(rootFrom, rootTo)
  if (from === 0) return proof.length === 0 && equal(rootFrom, await emptyRoot())
  const path = [...proof]
  // When the old tree is a whole subtree its root starts the path, and is not sent.
  if (isPowerOfTwo(from)) path.unshift(rootFrom)
  const first = path.shift()
  if (!first) return false
  let fn = from - 1
  let sn = to - 1
  while (odd(fn)) {
    fn = half(fn)
    sn = half(sn)
  }
  let fr = first
  let sr = first
  for (const c of path) {
    if (sn === 0) return false
    if (odd(fn) || fn === sn) {
      fr = await nodeHash(c, fr)
      sr = await nodeHash(c, sr)
      while (!odd(fn) && fn !== 0) {
        fn = half(fn)
        sn = half(sn)
      }
    } else {
      sr = await nodeHash(sr, c)
    }
    fn = half(fn)
    sn = half(sn)
  }
  return sn === 0 && equal(fr, rootFrom) && equal(sr, rootTo)
}

function isPowerOfTwo(n: number): boolean {
  let m = n
  while (!odd(m) && m > 1) m = half(m)
  return m === 1
}
