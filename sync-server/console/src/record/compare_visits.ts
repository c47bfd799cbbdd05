/** Two checks of a site by one checklist, item by item: what got worse first, what got much worse before what did a little. */
import type { Row, RowSection } from './rows'

export type Change = 'worse' | 'better' | 'other' | 'new' | 'gone' | 'same'

export interface VisitItem {
  id: string
  no: string
  text: string
  then: Row | null
  now: Row | null
  change: Change
}

const kOrder: Change[] = ['worse', 'better', 'other', 'new', 'gone', 'same']

export function compareVisits(now: RowSection[], then: RowSection[]): VisitItem[] {
  const rows = (sections: RowSection[]) => sections.flatMap((s) => s.rows)
  const before = new Map(rows(then).map((r) => [r.id, r]))
  const both = rows(now).map((r) => pair(before.get(r.id) ?? null, r))
  const still = new Set(both.map((i) => i.id))
  const gone = rows(then).filter((r) => !still.has(r.id)).map((r) => pair(r, null))
  // Sorting is stable: where nothing else tells two apart the document's order stays.
  return [...both, ...gone].sort((a, b) => kOrder.indexOf(a.change) - kOrder.indexOf(b.change) || lossOf(b) - lossOf(a))
}

function pair(then: Row | null, now: Row | null): VisitItem {
  const { id, no, text } = (now ?? then)!
  return { id, no, text, then, now, change: changeOf(then, now) }
}

/** Null of what was not judged: not applicable, not filled, recorded alone. */
function rankOf(row: Row): number | null {
  if (row.veto) return 0
  return row.verdict === 'fail' ? 1 : row.verdict === 'part' ? 2 : row.verdict === 'pass' ? 3 : null
}

/** Of the points that there were: a checklist may give an item others from one version to the next. */
function shareOf(row: Row): number | null {
  return row.points !== null && row.max ? row.points / row.max : null
}

function changeOf(then: Row | null, now: Row | null): Change {
  if (!then) return 'new'
  if (!now) return 'gone'
  const [was, is] = [rankOf(then), rankOf(now)]
  if (was !== null && is !== null && was !== is) return is < was ? 'worse' : 'better'
  if (was === null || is === null) return then.verdict === now.verdict ? 'same' : 'other'
  const [had, has] = [shareOf(then), shareOf(now)]
  if (had === null || has === null || had === has) return 'same'
  return has < had ? 'worse' : 'better'
}

/** How much worse: a veto above all, then by verdict, then by points. */
function lossOf({ then, now, change }: VisitItem): number {
  if (change !== 'worse' || !then || !now) return 0
  const fall = rankOf(then)! - rankOf(now)!
  return (now.veto ? 100 : 0) + fall * 10 + ((shareOf(then) ?? 0) - (shareOf(now) ?? 0))
}
