import { describe, expect, it } from 'vitest'
import { fromHex, hex, type Bytes } from '../../src/base/bytes'
import { emptyRoot, leafHash, nodeHash } from '../../src/log/merkle'
import { verifyMultiProof, type PlacedLeaf } from '../../src/log/multi_proof'
import { multiProof, rootOf } from '../fake/log.mjs'
import { ctLeaves, ctRoots } from '../golden'

const bytes = (b: Uint8Array) => new Uint8Array(b) as Bytes
const kMost = 70
const hashes = await Promise.all(Array.from({ length: kMost }, (_, i) => leafHash(Uint8Array.of(i, 9) as Bytes)))
const buffers = hashes.map((h) => Buffer.from(h))
const leavesOf = (indexes: number[]): PlacedLeaf[] => indexes.map((index) => ({ index, hash: hashes[index]! }))
const proofOf = (indexes: number[], size: number): Bytes[] => multiProof(indexes, buffers.slice(0, size)).map(bytes)
const rootAt = (size: number) => bytes(rootOf(buffers.slice(0, size)))

/** Park and Miller's generator: the same sets at every run. */
let state = 4
const random = () => (state = (state * 48271) % 2147483647) / 2147483647
const flipped = (b: Bytes) => {
  const out = bytes(b)
  const bit = Math.floor(random() * 256)
  out[bit >> 3]! ^= 1 << (bit & 7)
  return out
}

describe('one proof of many lines', () => {
  it('gives in the known tree of eight the subtrees that hold none of them', async () => {
    const known = await Promise.all(ctLeaves.map((l) => leafHash(fromHex(l))))
    const pair = (i: number) => nodeHash(known[i]!, known[i + 1]!)
    const leaves = [2, 5].map((index) => ({ index, hash: known[index]! }))
    const proof = [await pair(0), known[3]!, known[4]!, await pair(6)]
    expect(await verifyMultiProof(leaves, 8, proof, fromHex(ctRoots[7]!))).toBe(true)
    expect(proof.map(hex)).toEqual(multiProof([2, 5], known.map((h) => Buffer.from(h))).map((h: Uint8Array) => hex(h)))
    // In the tree of seven the last leaf stands alone at its level.
    expect(await verifyMultiProof([{ index: 6, hash: known[6]! }], 7, [await nodeHash(await pair(0), await pair(2)), await pair(4)], fromHex(ctRoots[6]!))).toBe(true)
  })

  it('holds for every set of every small tree, and no shorter, longer or other proof does', async () => {
    for (let size = 0; size <= 7; ++size) {
      const root = rootAt(size)
      for (let set = 0; set < 1 << size; ++set) {
        const indexes = Array.from({ length: size }, (_, i) => i).filter((i) => set & (1 << i))
        const leaves = leavesOf(indexes)
        const proof = proofOf(indexes, size)
        expect(await verifyMultiProof(leaves, size, proof, root), `${indexes} of ${size}`).toBe(true)
        expect(await verifyMultiProof(leaves, size, [...proof, root], root)).toBe(false)
        for (let k = 0; k < proof.length; ++k) {
          expect(await verifyMultiProof(leaves, size, proof.filter((_, at) => at !== k), root)).toBe(false)
          expect(await verifyMultiProof(leaves, size, proof.map((h, at) => (at === k ? flipped(h) : h)), root)).toBe(false)
        }
      }
    }
  })

  it('of a random set in a larger tree fails for any line changed, moved, doubled, left out or swapped', async () => {
    for (let round = 0; round < 150; ++round) {
      const size = 9 + Math.floor(random() * (kMost - 9))
      const share = 0.05 + random() * 0.9
      const indexes = Array.from({ length: size }, (_, i) => i).filter(() => random() < share)
      if (indexes.length < 2) continue
      const [good, proof, root] = [leavesOf(indexes), proofOf(indexes, size), rootAt(size)]
      const check = (leaves: PlacedLeaf[], s = size, p = proof) => verifyMultiProof(leaves, s, p, root)
      expect(await check(good)).toBe(true)
      const at = Math.floor(random() * good.length)
      const other = at === 0 ? 1 : at - 1
      const put = (change: (l: PlacedLeaf, i: number) => PlacedLeaf) => good.map(change)
      expect(await check(put((l, i) => (i === at ? { ...l, hash: flipped(l.hash) } : l)))).toBe(false)
      for (const by of [1, -1]) expect(await check(put((l, i) => (i === at ? { ...l, index: l.index + by } : l)))).toBe(false)
      expect(await check([...good.slice(0, at), good[at]!, ...good.slice(at)])).toBe(false)
      expect(await check(good.filter((_, i) => i !== at))).toBe(false)
      expect(await check(put((l, i) => ({ ...l, hash: i === at ? good[other]!.hash : i === other ? good[at]!.hash : l.hash })))).toBe(false)
      expect(await check([...good].reverse())).toBe(false)
      if (proof.length > 0) {
        const k = Math.floor(random() * proof.length)
        expect(await check(good, size, proof.map((h, i) => (i === k ? flipped(h) : h)))).toBe(false)
        expect(await check(good, size, proof.filter((_, i) => i !== k))).toBe(false)
      }
      expect(await check(good, size, [...proof, hashes[0]!])).toBe(false)
    }
  })

  it('of nothing is the root alone; what is no tree, no index and no hash is refused', async () => {
    expect(await verifyMultiProof([], 5, [rootAt(5)], rootAt(5))).toBe(true)
    expect(await verifyMultiProof([], 0, [], await emptyRoot())).toBe(true)
    expect(await verifyMultiProof([], 0, [await emptyRoot()], await emptyRoot())).toBe(false)
    for (const size of [-1, 0.5, NaN, Infinity, 2 ** 60]) expect(await verifyMultiProof([], size, [rootAt(5)], rootAt(5))).toBe(false)
    for (const index of [-1, 0.5, NaN, 5]) expect(await verifyMultiProof([{ index, hash: hashes[0]! }], 5, proofOf([0], 5), rootAt(5))).toBe(false)
    expect(await verifyMultiProof(leavesOf([0]), 2, [new Uint8Array(31) as Bytes], rootAt(2))).toBe(false)
  })
})
