/**
 * Where an inspection stands, derived from its believed lines in log order and from nothing else (RECORDS.md, "State is
 * derived"; shared/domain/status.h). A review counts only where it names the version that was newest before it, and never
 * where it is by the author; what was accepted is closed.
 */
import type { Status } from '../api/types'
import type { Line } from '../line/line'

export interface History<T> {
  status: Status
  /** The newest version; null where the submission itself is not among the lines. */
  newest: T | null
  /** 1 is what was submitted. */
  version: number
}

export function historyOf<T extends { line: Line }>(id: string, lines: T[]): History<T> {
  const first = lines[0]
  if (!first || first.line.payload.id !== id) return { status: 'submitted', newest: null, version: 0 }
  const told: { status: Status; newest: T; version: number } = { status: 'submitted', newest: first, version: 1 }
  for (const next of lines.slice(1)) {
    const { payload, kid } = next.line
    if (payload.body.of !== id || told.status === 'accepted') continue
    const own = kid === first.line.kid
    if (payload.type === 'inspection.amended' && own) Object.assign(told, { status: 'submitted', newest: next, version: told.version + 1 })
    else if (/^review\.(accepted|returned)$/.test(payload.type) && !own && payload.body.hash === told.newest.line.hash)
      told.status = payload.type === 'review.accepted' ? 'accepted' : 'returned'
  }
  return told
}
