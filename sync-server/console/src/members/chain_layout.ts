/**
 * Where the lines of a chain stand in its drawing: by number from left to right; of two under one number the first to arrive
 * above, the other and what follows it below; a hole for numbers that never came. Pure.
 */
import type { ChainDetail } from '../api/types'

export interface Point {
  key: string
  x: number
  y: number
  seq: number
  label: string
  branch: boolean
  missing: boolean
  doubled: boolean
}

export interface Link {
  path: string
  kind: 'good' | 'fork' | 'gap'
}

const kLeft = 18
const kRight = 334
const kTop = 38
const kBelow = 82
const kMostShown = 11

export function layChain(all: ChainDetail['lines']): { points: Point[]; links: Link[] } {
  const main = new Map<number, ChainDetail['lines'][number]>()
  const below: ChainDetail['lines'] = []
  for (const line of all) {
    // On the first branch goes what came first, unless it follows a line of the other.
    if (main.has(line.seq) || below.some((b) => b.hash === line.prev)) below.push(line)
    else main.set(line.seq, line)
  }
  const steps = stepsOf([...new Set(all.map((l) => l.seq))]).slice(0, kMostShown)
  const width = steps.length > 1 ? (kRight - kLeft) / Math.max(steps.length - 1, 5) : 0
  const xOf = new Map<number, number>()
  steps.forEach((s, i) => !s.missing && xOf.set(s.first, kLeft + i * width))
  const points: Point[] = steps.map((s, i) => {
    const doubled = below.some((b) => b.seq === s.first)
    const ends = i === 0 || i === steps.length - 1 || s.missing || doubled || below.some((b) => b.seq === s.first + 1 && b.prev === main.get(s.first)?.hash)
    return { key: `m${s.first}`, x: kLeft + i * width, y: kTop, seq: s.first, label: ends ? (s.first === s.last ? `${s.first}` : `${s.first}–${s.last}`) : '', branch: false, missing: s.missing, doubled }
  })
  const links: Link[] = points.slice(1).map((p, i) => ({ path: `M${points[i]!.x} ${kTop}H${p.x}`, kind: p.missing || points[i]!.missing ? 'gap' : 'good' }))
  for (const line of below) {
    const x = xOf.get(line.seq)
    if (x === undefined) continue
    const from = below.find((b) => b.hash === line.prev)
    const fromX = xOf.get(line.seq - 1)
    if (from && fromX !== undefined) links.push({ path: `M${fromX} ${kBelow}H${x}`, kind: 'fork' })
    else if (fromX !== undefined) links.push({ path: `M${fromX} ${kTop}C${fromX + width * 0.6} ${kTop} ${x - width * 0.8} ${kBelow} ${x} ${kBelow}`, kind: 'fork' })
    points.push({ key: `b${line.index}`, x, y: kBelow, seq: line.seq, label: `${line.seq}′`, branch: true, missing: false, doubled: main.has(line.seq) })
  }
  return { points, links }
}

/** The numbers in a row, with what lies between two of them that are no neighbours. */
function stepsOf(seqs: number[]): { first: number; last: number; missing: boolean }[] {
  const out: { first: number; last: number; missing: boolean }[] = []
  for (const seq of seqs.sort((a, b) => a - b)) {
    const before = out.at(-1)
    if (before && seq > before.last + 1) out.push({ first: before.last + 1, last: seq - 1, missing: true })
    out.push({ first: seq, last: seq, missing: false })
  }
  return out
}
