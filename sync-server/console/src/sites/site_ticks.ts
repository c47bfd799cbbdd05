/** Published sites to be ticked: which are found, and what a press on "all of them" makes of those that are ticked. */
import { regionName } from '../i18n/regions'
import type { Choice } from '../ui/choice'
import type { PublishedSite } from './published'
import type { Site } from './site'

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

/** As a list offers it. */
export const siteChoice = (site: Site): Choice => ({ value: site.id, label: site.name, also: regionName(site.region), found: `${site.id} ${site.code}` })

/** All of them ticked; where they were so already, none of them. Others stay as they are. */
export function tickAll(ticked: string[], found: string[]): string[] {
  const rest = ticked.filter((id) => !found.includes(id))
  return found.every((id) => ticked.includes(id)) ? rest : [...rest, ...found]
}
