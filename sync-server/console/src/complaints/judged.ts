/** The server's list of complaints, held against their lines as this browser judges them. */
import type { KnownComplaint } from '../api/complaint_types'
import { sameJson } from '../base/same_json'
import type { JudgedLine } from '../verify/about'
import { foldComplaint, type FoldedComplaint } from './fold'

/** ok: what the list says follows from lines that are believed. differs: it does not. missing: no believed line says that it came in. */
export type Judgement = 'ok' | 'differs' | 'missing'

export function judgeList(items: readonly KnownComplaint[], lines: readonly JudgedLine[]): Map<string, Judgement> {
  const rows = new Map<string, FoldedComplaint>()
  for (const { line } of lines) foldComplaint(rows, line.payload)
  const bodies = new Map(lines.map(({ line }) => [line.payload.id, line.payload.body]))
  return new Map(items.map((item) => [item.id, judged(item, rows.get(item.id), bodies)]))
}

function judged(item: KnownComplaint, row: FoldedComplaint | undefined, bodies: Map<string, Record<string, unknown>>): Judgement {
  if (!row) return 'missing'
  const acts = [item.classified, item.answered, ...item.tasks].filter((act) => act !== undefined)
  const same =
    row.state === item.state && sameJson(row.says, item.says) && row.classified === (item.classified?.id ?? '') && row.answered === (item.answered?.id ?? '') && sameJson(row.tasks, item.tasks.map((act) => act.says.task)) && acts.every((act) => sameJson(bodies.get(act.id), act.says))
  return same ? 'ok' : 'differs'
}
