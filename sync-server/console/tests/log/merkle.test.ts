import { describe, expect, it } from 'vitest'
import { fromHex, hex, type Bytes } from '../../src/base/bytes'
import { emptyRoot, leafHash, nodeHash, verifyConsistency, verifyInclusion } from '../../src/log/merkle'
import { consistency, inclusion, rootOf } from '../fake/log.mjs'
import { ctLeaves, ctRoots } from '../golden'

const bytes = (b: Uint8Array) => new Uint8Array(b) as Bytes
const kMost = 40
const leaves = await Promise.all(Array.from({ length: kMost }, (_, i) => leafHash(Uint8Array.of(i, 7) as Bytes)))
const buffers = leaves.map((l) => Buffer.from(l))
const roots = Array.from({ length: kMost + 1 }, (_, n) => bytes(rootOf(buffers.slice(0, n))))

describe('RFC 6962 known trees', () => {
  it('the empty tree and every known root', async () => {
    expect(hex(await emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    const known = await Promise.all(ctLeaves.map((l) => leafHash(fromHex(l))))
    for (const [i, root] of ctRoots.entries()) expect(hex(rootOf(known.slice(0, i + 1).map((l) => Buffer.from(l))))).toBe(root)
    expect(hex(await nodeHash(known[0]!, known[1]!))).toBe(ctRoots[1])
  })

  it('a proof in the known tree of eight is verified', async () => {
    const known = (await Promise.all(ctLeaves.map((l) => leafHash(fromHex(l))))).map((l) => Buffer.from(l))
    for (let i = 0; i < 8; i++) expect(await verifyInclusion(i, 8, bytes(known[i]!), inclusion(i, known).map(bytes), fromHex(ctRoots[7]!))).toBe(true)
    for (let m = 1; m <= 8; m++) expect(await verifyConsistency(m, 8, fromHex(ctRoots[m - 1]!), fromHex(ctRoots[7]!), consistency(m, known).map(bytes))).toBe(true)
  })
})

describe('inclusion', () => {
  it('holds for every leaf of every size', async () => {
    for (let n = 1; n <= kMost; n++)
      for (let i = 0; i < n; i++) expect(await verifyInclusion(i, n, leaves[i]!, inclusion(i, buffers.slice(0, n)).map(bytes), roots[n]!), `${i}/${n}`).toBe(true)
  })

  it('fails for another index, size, leaf or root, and for a changed, missing or further hash', async () => {
    for (const [i, n] of [[0, 1], [0, 2], [3, 7], [6, 7], [12, 21], [31, 32], [32, 33]] as const) {
      const proof: Bytes[] = inclusion(i, buffers.slice(0, n)).map(bytes)
      const check = (index: number, size: number, leaf: Bytes, p: Bytes[], root: Bytes) => verifyInclusion(index, size, leaf, p, root)
      expect(await check(i, n, leaves[(i + 1) % kMost]!, proof, roots[n]!)).toBe(false)
      expect(await check(i, n, leaves[i]!, proof, roots[n + 1]!)).toBe(false)
      expect(await check(i, n, leaves[i]!, [...proof, leaves[0]!], roots[n]!)).toBe(false)
      expect(await check(n, n, leaves[i]!, proof, roots[n]!)).toBe(false)
      for (const other of [i + 1, i - 1]) if (other >= 0 && other < n) expect(await check(other, n, leaves[i]!, proof, roots[n]!)).toBe(false)
      for (let k = 0; k < proof.length; k++) {
        const changed = proof.map((h, at) => (at === k ? bytes(h.map((b, x) => (x === 5 ? b ^ 1 : b))) : h))
        expect(await check(i, n, leaves[i]!, changed, roots[n]!)).toBe(false)
        expect(await check(i, n, leaves[i]!, proof.filter((_, at) => at !== k), roots[n]!)).toBe(false)
      }
    }
    for (const odd of [-1, 0.5, NaN, Infinity, 2 ** 60]) expect(await verifyInclusion(odd, 3, leaves[0]!, [], roots[1]!)).toBe(false)
    expect(await verifyInclusion(0, 2, leaves[0]!, [new Uint8Array(31) as Bytes], roots[2]!)).toBe(false)
  })
})

describe('consistency', () => {
  it('holds between every two sizes', async () => {
    for (let m = 0; m <= kMost; m++)
      for (let n = m; n <= kMost; n++)
        expect(await verifyConsistency(m, n, roots[m]!, roots[n]!, consistency(m, buffers.slice(0, n)).map(bytes)), `${m}→${n}`).toBe(true)
  })

  it('fails when the history differs, for other sizes, and for a changed, missing or further hash', async () => {
    const rewritten = buffers.map((b, i) => (i === 2 ? buffers[39]! : b))
    for (const [m, n] of [[1, 2], [3, 7], [4, 8], [6, 8], [8, 21], [20, 21], [31, 32], [33, 40]] as const) {
      const proof: Bytes[] = consistency(m, buffers.slice(0, n)).map(bytes)
      expect(await verifyConsistency(m, n, roots[m + 1]!, roots[n]!, proof)).toBe(false)
      expect(await verifyConsistency(m, n, roots[m]!, roots[n - 1]!, proof)).toBe(false)
      expect(await verifyConsistency(m, n, roots[m]!, roots[n]!, [...proof, leaves[0]!])).toBe(false)
      expect(await verifyConsistency(n, m, roots[n]!, roots[m]!, proof)).toBe(false)
      for (let k = 0; k < proof.length; k++) {
        expect(await verifyConsistency(m, n, roots[m]!, roots[n]!, proof.filter((_, at) => at !== k))).toBe(false)
        expect(await verifyConsistency(m, n, roots[m]!, roots[n]!, proof.map((h, at) => (at === k ? leaves[17]! : h)))).toBe(false)
      }
      if (m > 2) {
        const forked = bytes(rootOf(rewritten.slice(0, n)))
        expect(await verifyConsistency(m, n, roots[m]!, forked, consistency(m, rewritten.slice(0, n)).map(bytes))).toBe(false)
      }
    }
    expect(await verifyConsistency(5, 5, roots[5]!, roots[6]!, [])).toBe(false)
    expect(await verifyConsistency(5, 5, roots[5]!, roots[5]!, [leaves[0]!])).toBe(false)
    expect(await verifyConsistency(0, 5, roots[1]!, roots[5]!, [])).toBe(false)
  })
})
