/** What is published in versions, under ids, for places and from days on: which of them hold (shared/records/reference). */
export interface Version {
  id: string
  from: string
}
/** As it stands in the log. */
export interface PlacedVersion extends Version {
  /** "62": the places that it is for; "": all. */
  region: string
  index: number
}

/** Of each id the newest that has begun on a day, in order of ids. `versions`: in log order. */
export function newestOn<T extends Version>(day: string, versions: readonly T[]): T[] {
  const newest = new Map<string, T>()
  for (const version of versions) if (version.from <= day) newest.set(version.id, version)
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

export const forPlace = <T extends PlacedVersion>(region: string, versions: readonly T[]) => versions.filter((one) => region.startsWith(one.region))

export type Standing = 'holds' | 'comes' | 'over'

/** How each stands on a day in the place that it is for: one of another place puts none of its id out. `on`: which hold of some. */
export function standingsOn<T extends PlacedVersion>(day: string, versions: readonly T[], on: (day: string, versions: readonly T[]) => T[]): Map<T, Standing> {
  const holding = new Set(versions.filter((one) => on(day, forPlace(one.region, versions)).includes(one)))
  return new Map(versions.map((one) => [one, holding.has(one) ? 'holds' : one.from > day ? 'comes' : 'over']))
}

const kOrder: Standing[] = ['holds', 'comes', 'over']

/** What holds first, then what is to come, then what is over; the newest first. */
export const inOrderOf = <T extends PlacedVersion>(standings: Map<T, Standing>) => [...standings].sort(([a, x], [b, y]) => kOrder.indexOf(x) - kOrder.indexOf(y) || b.index - a.index).map(([one]) => one)
