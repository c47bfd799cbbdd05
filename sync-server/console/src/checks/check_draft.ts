/** A check while it is written, and the bodies that are signed (check.proposed, check.approved, check.refused; RECORDS.md). */
import type { KnownCheck } from '../api/planning_types'
import { readDay } from '../base/day'

export interface CheckDraft {
  kind: string
  site: string
  checklist: string
  reason: string
  basis: string
  /** One a line. */
  items: string
  mode: string
  planned: string
  /** Ids of persons. */
  team: string[]
  made: number
  /** The published cap of the year; '': none is. */
  most: number | ''
  /** Of a special check: ordered from above, does not count. */
  uncounted: boolean
  over: string
  /** Why items are inspected more often than their register allows. */
  itemsOver: string
  /** Why it cannot wait; '': it can. */
  urgent: string
}

export const emptyDraft = (): CheckDraft => ({ kind: 'routine', site: '', checklist: '', reason: '', basis: '', items: '', mode: 'on_site', planned: '', team: [], made: 0, most: '', uncounted: false, over: '', itemsOver: '', urgent: '' })

const counted = (draft: CheckDraft) => !(draft.kind === 'special' && draft.uncounted)
/** The cap is reached before this one. */
export const isOver = (draft: CheckDraft) => counted(draft) && draft.most !== '' && draft.made >= draft.most

/** What is missing, as keys of `checks.lacks`. `reached`: items that were inspected as often as their register allows. */
export function lacksOf(draft: CheckDraft, today: string, reached: readonly string[] = []): string[] {
  const lacks: string[] = []
  const whole = (v: number, least: number) => Number.isSafeInteger(v) && v >= least
  if (draft.site === '') lacks.push('site')
  if (draft.checklist === '') lacks.push('checklist')
  if (draft.reason.trim() === '') lacks.push('reason')
  if (draft.basis.trim() === '') lacks.push('basis')
  if (draft.team.length !== 2) lacks.push('team')
  // What could not wait may have been made already.
  if (readDay(draft.planned) === null || (draft.planned < today && draft.urgent.trim() === '')) lacks.push('planned')
  if (!whole(draft.made, 0) || (draft.most !== '' && !whole(draft.most, 1))) lacks.push('year')
  else if (isOver(draft) && draft.over.trim() === '') lacks.push('over')
  if (reached.length > 0 && draft.itemsOver.trim() === '') lacks.push('items_over')
  return lacks
}

export const itemsOf = (draft: CheckDraft) => draft.items.split('\n').map((i) => i.trim()).filter((i) => i !== '')

/** Ticks an item of a register, or takes it back. */
export function toggleItem(draft: CheckDraft, name: string): void {
  const items = itemsOf(draft)
  draft.items = (items.includes(name) ? items.filter((i) => i !== name) : [...items, name]).join('\n')
}

export function bodyOf(draft: CheckDraft, person: string, reached: readonly string[] = []): Record<string, unknown> {
  const items = itemsOf(draft)
  const urgent = draft.urgent.trim()
  return {
    kind: draft.kind,
    reason: draft.reason.trim(),
    basis: draft.basis.trim(),
    checklist: draft.checklist,
    ...(items.length > 0 && { items }),
    mode: draft.mode,
    planned: draft.planned,
    team: [...draft.team],
    person,
    year: { made: draft.made, ...(draft.most !== '' && { most: draft.most }), counted: counted(draft), ...(isOver(draft) && { over: draft.over.trim() }) },
    ...(reached.length > 0 && items.length > 0 && { items_over: draft.itemsOver.trim() }),
    ...(urgent !== '' && { urgent: { reason: urgent } }),
  }
}

/** Of the head: `reason` is needed to refuse. */
export function decisionOf(check: KnownCheck, person: string, reason: string): Record<string, unknown> {
  const why = reason.trim()
  return { of: check.id, version: check.hash, person, ...(why !== '' && { reason: why }) }
}

/** Neither who proposed it nor of its team. */
export const mayDecide = (check: KnownCheck, person: string) => check.state === 'proposed' && check.says.person !== person && !check.says.team.includes(person)
