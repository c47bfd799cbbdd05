/** A round of self-assessment while it is written, and the body that is signed (round.published, RECORDS.md). */
import { readDay } from '../base/day'
import type { PublishedRound } from '../api/types'

export interface RoundDraft {
  id: string
  zh: string
  en: string
  /** The hash of the chosen one. */
  checklist: string
  opens: string
  closes: string
  for: 'region' | 'sites'
  region: string
  /** Ids. */
  sites: string[]
}

export type ChecklistRef = { id: string; version: string; sha256: string }

export function draftOf(round: PublishedRound | null, today: string, region: string): RoundDraft {
  return {
    id: round?.id ?? '',
    zh: round?.title.zh ?? '',
    en: round?.title.en ?? '',
    checklist: round?.checklist.sha256 ?? '',
    opens: round?.opens ?? today,
    closes: round?.closes ?? '',
    for: round?.sites?.length ? 'sites' : 'region',
    region: round?.region ?? region,
    sites: [...(round?.sites ?? [])],
  }
}

/** What is missing, as keys of `rounds.lacks`. `taken`: the ids of other rounds. */
export function lacksOf(draft: RoundDraft, taken: string[]): string[] {
  const lacks: string[] = []
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(draft.id)) lacks.push('id')
  else if (taken.includes(draft.id)) lacks.push('taken')
  if (draft.zh.trim() === '') lacks.push('title')
  if (draft.checklist === '') lacks.push('checklist')
  if (readDay(draft.opens) === null || readDay(draft.closes) === null || draft.closes < draft.opens) lacks.push('days')
  if (draft.for === 'sites' && draft.sites.length === 0) lacks.push('sites')
  return lacks
}

export function bodyOf(draft: RoundDraft, { id, version, sha256 }: ChecklistRef, closed = false): Record<string, unknown> {
  const sites = draft.for === 'sites' ? draft.sites : []
  return {
    id: draft.id,
    title: { zh: draft.zh.trim(), ...(draft.en.trim() && { en: draft.en.trim() }) },
    checklist: { id, version, sha256 },
    opens: draft.opens,
    closes: draft.closes,
    ...(sites.length > 0 && { sites }),
    ...(closed && { closed: true }),
  }
}

export type RoundState = 'closed' | 'future' | 'running' | 'over'

export function stateOf(round: Pick<PublishedRound, 'closed' | 'opens' | 'closes'>, today: string): RoundState {
  if (round.closed) return 'closed'
  if (today < round.opens) return 'future'
  return today <= round.closes ? 'running' : 'over'
}
