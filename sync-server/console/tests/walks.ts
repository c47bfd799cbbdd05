// The walks that the folds of shared/records and of this page are both held to (tests/unit/records/cases; walk_lines.h).
import { readFileSync } from 'node:fs'
import type { CaseLine } from '../src/folds/case_row'

export interface Step {
  n: number
  type: string
  kid: string
  at: string
  offset?: number
  body: Record<string, unknown>
  said?: string
  state?: string | null
  took?: boolean
  row?: Record<string, unknown>
}

export function readWalks(name: string): Step[][] {
  return JSON.parse(readFileSync(new URL(`../../../tests/unit/records/cases/${name}`, import.meta.url), 'utf8'))
}

/** A line's id and hash follow from its number. */
export function lineOf({ n, type, kid, at, offset, body }: Step): CaseLine & { index: number } {
  const clock = offset === undefined ? {} : { clock: { offset, within: 0, size: 0, time: '' } }
  const payload = { v: 1, id: `0198d2c4-7a10-7c3e-8f21-${String(n).padStart(12, '0')}`, type, seq: n, prev: '', at, ...clock, site: 'yongchang-veg', region: '620321', files: [], body }
  return { kid, hash: String(n).padStart(64, '0'), payload, index: n }
}
