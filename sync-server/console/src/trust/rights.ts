/**
 * Whether an author may say what a line says, where it says it: roles by the table of record types, the place by facts
 * that were established before, never by what the line says of itself. The rule of shared/domain/rights.h, by which the
 * server judges at ingest and tablets when they read.
 */
import type { Payload } from '../line/line'
import { publishedId, type Facts, type LogPlace, type Publication } from './facts'
import { coversPlace, coversRegion, isRegion, type Grant } from './grants'
import { recordType, type RecordType } from './record_types'

export interface AuthorRights {
  kid: string
  /** The person's id. */
  person: string
  /** As of the line's place. */
  grants: Grant[]
  invitedByRoot: boolean
}

/** What a key might do at a place; nothing for one that is not enrolled. */
export type GrantsOf = (kid: string, place: LogPlace) => Grant[]

export type RightsFault =
  | 'role' | 'region' | 'malformed' | 'not_root' | 'no_region' | 'no_site' | 'site_unknown' | 'site_region'
  | 'of_unknown' | 'of_place' | 'not_its_author' | 'own_record' | 'no_id' | 'published_elsewhere'

/** `elsewhere`: the region in which the site, the record or the earlier publication lies. */
export type Judgement = { grant: Grant } | { fault: RightsFault; elsewhere?: string }

export function mayAuthor(author: AuthorRights, payload: Payload, place: LogPlace, facts: Facts, grantsOf: GrantsOf): Judgement {
  const type = recordType(payload.type)
  const region = payload.region ?? ''
  if (!isRegion(region)) return { fault: 'malformed' }
  const grants = grantsFor(author.grants, type)
  const first = grants[0]
  if (!first) return { fault: 'role' }
  switch (type.place) {
    case 'trust':
      return { grant: first }
    case 'log':
      return author.invitedByRoot ? { grant: first } : { fault: 'not_root' }
    case 'publication':
      return judgePublication(grants, payload, place, facts, grantsOf)
    case 'site':
      return judgeSite(payload, place, facts) ?? coverPlace(grants, payload)
    case 'record':
      return judgeRecord(payload, facts, type, author) ?? coverPlace(grants, payload)
    case 'region':
      if (region === '') return { fault: 'no_region' }
      return (payload.site ? judgeSite(payload, place, facts) : null) ?? coverPlace(grants, payload)
    case 'any': {
      const grant = grants.find((g) => region === '' || coversRegion(g, region))
      return grant ? { grant } : { fault: 'region' }
    }
  }
}

/** Role and place alone, for what this browser is about to write: the facts it takes from the page itself. */
export function mayWrite(grants: Grant[], type: string, region: string, site: string): boolean {
  return grantsFor(grants, recordType(type)).some((g) => coversPlace(g, region, site))
}

function grantsFor(grants: Grant[], type: RecordType): Grant[] {
  return grants.filter((g) => type.authors.includes(g.role))
}

function coverPlace(grants: Grant[], { region = '', site = '' }: Payload): Judgement {
  const grant = grants.find((g) => coversPlace(g, region, site))
  return grant ? { grant } : { fault: 'region' }
}

/**
 * The line's region is one that the site was published with between what its author had seen and the line's own place:
 * whoever was without a network while a site moved did nothing wrong.
 */
function judgeSite(payload: Payload, place: LogPlace, facts: Facts): Judgement | null {
  if (!payload.site) return { fault: 'no_site' }
  const all = facts.publications('site.published', payload.site, place)
  const last = all.at(-1)
  if (!last) return { fault: 'site_unknown' }
  const seen = payload.seen?.size ?? 0
  const known = all.filter((p) => p.index < seen).at(-1)
  const good = all.filter((p) => p === known || p.index >= seen)
  return good.some((p) => p.region === (payload.region ?? '')) ? null : { fault: 'site_region', elsewhere: last.region }
}

function judgeRecord(payload: Payload, facts: Facts, type: RecordType, author: AuthorRights): Judgement | null {
  const { of } = payload.body
  const about = typeof of === 'string' ? facts.record(of) : undefined
  if (!about) return { fault: 'of_unknown' }
  if ((payload.site ?? '') !== about.site || (payload.region ?? '') !== about.region) return { fault: 'of_place', elsewhere: about.region }
  if (type.by === 'author' && about.kid !== author.kid) return { fault: 'not_its_author' }
  if (type.by === 'another' && about.person === author.person) return { fault: 'own_record' }
  return null
}

function judgePublication(grants: Grant[], payload: Payload, place: LogPlace, facts: Facts, grantsOf: GrantsOf): Judgement {
  const region = payload.region ?? ''
  // Readers take a site from the body, rights are judged by the line: the two say the same.
  if (payload.type === 'site.published' && (!payload.site || payload.site !== publishedId(payload) || !region || region !== payload.body.region)) return { fault: 'malformed' }
  const grant = grants.find((g) => region === '' || coversRegion(g, region))
  if (!grant) return { fault: 'region' }
  const id = publishedId(payload)
  if (id === '') return { fault: 'no_id' }
  const before = facts.publications(payload.type, id, place).at(-1)
  const elsewhere = before && regionsOf(before, grantsOf).find((r) => !grants.some((g) => coversRegion(g, r)))
  return elsewhere === undefined ? { grant } : { fault: 'published_elsewhere', elsewhere }
}

/** The regions that a publication counts for: the one that it states, or all that its author administered. */
function regionsOf(publication: Publication, grantsOf: GrantsOf): string[] {
  if (publication.region !== '') return [publication.region]
  return grantsOf(publication.kid, publication.index).filter((g) => g.role === 'administrator').flatMap((g) => g.regions)
}
