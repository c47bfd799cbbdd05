/**
 * What the public is told of an inspection (shared/records/publication/published.h): composed here of the verified version
 * and of the site's verified publication, so that nobody signs the server's word; and the bodies that are signed.
 */
import { writtenDay } from '../line/clock'
import type { Line } from '../line/line'

export interface PublishedResult {
  name: string
  code?: string
  checked: string
  kind: string
  checklist: string
  version: string
  grade?: string
  findings: number
}

const text = (v: unknown) => (typeof v === 'string' ? v : '')
const member = (v: unknown, name: string): unknown => (typeof v === 'object' && v !== null ? (v as Record<string, unknown>)[name] : undefined)

/** `site`: the line that published it last. */
export function publishedResult(version: Line, site: Line): PublishedResult {
  const { body, at } = version.payload
  const [code, grade] = [text(site.payload.body.code), text(member(body.score, 'grade'))]
  return {
    name: text(site.payload.body.name),
    ...(code !== '' && { code }),
    checked: writtenDay(at),
    kind: text(body.kind),
    checklist: text(member(body.checklist, 'id')),
    version: text(member(body.checklist, 'version')),
    ...(grade !== '' && { grade }),
    findings: Array.isArray(body.findings) ? body.findings.length : 0,
  }
}

/** Everybody whose name stands in the version. */
export function personsIn(version: Line): string[] {
  const { team, party } = version.payload.body
  return [...(Array.isArray(team) ? team.map(text) : []), text(member(party, 'name')), text(member(member(party, 'refused'), 'witness'))].filter((n) => n !== '')
}

export interface Changed {
  /** Line hash of what stands. */
  previous: string
  reason: string
}

/** publication.made, or publication.corrected where it takes the place of another. */
export function bodyOf(of: string, version: Line, site: Line, where: string, changes: Changed | null): Record<string, unknown> {
  const found = where.trim()
  return {
    of,
    hash: version.hash,
    result: publishedResult(version, site),
    ...(found !== '' && { where: found }),
    ...(changes && { previous: changes.previous, reason: changes.reason.trim() }),
  }
}

export const withdrawalOf = (of: string, changes: Changed): Record<string, unknown> => ({ of, previous: changes.previous, reason: changes.reason.trim() })
