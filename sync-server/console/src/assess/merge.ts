/**
 * What others of the enterprise contributed comes into the draft, item by item: the engine decides (ENGINE.md, `merge`), as the
 * tablet's does. Facts of the site stand beside the items and follow the same rule.
 */
import type { Engine } from '../engine/engine'
import type { AnsweredItem, AssessmentRow } from '../folds/assessment'
import type { Line } from '../line/line'
import type { Draft, DraftFile } from './draft_store'

export interface ItemContent {
  answers?: Record<string, string>
  na?: string
  note?: string
  files?: (Partial<DraftFile> & { role: string; sha256: string })[]
}

export interface Divergence {
  item: string
  theirs: ItemContent
  from: AnsweredItem
}

export interface Merge {
  draft: Draft
  taken: string[]
  divergent: Divergence[]
  /** What would be contributed now. */
  changed: Record<string, ItemContent>
  changedFacts: Record<string, string>
}

export type Keep = 'mine' | 'theirs'

interface Answer {
  answers: Record<string, unknown>
  files: DraftFile[]
  base: Record<string, ItemContent>
  taken: string[]
  divergent: string[]
  changed: Record<string, ItemContent>
}

/** `after`: of an amendment, the place of the version that it begins with; what was contributed before is in that. */
export function theirsOf(row: AssessmentRow | null, lines: Map<string, Line>, after = -1): Record<string, ItemContent> {
  const out: Record<string, ItemContent> = {}
  for (const [item, said] of Object.entries(row?.items ?? {})) {
    if ((said.place ?? Infinity) <= after) continue
    const files = (lines.get(said.by)?.payload.files ?? []).filter((f) => f.item === item && (f.role === 'evidence' || f.role === 'document'))
    out[item] = { answers: said.answers, ...(said.na && { na: said.na }), ...(said.note && { note: said.note }), files: files.map(({ sha256, size, type, role }) => ({ sha256, size, type, role: role ?? '' })) }
  }
  return out
}

/** `besides`: files that lie here since a colleague's part brought them. */
export function mergeInto(engine: Engine, checklist: number, draft: Draft, row: AssessmentRow | null, lines: Map<string, Line>, after = -1, settled: Record<string, Keep> = {}, besides: readonly string[] = []): Merge {
  const theirs = theirsOf(row, lines, after)
  const mine = draft.files.filter((f) => f.role !== 'answer' && f.role !== 'marks')
  const said = engine.ask<Answer>({ do: 'merge', checklist, answers: draft.answers, files: mine, base: draft.base, theirs, settled })
  const here = new Set([...besides, ...draft.files.filter((f) => !f.elsewhere).map((f) => f.sha256)])
  const files = said.files.map(({ elsewhere: _, ...f }) => ({ ...f, name: f.name ?? '', ...(!here.has(f.sha256) && { elsewhere: true }) }))
  const facts = mergeFacts(draft, row?.facts ?? {})
  const answers: Record<string, unknown> = { ...said.answers, ...(Object.keys(facts.now).length > 0 && { facts: facts.now }) }
  return {
    draft: { ...draft, answers, files: [...files, ...draft.files.filter((f) => f.role === 'answer' || (f.role === 'marks' && files.some((photo) => photo.sha256 === f.of && photo.item === f.item)))], base: said.base, factBase: facts.base },
    taken: said.taken,
    divergent: said.divergent.map((item) => ({ item, theirs: theirs[item]!, from: row!.items[item]! })),
    changed: said.changed,
    changedFacts: Object.fromEntries(Object.entries(facts.now).filter(([fact, text]) => facts.base[fact] !== text)),
  }
}

function mergeFacts(draft: Draft, theirs: Record<string, string>): { now: Record<string, string>; base: Record<string, string> } {
  const now = { ...(draft.answers.facts as Record<string, string> | undefined) }
  const base = { ...draft.factBase }
  for (const [fact, text] of Object.entries(theirs)) {
    if ((now[fact] ?? '') !== (base[fact] ?? '')) continue // changed here since: it is contributed next
    now[fact] = text
    base[fact] = text
  }
  return { now, base }
}
