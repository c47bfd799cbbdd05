/**
 * The burden guard (国办发〔2024〕54号): how often an enterprise is visited in a year, as this log counts it, against the cap that
 * a published plan states. Who would exceed it proposes a check with the reason, and its head's approval is the second signature
 * (shared/records/planning/check.h); a task for an approved check is past that. Visits of other offices are in no register here.
 */
import type { KnownPlan, Visits } from '../api/planning_types'
import { services } from '../people/session'
import { shownOf } from '../plans/plan_draft'
import { publishedSites } from '../sites/published'
import type { Site } from '../sites/site'

export interface Burden {
  /** Visits that count, of all sites of the enterprise. */
  made: number
  open: number
  /** As published; null: no plan in force states one. */
  most: number | null
  /** Items that a register limits, and how often the enterprise's checks of the year are for each. */
  items: Visits['items']
}

/** The lowest that a plan in force states for the place and the year. */
export function capOf(plans: readonly KnownPlan[], region: string, year: number): number | null {
  const caps = plans.filter((p) => p.in_force !== null && p.regions === p.id && region.startsWith(p.region) && shownOf(p).says.year === year).flatMap((p) => shownOf(p).says.most ?? [])
  return caps.length > 0 ? Math.min(...caps) : null
}

/** Sites of the same enterprise, by its credit code; without one the site alone. */
export function sitesOfEnterprise(site: string, all: readonly Pick<Site, 'id' | 'code'>[]): string[] {
  const code = all.find((s) => s.id === site)?.code ?? ''
  return code === '' ? [site] : all.filter((s) => s.code === code).map((s) => s.id)
}

/** `own`: whether the task that is meant is among those that are open already. */
export function isOver({ made, open, most }: Pick<Burden, 'made' | 'open' | 'most'>, own = false): boolean {
  return most !== null && made + open + (own ? 0 : 1) > most
}

const kAtOnce = 200

/** By site, of those that are asked for. Throws a Problem. */
export async function burdensOf(sites: readonly { id: string; region: string }[], year: number, plans: readonly KnownPlan[]): Promise<Record<string, Burden>> {
  const all = publishedSites.value.map((p) => p.site)
  const groups = sites.map((s) => ({ ...s, with: sitesOfEnterprise(s.id, all) }))
  const wanted = [...new Set(groups.flatMap((g) => g.with))]
  const found = new Map<string, Visits>()
  for (let i = 0; i < wanted.length; i += kAtOnce) for (const one of (await services().api.visits(wanted.slice(i, i + kAtOnce), year)).items) found.set(one.site, one)
  const sum = (ids: string[], of: 'made' | 'open') => ids.reduce((n, id) => n + (found.get(id)?.[of] ?? 0), 0)
  return Object.fromEntries(groups.map((g) => [g.id, { made: sum(g.with, 'made'), open: sum(g.with, 'open'), most: capOf(plans, g.region, year), items: found.get(g.id)?.items ?? [] }]))
}
