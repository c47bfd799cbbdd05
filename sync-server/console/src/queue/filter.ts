/**
 * What the queue of waiting records is narrowed down to. It stands in the address, so that a link shows somebody else the
 * same list in the same order: #/queue?programme=…&veto=1&order=risk. Members that nobody knows, or that say nothing clear, are not taken.
 */
import { kFacets, type Facet } from '../api/types'

/** By facet; absent: all. A programme or a grade may be "": of sites and records without one. */
export type ReviewFilter = Partial<Record<Facet, string>>

/** Waiting for so many days at least; as the server counts them. */
export const kDays = ['3', '7', '15', '30'] as const

const kGood: Partial<Record<Facet, RegExp>> = { findings: /^[01]$/, veto: /^[01]$/, second: /^[01]$/, threads: /^(open|answered)$/, days: /^[1-9]\d{0,2}$/, region: /^(\d{2}){1,3}$/ }
const kMayBeEmpty: readonly Facet[] = ['programme', 'grade']

export function readFilter(query: string): ReviewFilter {
  const said = new URLSearchParams(query)
  const out: ReviewFilter = {}
  for (const facet of kFacets) {
    const value = said.get(facet)
    if (value === null || (value === '' && !kMayBeEmpty.includes(facet)) || kGood[facet]?.test(value) === false) continue
    out[facet] = value
  }
  return out
}

/** The same filter is written in one way, whatever order it was chosen in. */
export function writeFilter(filter: ReviewFilter): string {
  const said = new URLSearchParams()
  for (const facet of kFacets) {
    const value = filter[facet]
    if (value !== undefined) said.set(facet, value)
  }
  return said.toString()
}

/** What comes first, behind what was given to the reader; the first holds where none is asked for. */
export const kOrders = ['waits', 'newest', 'risk', 'score', 'score_down'] as const
export type ReviewOrder = (typeof kOrders)[number]

export function readOrder(query: string): ReviewOrder {
  const said = new URLSearchParams(query).get('order')
  return kOrders.find((order) => order === said) ?? kOrders[0]
}

/** Filter and order, as the address has them. */
export function writeQuery(filter: ReviewFilter, order: ReviewOrder): string {
  return [writeFilter(filter), ...(order === kOrders[0] ? [] : [`order=${order}`])].filter(Boolean).join('&')
}

export function withFacet(filter: ReviewFilter, facet: Facet, value: string | undefined): ReviewFilter {
  const { [facet]: _, ...rest } = filter
  return value === undefined ? rest : { ...rest, [facet]: value }
}
