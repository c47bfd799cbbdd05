/**
 * What was proposed about sites, as this browser believes it: every page proved against a verified checkpoint, every line
 * judged by the trust lines and the publications before it. Asked for from the first line on each time: a first proposal
 * about a site brings publications of long before.
 */
import { reactive, shallowRef } from 'vue'
import { foldProposal, proposalOf, type ProposalRow } from '../folds/proposal'
import type { Said } from '../i18n/said'
import { parseLine } from '../line/line'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, readFeedPage } from '../log/feed_page'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import { grantsAt, type TrustBook } from '../trust/chain'
import { Facts } from '../trust/facts'
import { coversRegion } from '../trust/grants'
import { checkAuthority } from '../verify/authority'
import { bodyFault } from '../verify/body'
import type { Boundary } from '../base/boundary'
import { metresBetween } from '../base/geodesy'
import type { Site } from './site'

export interface Proposal extends ProposalRow {
  /** Names of people. */
  author: string
  answerer: string
  /** The site was published anew since what the author had before her. */
  overtaken: boolean
  /** Names of the administrators who may take it up, by the book of trust. */
  publishers: string[]
}

export interface ProposalSource {
  proposals(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }>
}

/** Throws an Error where a page is not proved: then nothing of it is taken. */
export async function readProposals(source: ProposalSource, checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<{ proposals: Proposal[]; unbelieved: number }> {
  const facts = new Facts()
  const rows = new Map<string, ProposalRow>()
  const newest = new Map<string, string>()
  let unbelieved = 0
  let next = 0
  for (let more = true; more; ) {
    const page = await source.proposals(next, checkpoint.size)
    const { lines, proof } = readFeedPage(page.body)
    if (!(await isProved(lines, proof, checkpoint))) throw new Error('the server does not prove the proposals that it lists')
    for (const { index, text } of lines) {
      const line = await parseLine(text).catch(() => null)
      const type = line?.payload.type ?? ''
      const { author, signature, chain, rights } = line ? await checkAuthority(line, index, true, book, facts) : { author: null, signature: null, chain: null, rights: null }
      if (!line || !author || [signature, chain, rights].some((c) => c?.state !== 'ok') || bodyFault(type, line.payload.body)) {
        unbelieved++
        continue
      }
      facts.add(line.payload, index, { kid: author.kid, person: author.person.id })
      if (proposalOf(line.payload) !== '') foldProposal(rows, { payload: line.payload, kid: line.kid, index })
      if (type === 'site.published') newest.set(line.payload.site ?? '', line.hash)
    }
    more = page.more && page.cursor > next
    next = Math.max(next, page.cursor)
  }
  const name = (kid: string) => book.devices.get(kid)?.person.name ?? ''
  const proposals = [...rows.values()].map((row) => ({ ...row, author: name(row.kid), answerer: name(row.answeredBy), overtaken: row.body.base !== newest.get(row.site), publishers: publishersOf(book, row.region, checkpoint.size) }))
  return { proposals: proposals.sort((a, b) => b.index - a.index), unbelieved }
}

/** Whoever may publish sites of the region, each person once. */
export function publishersOf(book: TrustBook, region: string, size: number): string[] {
  const may = [...book.devices.values()].filter((device) => device.revoked === null && grantsAt(device, size).some((g) => g.role === 'administrator' && coversRegion(g, region)))
  return [...new Set(may.map((device) => device.person.name))].sort()
}

export interface ProposedChanges {
  name?: string
  code?: string
  address?: string
  contact?: string
  point?: { lat: number; lon: number }
  boundary?: Boundary
}

export const changesOf = (proposal: Proposal): ProposedChanges => proposal.body.changes as ProposedChanges

/** The site as it would be: what the proposal does not name stays. */
export function applied(site: Site, changes: ProposedChanges): Site {
  return { ...site, ...changes, ...(changes.boundary && { boundary: changes.boundary }) }
}

/** Metres by which the point would move; null where one of the two is not known. */
export function moved(site: Site, changes: ProposedChanges): number | null {
  return site.point && changes.point ? metresBetween(site.point, changes.point) : null
}

export const proposals = reactive({ loading: false, said: null as Said | null, unbelieved: 0 })
export const allProposals = shallowRef<Proposal[]>([])

export async function refreshProposals(): Promise<void> {
  proposals.loading = true
  proposals.said = null
  try {
    const trust = await trustNow()
    const read = await readProposals(services().api, trust.checkpoint, trust.book)
    allProposals.value = read.proposals
    proposals.unbelieved = read.unbelieved
  } catch (e) {
    proposals.said = sayFault(e)
  } finally {
    proposals.loading = false
  }
}
