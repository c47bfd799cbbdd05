/** The body of inspection.submitted and inspection.amended, read leniently: what is not of its type is left out, not guessed. */
import type { Verdict } from '../checklist/document'
import type { Line } from '../line/line'
import { pathOf } from '../ui/signature'
import { readLines } from '../verify/bodies/conduct'

export interface Finding {
  item: string
  severity: string
  text: string
  where: string
  due: string
}

/** How an item came out, as the record states it; points in thousandths. */
export interface StatedItem {
  verdict: Verdict
  points: number
  max: number
}

export interface Score {
  points: number
  max: number
  grade: string
  vetoes: string[]
  sections: { id: string; points: number; max: number }[]
  /** By item, those that were asked; null in records from before they were signed. */
  items: Map<string, StatedItem> | null
}

/** A signature as it was drawn on glass: a box, and an SVG path within it. */
export interface Drawn {
  width: number
  height: number
  path: string
}

/** Signed on glass (as strokes; as an image in older records), or refused, or nobody was there and why. */
export interface Party {
  name: string
  role: string
  signature: string
  strokes: Drawn | null
  refused: { reason: string; witness: string; witnessRole: string; noWitness: string; strokes: Drawn | null } | null
  absent: string
}

export interface Inspection {
  kind: string
  checklist: { id: string; version: string; sha256: string }
  started: string
  finished: string
  team: string[]
  answers: Record<string, string>
  na: Record<string, string>
  notes: Record<string, string>
  findings: Finding[]
  score: Score | null
  party: Party | null
  /** That the inspector showed her credential, or why not; null where the record has no word of it. */
  credential: { at: string; none: string } | null
  /** The party's name on its licence; `published` and `reason` where that is not the site's. Null likewise. */
  inspected: { name: string; published: string; reason: string } | null
  /** How the result was left with the party; null likewise. */
  result: { way: string; at: string; to: string } | null
  reason: string
  /** Of a re-check: the record id of the order whose findings it looks at again; '' else. */
  order: string
}

type Json = Record<string, unknown>
const obj = (v: unknown): Json => (typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Json) : {})
const str = (v: unknown): string => (typeof v === 'string' ? v : typeof v === 'number' || typeof v === 'boolean' ? String(v) : '')
const list = (v: unknown): unknown[] => (Array.isArray(v) ? v : [])
const texts = (v: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(obj(v)).map(([k, t]) => [k, Array.isArray(t) ? t.map(str).join(' ') : str(t)]))
const whole = (v: unknown): number => (Number.isSafeInteger(v) ? (v as number) : 0)

export function readInspection(line: Line): Inspection {
  const b = line.payload.body
  const c = obj(b.checklist)
  return {
    kind: str(b.kind),
    checklist: { id: str(c.id), version: str(c.version), sha256: str(c.sha256) },
    started: str(b.started),
    finished: str(b.finished),
    team: list(b.team).map((t) => str(obj(t).name)).filter(Boolean),
    answers: texts(b.answers),
    na: texts(b.na),
    notes: texts(b.notes),
    findings: list(b.findings).map(obj).map((f) => ({ item: str(f.item), severity: str(f.severity), text: str(f.text), where: str(f.where), due: str(f.due) })),
    score: readScore(b.score),
    party: readParty(b.party),
    credential: b.credential === undefined ? null : { at: str(obj(b.credential).at), none: str(obj(b.credential).none) },
    inspected: b.inspected === undefined ? null : { name: str(obj(b.inspected).name), published: str(obj(b.inspected).published), reason: str(obj(b.inspected).reason) },
    result: b.result === undefined ? null : { way: str(obj(b.result).way), at: str(obj(b.result).at), to: str(obj(b.result).to) },
    reason: str(b.reason),
    order: str(b.order),
  }
}

const kVerdicts: Record<string, Verdict> = { pass: 'pass', part: 'part', fail: 'fail', na: 'na', unanswered: 'open' }

/** Absent `max`: nothing; absent `points`: all of them (RECORDS.md). */
function readItem(i: Json): [string, StatedItem] {
  const max = whole(i.max)
  return [str(i.id), { verdict: kVerdicts[str(i.verdict)] ?? 'none', points: i.points === undefined ? max : whole(i.points), max }]
}

function readScore(v: unknown): Score | null {
  if (typeof v !== 'object' || v === null) return null
  const s = obj(v)
  const sections = list(s.sections).map(obj).map((x) => ({ id: str(x.id), points: whole(x.points), max: whole(x.max) }))
  return { points: whole(s.points), max: whole(s.max), grade: str(s.grade), vetoes: list(s.vetoes).map(str), sections, items: Array.isArray(s.items) ? new Map(s.items.map(obj).map(readItem)) : null }
}

function readDrawn(v: unknown): Drawn | null {
  const s = obj(v)
  const lines = readLines(s.lines, s.width, s.height)
  return lines && { width: whole(s.width), height: whole(s.height), path: lines.map(pathOf).join('') }
}

function readParty(v: unknown): Party | null {
  if (typeof v !== 'object' || v === null) return null
  const p = obj(v)
  const r = p.refused === undefined ? null : obj(p.refused)
  return {
    name: str(p.name),
    role: str(p.role),
    signature: str(p.signature),
    strokes: readDrawn(p.strokes),
    absent: str(p.absent),
    refused: r && { reason: str(r.reason), witness: str(r.witness), witnessRole: str(r.witness_role), noWitness: str(r.no_witness), strokes: readDrawn(r.strokes) },
  }
}
