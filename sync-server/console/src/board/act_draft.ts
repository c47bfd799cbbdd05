/**
 * An act while it is written, and the body that is signed. What the person sees before signing is made from that body by the
 * component that shows signed acts, so that nothing stands between the two.
 */
import { daysFrom } from '../base/day'
import { deadline, type DayCount, type WorkingCalendar } from '../base/working_days'
import type { Item } from '../checklist/document'
import { kWanted, type ActKind, type Clause, type DeliveryWay } from '../folds/act'
import type { CaseRow, FindingRow } from '../folds/case_row'
import type { Stroke } from '../ui/signature'
import { statusOn } from './standards'

export interface EntryDraft {
  item: string
  chosen: boolean
  text: string
  requirement: string
  /** How many days from today; the day itself follows. */
  days: number
  clauses: Clause[]
  clause: number
}

export interface DeliveryDraft {
  how: DeliveryWay
  /** Who took it, and what was drawn. */
  name: string
  strokes: Stroke[]
  tracking: string
  witness: string
  reason: string
}

export interface ActDraft {
  kind: ActKind
  entries: EntryDraft[]
  count: DayCount
  office: string
  contact: string
  remedies: string
  delivery: DeliveryDraft
  to: string
  why: 'closed_down' | 'unreachable'
  term: '10' | '30' | 'permanent'
}

/** Where nobody said otherwise; a setting of the form, not of any rule. */
const kUsualDays = 15

export interface Origin {
  row: CaseRow
  /** The day of the check, by which the status of a cited standard is judged. */
  day: string
  today: string
  itemOf: (id: string) => Item | undefined
  calendar: WorkingCalendar
  /** The day that the inspection itself states for a finding; '' where none. */
  statedDue: (id: string) => string
}

export function beginAct(kind: ActKind, findings: FindingRow[], chosen: string, origin: Origin, kept: Partial<ActDraft> = {}): ActDraft {
  const entries = findings.map((f): EntryDraft => {
    const clauses = kind === 'ordered' ? clausesOf(origin.itemOf(f.item), origin.day) : []
    return { item: f.item, chosen: kind === 'ordered' || f.item === chosen, text: kind === 'ordered' ? (f.text ?? '') : '', requirement: '', days: daysFor(kind, f, origin), clauses, clause: clauses.length > 0 ? 0 : -1 }
  })
  return {
    kind,
    entries,
    count: 'working',
    office: kept.office ?? '',
    contact: kept.contact ?? '',
    remedies: kept.remedies ?? '',
    delivery: { how: 'electronic', name: '', strokes: [], tracking: '', witness: '', reason: '' },
    to: '',
    why: 'closed_down',
    term: '10',
  }
}

/** So many that the day is what was asked for, or what the inspection said; else the usual. */
function daysFor(kind: ActKind, finding: FindingRow, { today, statedDue, calendar }: Origin): number {
  const wish = kind === 'extended' ? finding.asked : kind === 'ordered' ? statedDue(finding.item) : ''
  if (!wish || daysFrom(today, wish) <= 0) return kUsualDays
  if (kind === 'extended') return daysFrom(today, wish)
  let days = 1
  while (days < 366 && deadline(calendar, today, days, 'working').day < wish) ++days
  return days
}

/** What the item cites, with its force and its status on that day; a mandatory one first. */
export function clausesOf(item: Item | undefined, day: string): Clause[] {
  const all = (item?.standards ?? []).map((s): Clause => {
    const status = statusOn(s.ref, day)
    return { standard: s.ref, ...(s.clause && { clause: s.clause }), ...(s.force && { force: s.force }), ...(status && { status }) }
  })
  return all.sort((a, b) => Number(b.force === 'mandatory') - Number(a.force === 'mandatory'))
}

export interface DueDays {
  counted: DayCount
  sources: string[]
  /** By item. */
  days: Map<string, string>
}

