/**
 * One self-assessment of a site in a round: the contributions merged item by item, the later in the log holds, and what it
 * took the place of stays named. The fold of shared/records/assessment/assessment.h over believed lines in log order. Rows have
 * the shape in which the server answers with them.
 */
import { advance, firstStanding, isReview, isTest, type Standing } from './standing'
import type { CaseLine } from './case_row'

export interface AnsweredItem {
  answers: Record<string, string>
  na?: string
  note?: string
  /** The line, and its author's key and clock. */
  by: string
  kid: string
  at: string
  place?: number
  /** Lines that answered it earlier, oldest first. */
  before?: string[]
}

/** Who is to fill a section: a word among colleagues, which restricts nobody. */
export interface AssignedSection {
  /** The person's id; left out: nobody, after it had been somebody. */
  person?: string
  by: string
  kid: string
  at: string
  place?: number
}

export interface AssessmentRow {
  site: string
  region: string
  round: string
  checklist: string
  items: Record<string, AnsweredItem>
  facts?: Record<string, string>
  /** By section. */
  assigned?: Record<string, AssignedSection>
  submitted?: Standing
  /** Contributions and assignments after it: kept, shown, without effect. */
  too_late?: string[]
}

export type PlacedLine = CaseLine & { index: number }

/** While what was submitted stands, no more is taken; once it is returned, contributions go on. */
export function mayContribute(row: AssessmentRow | null): boolean {
  return !row?.submitted || row.submitted.status === 'returned'
}

/** There is one submission in a round; what changes after it is an amendment. */
export function maySubmit(row: AssessmentRow | null): boolean {
  return !row?.submitted
}

/** Takes the next line of this row in. Changes `row`. */
export function foldAssessment(row: AssessmentRow | null, line: PlacedLine): AssessmentRow | null {
  const { type, body } = line.payload
  if (type === 'assessment.contributed' || type === 'assessment.assigned') {
    if (row && !mayContribute(row)) {
      row.too_late = [...(row.too_late ?? []), line.hash]
      return row
    }
    const into = row ?? begin(line)
    if (type === 'assessment.assigned') assign(into, line)
    else merge(into, line)
    return into
  }
  if (type === 'assessment.submitted') {
    // A test is of no round's progress.
    if (isTest(body) || !maySubmit(row)) return row
    const into = row ?? begin(line)
    into.submitted = { ...firstStanding(line), status: 'submitted' }
    return into
  }
  if (row?.submitted && (type === 'assessment.amended' || isReview(type)) && body.of === row.submitted.id) advance(row.submitted, line)
  return row
}

export function assessmentOf(lines: PlacedLine[]): AssessmentRow | null {
  return lines.reduce<AssessmentRow | null>(foldAssessment, null)
}

const str = (v: unknown) => (typeof v === 'string' ? v : '')
type Texts = Record<string, string>

function begin({ payload: { site = '', region = '', body } }: PlacedLine): AssessmentRow {
  return { site, region, round: str(body.round), checklist: str((body.checklist as Record<string, unknown>).id), items: {} }
}

function assign(row: AssessmentRow, line: PlacedLine): void {
  const { at, body } = line.payload
  const person = str(body.person)
  row.assigned = { ...row.assigned, [str(body.section)]: { ...(person && { person }), by: line.hash, kid: line.kid, at, place: line.index } }
}

function merge(row: AssessmentRow, line: PlacedLine): void {
  const { at, body } = line.payload
  for (const [id, said] of Object.entries(body.items as Record<string, Record<string, unknown>>)) {
    const known = row.items[id]
    const before = known && [...(known.before ?? []), known.by]
    const [na, note] = [str(said.na), str(said.note)]
    row.items[id] = { answers: { ...(said.answers as Texts | undefined) }, ...(na && { na }), ...(note && { note }), by: line.hash, kid: line.kid, at, place: line.index, ...(before && { before }) }
  }
  const facts = body.facts as Texts | undefined
  if (facts && Object.keys(facts).length > 0) row.facts = { ...row.facts, ...facts }
}
