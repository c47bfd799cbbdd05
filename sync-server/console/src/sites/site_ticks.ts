/** Published sites to be ticked: which are found, and what a press on "all of them" makes of those that are ticked. */
import type { PublishedSite } from './published'

export interface TickFilter {
  /** Only sites in it: the prefix of a region. */
  within: string
  /** Narrower yet; '' = all of `within`. */
  region: string
  text: string
}

export function sitesFound(all: PublishedSite[], { within, region, text }: TickFilter): PublishedSite[] {
  const wanted = text.trim().toLowerCase()
  return all.filter(({ site }) => site.region.startsWith(within) && site.region.startsWith(region) && (wanted === '' || [site.name, site.id, site.code].some((s) => s.toLowerCase().includes(wanted))))
}

export function tick(ticked: string[], id: string): string[] {
  return ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]
}

/** All of them ticked; where they were so already, none of them. Others stay as they are. */
export function tickAll(ticked: string[], found: string[]): string[] {
  const rest = ticked.filter((id) => !found.includes(id))
  return found.every((id) => ticked.includes(id)) ? rest : [...rest, ...found]
}
