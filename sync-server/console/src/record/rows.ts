/**
 * Joins a record with its checklist into the rows that the page shows, section by section, in the document's order. Verdicts
 * and points are those that the record states and the server computed again; nothing is judged here.
 */
import { say, type Checklist, type Item, type Question, type Verdict } from '../checklist/document'
import { filledLabel, questionsById } from './filled_label'
import { listedLabel, namesIn, type ListedChoices } from './listed_choices'
import { placed, scope, typed } from './placed'
import type { Finding, Inspection } from './inspection'
import type { RecordFile } from '../line/line'

export interface Answer {
  label: string
  words: string
  limits: string
  out: boolean
  /** A group's title or an instance of a repeat ("Plot 2"), over the answers in it; those have a depth. */
  heading?: boolean
  depth?: number
}

export interface Row {
  id: string
  no: string
  text: string
  guidance: string
  item: Item | null
  /** As the record states it; in records that do not, what they say otherwise: a reason, a veto, a finding. */
  verdict: Verdict
  /** Thousandths; null where nothing states them. */
  points: number | null
  max: number | null
  veto: boolean
  /** The judging choice in words, where its verdict is the item's; empty where the item has none. */
  judgement: string
  answers: Answer[]
  na: string
  note: string
  findings: Finding[]
  files: RecordFile[]
  /** Deserves a supervisor's eye even when she is in a hurry. */
  attention: boolean
}

export interface RowSection {
  id: string
  title: string
  points: number | null
  max: number | null
  rows: Row[]
}

export function buildRows(inspection: Inspection, files: RecordFile[], checklist: Checklist | null, language: string, listed: ListedChoices = new Map()): RowSection[] {
  const used = { questions: new Set<string>(), items: new Set<string>() }
  const byId = questionsById((checklist?.sections ?? []).flatMap((s) => s.items))
  const sections = (checklist?.sections ?? []).map((s) => {
    const score = inspection.score?.sections.find((x) => x.id === s.id)
    const rows = s.items.map((i) => rowOf(i, inspection, files, language, used, listed, byId)).filter((r) => wasAsked(r, inspection))
    return { id: s.id, title: say(s.title, language) || s.id, points: score?.points ?? null, max: score?.max ?? null, rows }
  })
  const strangers = strangerRows(inspection, files, used)
  if (strangers.length > 0) sections.push({ id: '', title: '', points: null, max: null, rows: strangers })
  return sections
}

function rowOf(item: Item, r: Inspection, files: RecordFile[], language: string, used: { questions: Set<string>; items: Set<string> }, listed: ListedChoices, byId: Map<string, Question>): Row {
  used.items.add(item.id)
  const na = r.na[item.id] ?? ''
  const note = r.notes[item.id] ?? ''
  const findings = r.findings.filter((f) => f.item === item.id)
  const veto = r.score?.vetoes.includes(item.id) ?? false
  const stated = r.score?.items?.get(item.id)
  const verdict = stated?.verdict ?? saidOtherwise(na !== '', veto, findings.length > 0)
  const judge = item.questions.find((q) => q.id === item.judge)
  const chosen = judge && r.answers[judge.id] !== undefined ? judge.choices.find((c) => c.name === r.answers[judge.id]) : undefined
  // What was chosen and did not decide is an answer like any other.
  const judged = chosen && (verdict === 'none' || verdict === chosen.verdict) ? chosen : undefined
  const answers: Answer[] = []
  for (const at of placed(item.questions, r.answers, language)) {
    used.questions.add(at.key)
    if (at.heading !== undefined) {
      const inside = scope(r.answers, `${at.key}/`)
      if (at.heading !== '') answers.push({ label: filledLabel({ [language.slice(0, 2)]: at.heading }, inside, byId, language), words: '', limits: '', out: false, heading: true, depth: at.depth })
      continue
    }
    const near = scope(r.answers, at.key)
    const value = r.answers[at.key] ?? daysBetween(at.question, near)
    if (value === undefined || value === '' || (at.question === judge && judged)) continue
    const question = { ...at.question, label: { [language.slice(0, 2)]: filledLabel(at.question.label, near, byId, language) } }
    const answer = answerOf(question, value, near, item.questions.length > 1 || at.depth > 0, language, listed)
    answers.push(at.depth > 0 ? { ...answer, depth: at.depth } : answer)
  }
  return {
    id: item.id,
    no: item.no,
    text: say(item.text, language) || item.id,
    guidance: say(item.guidance, language),
    item,
    verdict,
    points: stated?.points ?? null,
    max: stated?.max ?? null,
    veto,
    judgement: judged ? say(judged.label, language) || judged.name : '',
    answers,
    na,
    note,
    findings,
    files: files.filter((f) => f.item === item.id && f.role === 'evidence'),
    attention: verdict === 'fail' || verdict === 'part' || verdict === 'na' || note !== '' || findings.length > 0,
  }
}

