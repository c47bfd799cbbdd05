/**
 * The published sites as this browser holds them: every page proved against a verified checkpoint, every line judged by the
 * trust lines as of its place. Fetched once, then only what is new. What is not believed is not listed, and counted.
 */
import { reactive, shallowRef } from 'vue'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, readFeedPage, type PlacedText } from '../log/feed_page'
import { parseLine, verifyLine } from '../line/line'
import { services } from '../people/session'
import { sayFault, trustNow } from '../people/send'
import type { Said } from '../i18n/said'
import { grantsAt, isRevokedBefore, type TrustBook } from '../trust/chain'
import { coversRegion } from '../trust/grants'
import { bodyFault } from '../verify/body'
import { siteOfBody, type Site } from './site'

export interface PublishedSite {
  site: Site
  index: number
  /** Who published it, and when by their clock. */
  author: string
  at: string
}

export interface SiteSource {
  sites(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }>
}

/** A line that publishes a site, judged; null where it is not believed. */
export async function judgePublished({ index, text }: PlacedText, book: TrustBook): Promise<PublishedSite | null> {
  const line = await parseLine(text).catch(() => null)
  if (!line || line.payload.type !== 'site.published') return null
  const device = book.devices.get(line.kid)
  if (!device || device.enrolledAt >= index || isRevokedBefore(device, index) || !(await verifyLine(line, device.jwk))) return null
  const { region = '', site, body } = line.payload
  const allowed = grantsAt(device, index).some((g) => g.role === 'administrator' && coversRegion(g, region))
  if (!allowed || bodyFault('site.published', body) !== null || body.id !== site || body.region !== region) return null
  return { site: siteOfBody(body), index, author: device.person.name, at: line.payload.at }
}

export class PublishedSites {
  readonly byId = new Map<string, PublishedSite>()
  unbelieved = 0
  private next = 0

  constructor(private readonly source: SiteSource) {}

  /** Throws an Error where a page is not proved: then nothing of it is taken. */
  async refresh(checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<void> {
    for (let more = true; more; ) {
      const page = await this.source.sites(this.next, checkpoint.size)
      const { lines, proof } = readFeedPage(page.body)
      if (!(await isProved(lines, proof, checkpoint))) throw new Error('the server does not prove the sites that it lists')
      for (const placed of lines) {
        const found = await judgePublished(placed, book)
        if (!found) this.unbelieved++
        else if ((this.byId.get(found.site.id)?.index ?? -1) < found.index) this.byId.set(found.site.id, found)
      }
      more = page.more && page.cursor > this.next
      this.next = Math.max(this.next, page.cursor)
    }
  }
}

export const sites = reactive({ loading: false, said: null as Said | null, unbelieved: 0 })
export const publishedSites = shallowRef<PublishedSite[]>([])
let held: { of: unknown; all: PublishedSites } | null = null

export async function refreshSites(): Promise<void> {
  sites.loading = true
  sites.said = null
  try {
    const { api } = services()
    if (held?.of !== api) held = { of: api, all: new PublishedSites(api) }
    const trust = await trustNow()
    await held.all.refresh(trust.checkpoint, trust.book)
    sites.unbelieved = held.all.unbelieved
    publishedSites.value = [...held.all.byId.values()].sort((a, b) => a.site.region.localeCompare(b.site.region) || a.site.name.localeCompare(b.site.name, 'zh', { numeric: true }))
  } catch (e) {
    sites.said = sayFault(e)
  } finally {
    sites.loading = false
  }
}

export function siteById(id: string): Site | undefined {
  void publishedSites.value // who shows it is told when the list is read anew
  return held?.all.byId.get(id)?.site
}

/** By what a checklist is held to a site; of one that is not known nothing. */
export function whereOf(id: string): { programme?: string; sector?: string } {
  const { programme, sector } = siteById(id) ?? {}
  return { programme, sector }
}

export function sitesById(): Map<string, Site> {
  return new Map([...(held?.all.byId ?? [])].map(([id, p]) => [id, p.site]))
}
