/** Who filled what of a self-assessment: read from its folded row and from the lines that are believed. */
import type { VerifiedRecord } from '../verify/record'

export interface FilledItem {
  item: string
  /** Whose answers these took the place of, oldest first. */
  before: string[]
}

export interface Filler {
  kid: string
  name: string
  /** Of the newest of what stands. */
  at: string
  items: FilledItem[]
}

export function filledBy(verified: VerifiedRecord): Filler[] {
  const row = verified.assessment
  if (!row) return []
  const lines = new Map(verified.contributions.map((v) => [v.line.hash, v]))
  const nameOf = (hash: string) => lines.get(hash)?.author?.person.name ?? ''
  const people = new Map<string, Filler>()
  for (const [item, said] of Object.entries(row.items)) {
    const known = people.get(said.kid) ?? { kid: said.kid, name: nameOf(said.by), at: said.at, items: [] }
    known.items.push({ item, before: [...new Set((said.before ?? []).map(nameOf))].filter((n) => n !== '' && n !== known.name) })
    if (Date.parse(said.at) > Date.parse(known.at)) known.at = said.at
    people.set(said.kid, known)
  }
  return [...people.values()].sort((a, b) => b.items.length - a.items.length)
}

export interface Assigned {
  section: string
  /** To whom, by whom. */
  name: string
  by: string
  at: string
}

/** Who was to fill which section, as it stands: a word among colleagues, and no restriction. */
export function assignedTo(verified: VerifiedRecord): Assigned[] {
  const by = new Map(verified.contributions.map((v) => [v.line.hash, v.author?.person.name ?? '']))
  return Object.entries(verified.assessment?.assigned ?? {})
    .filter(([, said]) => said.person)
    .map(([section, said]) => ({ section, name: verified.people.get(said.person!) ?? said.person!, by: by.get(said.by) ?? '', at: said.at }))
}

/** As the submission states it. */
export function statedContributors(body: Record<string, unknown>): { kid: string; name: string; items: string[] }[] {
  const str = (v: unknown) => (typeof v === 'string' ? v : '')
  const all = Array.isArray(body.contributors) ? (body.contributors as unknown[]) : []
  return all
    .filter((c): c is Record<string, unknown> => typeof c === 'object' && c !== null)
    .map((c) => ({ kid: str(c.kid), name: str(c.name), items: Array.isArray(c.items) ? c.items.filter((i): i is string => typeof i === 'string') : [] }))
}
