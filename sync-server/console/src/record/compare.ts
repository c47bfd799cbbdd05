/** An inspection beside a self-assessment, item by item: where they differ first, what differs more before what differs less. */
import type { Row, RowSection } from './rows'

export type Difference = 'verdict' | 'points' | 'answer' | 'one_sided' | 'none'

export interface ComparedItem {
  id: string
  no: string
  text: string
  inspection: Row | null
  assessment: Row | null
  difference: Difference
}

const kOrder: Difference[] = ['verdict', 'points', 'answer', 'one_sided', 'none']

export function compare(inspection: RowSection[], assessment: RowSection[]): ComparedItem[] {
  const rows = (sections: RowSection[]) => sections.flatMap((s) => s.rows)
  const theirs = new Map(rows(assessment).map((r) => [r.id, r]))
  const both = rows(inspection).map((r) => pair(r, theirs.get(r.id) ?? null))
  const mine = new Set(both.map((c) => c.id))
  const rest = [...theirs.values()].filter((r) => !mine.has(r.id)).map((r) => pair(null, r))
  // Sorting is stable: within a kind of difference the document's order stays.
  return [...both, ...rest].sort((a, b) => kOrder.indexOf(a.difference) - kOrder.indexOf(b.difference))
}

function pair(inspection: Row | null, assessment: Row | null): ComparedItem {
  const { id, no, text } = (inspection ?? assessment)!
  return { id, no, text, inspection, assessment, difference: differenceOf(inspection, assessment) }
}

function differenceOf(a: Row | null, b: Row | null): Difference {
  if (!a || !b) return 'one_sided'
  if (a.verdict !== b.verdict || a.veto !== b.veto) return 'verdict'
  if (a.points !== b.points) return 'points'
  return saidBy(a) === saidBy(b) ? 'none' : 'answer'
}

/** What the answers say, in words; notes are each side's own and no difference. */
export function saidBy(row: Row): string {
  return partsOf(row).join(' · ')
}

export function partsOf(row: Row): string[] {
  return [row.judgement, ...row.answers.filter((a) => !a.heading).map((a) => [a.label, a.words].filter(Boolean).join(' ')), row.na].filter(Boolean)
}
