/**
 * For how long the cases of each kind of check are kept (retention.published; RECORDS.md): the twin of
 * shared/records/reference/retention.h, both tested by tests/unit/records/cases/retention.json.
 */
import type { LocalText } from '../checklist/document'

export const kTerms = ['10', '30', 'permanent'] as const
export type Term = (typeof kTerms)[number]
export const kRuns = ['next_year', 'archiving'] as const

export interface Retention {
  id: string
  title: LocalText
  source: LocalText
  where: string
  from: string
  /** From when a term runs. */
  runs: (typeof kRuns)[number]
  terms: { kind: string; term: Term }[]
}

/** The longest term that the tables state for this kind, and which of them; null where none does. */
export function statedTerm<T extends Retention>(kind: string, tables: readonly T[]): { term: Term; table: T } | null {
  let out: { term: Term; table: T } | null = null
  for (const table of tables) for (const one of table.terms) if (one.kind === kind && (!out || kTerms.indexOf(one.term) > kTerms.indexOf(out.term))) out = { term: one.term, table }
  return out
}

/** Shorter than what is stated is refused by the server (term_short). */
export function isShort(kind: string, term: Term, tables: readonly Retention[]): boolean {
  const stated = statedTerm(kind, tables)
  return stated !== null && kTerms.indexOf(term) < kTerms.indexOf(stated.term)
}
