/**
 * The rounds of self-assessment that are for this person's sites, and where each stands, from believed lines: what
 * shared/store/assessment_round and the fold say on a tablet. Pure.
 */
import { assessmentOf, mayContribute, type AssessmentRow } from '../folds/assessment'
import type { LocalText } from '../checklist/document'
import type { OwnLine } from './own_feed'
import type { Grant } from '../trust/grants'
import { coversPlace } from '../trust/grants'

export interface ChecklistRef {
  id: string
  version: string
  sha256: string
}

export interface RoundHere {
  round: string
  title: LocalText
  site: string
  siteName: string
  region: string
  checklist: ChecklistRef
  checklistTitle: LocalText
  /** Why nothing begins on its checklist any more; '' while a version of it stands. */
  withdrawn: string
  opens: string
  closes: string
  closed: boolean
  row: AssessmentRow | null
  /** not_begun: nobody contributed; filling: somebody did; else what became of the submission. */
  step: 'not_begun' | 'filling' | 'submitted' | 'returned' | 'accepted'
  /** Something may still be filled in and submitted (or amended, by who submitted it). */
  open: boolean
  /** To try the checklist by. */
  test?: true
}

/** The same as a test of its checklist: whatever became of the round's own assessment is none of its matter. */
export function testOf(round: RoundHere): RoundHere {
  return { ...round, row: null, step: 'not_begun', open: !round.closed, test: true }
}

type Json = Record<string, unknown>
const str = (v: unknown) => (typeof v === 'string' ? v : '')

/** The last publication of each id, with the line's own region. */
function newest(lines: readonly OwnLine[], type: string): Map<string, { body: Json; region: string }> {
  const out = new Map<string, { body: Json; region: string }>()
  for (const { line } of lines) if (line.payload.type === type) out.set(str(line.payload.body.id), { body: line.payload.body, region: line.payload.region ?? '' })
  return out
}

/** Versions that stand, in log order: what was withdrawn is begun by nobody (checklist.published, RECORDS.md). */
function standing(lines: readonly OwnLine[]): Map<string, Json> {
  const out = new Map<string, Json>()
  for (const { line } of lines) {
    const { type, body } = line.payload
    if (type !== 'checklist.published') continue
    out.delete(str(body.sha256))
    // A draft version is tried in test mode, and nothing that counts begins on it.
    if (!body.withdrawn && body.test !== true) out.set(str(body.sha256), body)
  }
  return out
}

/** Why nothing begins on the checklist: the newest version that counted was withdrawn, and none stands. */
function withdrawnWord(id: string, lines: readonly OwnLine[], versions: Map<string, Json>): string {
  if ([...versions.values()].some((v) => v.id === id)) return ''
  return lines.reduce((word, { line: { payload } }) => (payload.type === 'checklist.published' && payload.body.id === id ? str(payload.body.withdrawn) || word : word), '')
}

/** The version on which one begins: the newest that stands of the checklist that the round asks for. */
function begunOn(asked: ChecklistRef, versions: Map<string, Json>): ChecklistRef {
  const newest = [...versions.values()].filter((v) => v.id === asked.id).at(-1)
  return newest ? { id: asked.id, version: str(newest.version), sha256: str(newest.sha256) } : asked
}

/** The lines of one assessment; a review is told from others by the fold itself. */
export function linesOf(lines: readonly OwnLine[], site: string, round: string, checklist: string): OwnLine[] {
  return lines.filter(({ line: { payload } }) => {
    if (payload.type.startsWith('review.') || payload.type === 'assessment.amended') return payload.site === site
    if (!payload.type.startsWith('assessment.')) return false
    return payload.site === site && payload.body.round === round && (payload.body.checklist as ChecklistRef | undefined)?.id === checklist
  })
}

export function rowOf(lines: readonly OwnLine[], site: string, round: string, checklist: string): AssessmentRow | null {
  return assessmentOf(linesOf(lines, site, round, checklist).map(({ line, index }) => ({ ...line, index })))
}

/** Whether an enterprise of these grants fills it in. */
function isMine(grants: readonly Grant[], region: string, site: string): boolean {
  return grants.some((g) => g.role === 'enterprise' && coversPlace(g, region, site))
}

export function roundsHere(lines: readonly OwnLine[], grants: readonly Grant[], kid: string): RoundHere[] {
  const sites = newest(lines, 'site.published')
  const versions = standing(lines)
  const out: RoundHere[] = []
  for (const [round, { body, region: of }] of newest(lines, 'round.published')) {
    const listed = body.sites as string[] | undefined
    for (const [site, { body: place }] of sites) {
      const region = str(place.region)
      if (!isMine(grants, region, site) || (listed?.length ? !listed.includes(site) : !region.startsWith(of))) continue
      const checklist = begunOn(body.checklist as unknown as ChecklistRef, versions)
      const row = rowOf(lines, site, round, checklist.id)
      const status = row?.submitted?.status
      const step = status === 'accepted' || status === 'returned' || status === 'submitted' ? status : row && Object.keys(row.items).length > 0 ? 'filling' : 'not_begun'
      out.push({
        round, title: (body.title ?? {}) as LocalText, site, siteName: str(place.name) || site, region, checklist,
        checklistTitle: (versions.get(checklist.sha256)?.title ?? {}) as LocalText, withdrawn: withdrawnWord(checklist.id, lines, versions),
        opens: str(body.opens), closes: str(body.closes), closed: body.closed === true, row, step,
        open: body.closed !== true && status !== 'accepted' && (mayContribute(row) || row?.submitted?.kid === kid),
      })
    }
  }
  return out.sort((a, b) => Number(b.open) - Number(a.open) || a.closes.localeCompare(b.closes) || a.site.localeCompare(b.site))
}
