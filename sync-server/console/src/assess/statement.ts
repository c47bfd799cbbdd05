/**
 * From a draft to what is signed: the answers without what is not relevant, the score and the findings come from the engine, all
 * of one moment; who filled which items from the lines. What is shown before the signature is this very object
 * (shared/store/assessment_sign.cpp says the same on a tablet).
 */
import type { Engine } from '../engine/engine'
import type { AssessmentRow } from '../folds/assessment'
import { instant, instantIn } from '../line/clock'
import type { AttachedFile, Draft as LineDraft, KeptFile } from '../line/compose'
import { utf8 } from '../base/bytes'
import { sha256Hex } from '../crypto/sha256'
import { fileName, type Draft, type DraftFile } from './draft_store'
import type { OwnLine } from './own_feed'
import { kTrailRole, kTrailType, leadingTo, trailText, type Answered } from './trail'

export interface Finding {
  item: string
  severity: string
  text: string
  due: string
}

export interface StatedScore {
  points: number
  max: number
  grade?: string
  vetoes?: string[]
  sections?: { id: string; points: number; max: number }[]
  items?: { id: string; verdict: string; points?: number; max?: number }[]
}

interface Statement {
  answers: Record<string, unknown> & { zone?: string; day?: string }
  score: StatedScore
  findings: Finding[]
  missing: number
}

export interface Contributor {
  kid: string
  name?: string
  items: string[]
}

export interface Prepared {
  missing: number
  score: StatedScore
  findings: Finding[]
  contributors: Contributor[]
  line: LineDraft
}

export interface Signer {
  kid: string
  name: string
}

export function photosOf(files: DraftFile[]): Record<string, number> {
  const out: Record<string, number> = {}
  for (const f of files) if (f.role === 'evidence' && f.item) out[f.item] = (out[f.item] ?? 0) + 1
  return out
}

export function keptFiles(draft: Draft, files: DraftFile[], release: boolean): KeptFile[] {
  const once = new Map(files.map((f) => [`${f.sha256} ${f.role} ${f.item} ${f.of ?? ''}`, f]))
  return [...once.values()].map(({ sha256, type, role, size, item, of, elsewhere }) => ({ sha256, type, role, size, item, ...(of && { of }), kept: elsewhere ? '' : fileName(draft, sha256), ...(release && { release }) }))
}

/** `changed`: items that were changed here and not given yet, and whether each holds anything. */
export function contributorsOf(row: AssessmentRow | null, lines: readonly OwnLine[], amended: OwnLine | null, changed: Map<string, boolean>, me: Signer): Contributor[] {
  const by = new Map<string, string>()
  const note = (item: string, blank: boolean, kid: string) => (blank ? by.delete(item) : by.set(item, kid))
  if (amended) for (const one of (amended.line.payload.body.contributors ?? []) as Contributor[]) for (const item of one.items) by.set(item, one.kid)
  for (const [item, said] of Object.entries(row?.items ?? {})) {
    if (amended && (said.place ?? Infinity) < amended.index) continue
    note(item, Object.keys(said.answers).length === 0 && !said.na && !said.note, said.kid)
  }
  for (const [item, holds] of changed) note(item, !holds, me.kid)
  const names = new Map(lines.map((l) => [l.line.kid, l.person.name]))
  names.set(me.kid, me.name)
  const out = new Map<string, Contributor>()
  for (const [item, kid] of [...by].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const one = out.get(kid) ?? { kid, ...(names.get(kid) && { name: names.get(kid)! }), items: [] }
    one.items.push(item)
    out.set(kid, one)
  }
  return [...out.values()].sort((a, b) => (a.kid < b.kid ? -1 : 1))
}

export function stateOf(engine: Engine, checklist: number, draft: Draft, now: Date): Statement {
  const { session } = engine.ask<{ session: number }>({ do: 'begin', checklist, now: instant(now), answers: draft.answers, photos: photosOf(draft.files) })
  try {
    return engine.ask<Statement>({ do: 'statement', session })
  } finally {
    engine.ask({ do: 'close', session })
  }
}

async function trailOf(draft: Draft, signed: Answered, now: Date): Promise<AttachedFile> {
  const bytes = utf8(trailText(leadingTo(draft.trail ?? [], signed, photosOf(draft.files), now)))
  return { sha256: await sha256Hex(bytes), type: kTrailType, role: kTrailRole, bytes }
}

export async function prepare(engine: Engine, checklist: number, draft: Draft, contributors: Contributor[], me: Signer, now: Date): Promise<Prepared> {
  const said = stateOf(engine, checklist, draft, now)
  const zone = said.answers.zone ?? instant(now).slice(-6)
  // An answer may have let go of its file.
  const named = Object.values((said.answers.answers ?? {}) as Record<string, string>).join(' ')
  const trail = await trailOf(draft, said.answers as Answered, now)
  const team = [me.name, ...contributors.map((c) => c.name ?? '').filter((n) => n && n !== me.name)]
  const body: Record<string, unknown> = {
    kind: 'self',
    round: draft.round,
    checklist: draft.checklist,
    started: instantIn(new Date(draft.started), zone),
    finished: instantIn(now, zone),
    team: [...new Set(team)].map((name) => ({ name })),
    ...said.answers,
    findings: said.findings,
    score: said.score,
    contributors,
    trail: trail.sha256,
    ...(draft.test && { test: true }),
    ...(draft.amends && { of: draft.amends, reason: draft.reason ?? '' }),
  }
  return {
    missing: said.missing,
    score: said.score,
    findings: said.findings,
    contributors,
    line: { type: draft.amends ? 'assessment.amended' : 'assessment.submitted', site: draft.site, region: draft.region, files: [...keptFiles(draft, draft.files.filter((f) => f.role !== 'answer' || named.includes(f.sha256)), true), trail], body },
  }
}
