/** A register while it is written, and the body that is signed (register.published; RECORDS.md). */
import { readDay } from '../base/day'
import type { ItemRegister, RegisterItem } from './registered'

export interface RegisterDraft {
  region: string
  id: string
  title: string
  /** '': it has none in English. */
  english: string
  source: string
  where: string
  from: string
  /** '': no last day. */
  until: string
  items: RegisterItem[]
}

export const emptyRegister = (): RegisterDraft => ({ region: '', id: '', title: '', english: '', source: '', where: '', from: '', until: '', items: [] })

/** A new version of one that is published: what it says of itself is mostly said again, its items are read anew. */
export const draftOf = (of: ItemRegister & { region: string }, from: string): RegisterDraft => ({ region: of.region, id: of.id, title: of.title.zh ?? '', english: of.title.en ?? '', source: '', where: of.where, from, until: '', items: [] })

/** What is missing, as keys of `registers.lacks`. */
export function lacksOf(draft: RegisterDraft, faults: number): string[] {
  const lacks: string[] = []
  if (draft.region === '') lacks.push('region')
  for (const name of ['title', 'id', 'source', 'where'] as const) if (draft[name].trim() === '') lacks.push(name)
  if (readDay(draft.from) === null) lacks.push('from')
  if (draft.until !== '' && (readDay(draft.until) === null || draft.until < draft.from)) lacks.push('until')
  if (faults > 0) lacks.push('faults')
  else if (draft.items.length === 0) lacks.push('items')
  return lacks
}

export function bodyOf(draft: RegisterDraft): Record<string, unknown> {
  return {
    id: draft.id.trim(),
    title: { zh: draft.title.trim(), ...(draft.english.trim() !== '' && { en: draft.english.trim() }) },
    source: { zh: draft.source.trim() },
    where: draft.where.trim(),
    from: draft.from,
    ...(draft.until !== '' && { until: draft.until }),
    items: draft.items,
  }
}