/** One count holds for the whole act: where one of its days reaches into an unknown year, all are counted as calendar days. */
export function dueDays(draft: ActDraft, today: string, calendar: WorkingCalendar): DueDays {
  const of = (count: DayCount) => draft.entries.map((e) => [e.item, deadline(calendar, today, Math.max(0, Math.trunc(e.days) || 0), count)] as const)
  // More time is given until a day, not for a number of working days.
  const wanted = draft.kind === 'extended' ? 'calendar' : draft.count
  let all = of(wanted)
  if (wanted === 'working' && all.some(([item, d]) => d.counted === 'calendar' && draft.entries.find((e) => e.item === item)!.chosen)) all = of('calendar')
  const counted = all.every(([, d]) => d.counted === 'working') ? 'working' : 'calendar'
  return { counted, sources: [...new Set(all.flatMap(([, d]) => d.sources))], days: new Map(all.map(([item, d]) => [item, d.day])) }
}

/** What a body takes beside the draft. `signature`: the SHA-256 of what was drawn; '' where nothing was. */
export interface BodySources {
  today: string
  calendar: WorkingCalendar
  signature: string
}

/** The body, member by member in the order of RECORDS.md; what is blank is not said. */
export function bodyOf(draft: ActDraft, row: CaseRow, finding: FindingRow, { today, calendar, signature }: BodySources): Record<string, unknown> {
  const { kind } = draft
  const wanted = kWanted[kind]
  const due = dueDays(draft, today, calendar)
  const said = (members: Record<string, string>) => Object.fromEntries(Object.entries(members).map(([k, v]) => [k, v.trim()]).filter(([, v]) => v !== ''))
  const delivers = kind === 'ordered' || kind === 'delivered'
  const { how, name, tracking, witness, reason } = draft.delivery
  return {
    of: row.standing.id,
    ...(kind === 'ordered' ? { hash: row.standing.newest, ...said({ office: draft.office, contact: draft.contact, remedies: draft.remedies }), count: due.counted } : {}),
    ...(kind !== 'ordered' && kind !== 'archived' && finding.order ? { order: finding.order } : {}),
    ...((kind === 'extended' || kind === 'extensionRefused') && { about: finding.request ?? '' }),
    ...(delivers && { delivery: { how, ...said(how === 'post' ? { tracking } : how === 'refused' ? { witness, reason } : how === 'in_person' ? { name, signature } : {}) } }),
    ...(kind === 'handedOver' && said({ to: draft.to })),
    ...(kind === 'ended' && { why: draft.why }),
    ...(kind === 'archived' && { term: draft.term }),
    ...(kind !== 'archived' && {
      findings: draft.entries
        .filter((e) => e.chosen)
        .map((e) => ({
          item: e.item,
          ...said({ [wanted.text]: e.text }),
          ...(kind === 'ordered' && said({ requirement: e.requirement })),
          ...(wanted.day && { [wanted.day]: due.days.get(e.item)! }),
          ...(kind === 'ordered' && e.clauses[e.clause] && { clause: e.clauses[e.clause] }),
        })),
    }),
  }
}

/** What is still missing of a draft, as keys of `actForm.lacks`; the form's own rules are verify/bodies/rectification.ts. */
export function lacksOf(draft: ActDraft): string[] {
  const chosen = draft.entries.filter((e) => e.chosen)
  const blank = (text: string) => text.trim() === ''
  const lacks: string[] = []
  if (draft.kind !== 'archived' && chosen.length === 0) lacks.push('finding')
  if (kWanted[draft.kind].textNeeded && chosen.some((e) => blank(e.text))) lacks.push(draft.kind === 'ordered' ? 'facts' : 'reason')
  if (draft.kind === 'ordered' && chosen.some((e) => blank(e.requirement))) lacks.push('requirement')
  if (kWanted[draft.kind].day && chosen.some((e) => !(e.days >= 0 && e.days <= 3660))) lacks.push('days')
  if (draft.kind === 'ordered' && blank(draft.office)) lacks.push('office')
  const delivers = draft.kind === 'ordered' || draft.kind === 'delivered'
  if (delivers && draft.delivery.how === 'in_person') {
    if (blank(draft.delivery.name)) lacks.push('signer')
    if (draft.delivery.strokes.length === 0) lacks.push('signature')
  }
  if (delivers && draft.delivery.how === 'refused' && (blank(draft.delivery.witness) || blank(draft.delivery.reason))) lacks.push('refused')
  if (draft.kind === 'handedOver' && blank(draft.to)) lacks.push('to')
  return lacks
}
