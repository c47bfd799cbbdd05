/** Where an inspection stands, derived from its believed lines in log order and from nothing else (RECORDS.md, "State is derived"). */
import type { Status } from '../api/types'
import type { Line } from '../line/line'
import { advance, firstStanding, isDelivery, mayDeliver } from '../folds/standing'

export interface History<T> {
  status: Status
  /** The newest version; null where the submission itself is not among the lines. */
  newest: T | null
  /** 1 is what was submitted. */
  version: number
  /** The second inspector's signature under the newest version. */
  cosigned: T | null
  /** An item with a veto failed in the newest version: two have to accept it. */
  veto: boolean
  /** Of two who have to accept it the first; null where one is enough, or nobody has. */
  agreed: T | null
  /** What says how the result came to the party, as far as it counts. */
  delivered: T[]
}

export function historyOf<T extends { line: Line }>(id: string, lines: T[]): History<T> {
  const first = lines[0]
  if (!first || first.line.payload.id !== id) return { status: 'submitted', newest: null, version: 0, cosigned: null, veto: false, agreed: null, delivered: [] }
  const standing = firstStanding(first.line)
  let newest = first
  const delivered: T[] = []
  for (const next of lines.slice(1)) {
    if (isDelivery(next.line.payload.type)) {
      if (mayDeliver(standing, next.line.payload.body)) delivered.push(next)
    } else if (advance(standing, next.line) === 'version') newest = next
  }
  const agreed = lines.find((l) => l.line.hash === standing.agreed?.line) ?? null
  const cosigned = lines.find((l) => l.line.hash === standing.cosigned) ?? null
  return { status: standing.status, newest, version: standing.version, cosigned, veto: standing.veto === true, agreed, delivered }
}
