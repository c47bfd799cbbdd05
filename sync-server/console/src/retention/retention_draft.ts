/** A table of terms while it is written, and the body that is signed (retention.published; RECORDS.md). */
import { readDay } from '../base/day'
import type { Retention, Term } from './retained'

/** Kinds of check, as records name them. */
export const kKinds = ['supervision', 'enforcement', 'acceptance', 'patrol'] as const

export interface RetentionDraft {
  region: string
  id: string
  title: string
  /** '': it has none in English. */
  english: string
  source: string
  where: string
  from: string
  runs: Retention['runs']
  /** '': this table says nothing of the kind. */
  terms: Record<(typeof kKinds)[number], Term | ''>
}

const kNone = { supervision: '', enforcement: '', acceptance: '', patrol: '' } as const

export const emptyRetention = (): RetentionDraft => ({ region: '', id: '', title: '', english: '', source: '', where: '', from: '', runs: 'next_year', terms: { ...kNone } })

/** A new version of one that is published: what it says is mostly said again, but for its document and its day. */
export function draftOf(of: Retention & { region: string }, from: string): RetentionDraft {
  const terms = Object.fromEntries(kKinds.map((kind) => [kind, of.terms.find((one) => one.kind === kind)?.term ?? ''])) as RetentionDraft['terms']
  return { region: of.region, id: of.id, title: of.title.zh ?? '', english: of.title.en ?? '', source: '', where: of.where, from, runs: of.runs, terms }
}

/** What is missing, as keys of `retention.lacks`. */
export function lacksOf(draft: RetentionDraft): string[] {
  const lacks: string[] = []
  if (draft.region === '') lacks.push('region')
  for (const name of ['title', 'id', 'source', 'where'] as const) if (draft[name].trim() === '') lacks.push(name)
  if (readDay(draft.from) === null) lacks.push('from')
  if (kKinds.every((kind) => draft.terms[kind] === '')) lacks.push('terms')
  return lacks
}

export function bodyOf(draft: RetentionDraft): Record<string, unknown> {
  return {
    id: draft.id.trim(),
    title: { zh: draft.title.trim(), ...(draft.english.trim() !== '' && { en: draft.english.trim() }) },
    source: { zh: draft.source.trim() },
    where: draft.where.trim(),
    from: draft.from,
    runs: draft.runs,
    terms: kKinds.flatMap((kind) => (draft.terms[kind] === '' ? [] : [{ kind, term: draft.terms[kind] }])),
  }
}