/** What a record that states no items says of one all the same. */
function saidOtherwise(na: boolean, veto: boolean, found: boolean): Verdict {
  if (na) return 'na'
  return veto || found ? 'fail' : 'none'
}

/** Of an item that the record does not state although it states items, nothing was asked; what it says of it still shows. */
function wasAsked(row: Row, r: Inspection): boolean {
  return !r.score?.items || r.score.items.has(row.id) || row.judgement !== '' || row.answers.length > 0 || row.attention || row.files.length > 0
}

export function answerOf(q: Question, value: string, all: Record<string, string>, named: boolean, language: string, listed: ListedChoices = new Map()): Answer {
  const label = named ? say(q.label, language) || q.id : ''
  const words = typed(q, value, language)
  if (words !== null) return { label, words, limits: '', out: false }
  if (q.choices.length > 0 || q.list) {
    const called = (name: string) => say(q.choices.find((c) => c.name === name)?.label, language) || listedLabel(listed, q, name)
    return { label, words: namesIn(q, value).map(called).join(language.startsWith('zh') ? '、' : ', '), limits: '', out: false }
  }
  const unit = say(q.unit, language)
  const lower = bound(q.lower, all)
  const upper = bound(q.upper, all)
  const out = isNumber(value) && ((lower !== null && below(value, lower, q.lower!.inclusive)) || (upper !== null && below(upper, value, q.upper!.inclusive)))
  const sign = (l: Question['lower'], mark: string) => (l?.inclusive ? mark + '=' : mark)
  const sides = [lower && `${pretty(sign(q.lower, '>'))} ${lower}`, upper && `${pretty(sign(q.upper, '<'))} ${upper}`].filter(Boolean)
  const limits = lower && upper && q.lower?.inclusive && q.upper?.inclusive ? `${lower} – ${upper}` : sides.join(' · ')
  return { label, words: unit ? `${value} ${unit}` : value, limits, out }
}

const pretty = (mark: string) => ({ '>=': '≥', '<=': '≤' })[mark] ?? mark
const isNumber = (t: string) => /^-?\d+(\.\d+)?$/.test(t)

/** A limit's number, or the answer of the question that it names. */
function bound(limit: Question['lower'], all: Record<string, string>): string | null {
  if (!limit) return null
  if (isNumber(limit.value)) return limit.value
  const of = all[limit.value.replace(/^\$\{(.*)\}$/, '$1')]
  return of !== undefined && isNumber(of) ? of : null
}

/** a < b (or a ≤ b where the limit itself is not allowed), in exact decimals. */
function below(a: string, b: string, inclusive: boolean): boolean {
  const places = Math.max(...[a, b].map((t) => t.split('.')[1]?.length ?? 0))
  const whole = (t: string) => {
    const [i = '0', f = ''] = t.split('.')
    return BigInt(i + f.padEnd(places, '0'))
  }
  return inclusive ? whole(a) < whole(b) : whole(a) <= whole(b)
}

/** The one calculation that a reader needs beside its limit: days from one date to another. Others need the engine. */
function daysBetween(q: Question, all: Record<string, string>): string | undefined {
  const m = /^\s*\$\{(\w+)\}\s*-\s*\$\{(\w+)\}\s*$/.exec(q.calculation)
  const [to, from] = [all[m?.[1] ?? ''], all[m?.[2] ?? '']].map((t) => (t && /^\d{4}-\d\d-\d\d$/.test(t) ? Date.parse(t) : NaN))
  const days = (to! - from!) / 86_400_000
  return Number.isInteger(days) ? String(days) : undefined
}

/** What the record has and the checklist does not name: shown raw, since it was signed. */
function strangerRows(r: Inspection, files: RecordFile[], used: { questions: Set<string>; items: Set<string> }): Row[] {
  const rows = new Map<string, Row>()
  const row = (id: string) => {
    if (!rows.has(id))
      rows.set(id, { id, no: id, text: id, guidance: '', item: null, verdict: 'none', points: null, max: null, veto: r.score?.vetoes.includes(id) ?? false, judgement: '', answers: [], na: '', note: '', findings: [], files: [], attention: true })
    return rows.get(id)!
  }
  for (const [q, value] of Object.entries(r.answers)) if (!used.questions.has(q)) row(q).answers.push({ label: '', words: value, limits: '', out: false })
  for (const [i, reason] of Object.entries(r.na)) if (!used.items.has(i)) Object.assign(row(i), { na: reason, verdict: 'na' })
  for (const [i, note] of Object.entries(r.notes)) if (!used.items.has(i)) row(i).note = note
  for (const f of r.findings) if (!used.items.has(f.item)) row(f.item || '—').findings.push(f)
  for (const f of files) if (f.role === 'evidence' && !used.items.has(f.item ?? '')) row(f.item ?? '—').files.push(f)
  return [...rows.values()]
}
