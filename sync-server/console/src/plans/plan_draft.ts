/** An annual plan while it is written, and the bodies that are signed (plan.proposed, plan.approved, plan.refused, plan.published; RECORDS.md). */
import type { KnownPlan, PlanBatch, PlanVersion } from '../api/planning_types'
import { readDay } from '../base/day'

export interface BatchDraft {
  name: string
  kind: string
  checklist: string
  /** Of a batch that a programme states instead. */
  programme: string
  from: string
  until: string
  quota: number | ''
  team: number
  /** "A 5%，D 50%": one a stratum; blank: nothing is drawn. */
  strata: string
  /** As a table said it: of each stratum, or ('') of the batch; none: not said. */
  months: MonthsDraft[]
}

export interface MonthsDraft {
  stratum: string
  /** Twelve, January first. */
  n: number[]
}

export interface PlanDraft {
  title: string
  basis: string
  year: number | ''
  region: string
  most: number | ''
  batches: BatchDraft[]
  /** Kinds of visits that do not count towards the cap, each with the document that says so. */
  uncounted: { what: string; source: string }[]
  /** The id of the region's plan whose place this one takes; '': it takes none's. */
  supersedes: string
  supersedesWhy: string
  /** Of a correction. */
  before: { of: string; version: string } | null
  why: string
}

export const emptyBatch = (year: number): BatchDraft => ({ name: '', kind: 'routine', checklist: '', programme: '', from: `${year}-01-01`, until: `${year}-12-31`, quota: '', team: 2, strata: '', months: [] })
export const emptyPlan = (year: number): PlanDraft => ({ title: '', basis: '', year, region: '', most: '', batches: [emptyBatch(year)], uncounted: [], supersedes: '', supersedesWhy: '', before: null, why: '' })

const percent = (permille: number) => `${permille / 10}%`
export const strataText = (strata: PlanBatch['strata'], between = '，') => (strata ?? []).map((s) => `${s.name} ${percent(s.permille)}`).join(between)

/** Null where it is not to be understood: a name and a share of at most one digit behind the point each, no name twice. */
export function readStrata(text: string): { name: string; permille: number }[] | null {
  const out: { name: string; permille: number }[] = []
  for (const part of text.split(/[,，;；、\n]/).map((p) => p.trim()).filter((p) => p !== '')) {
    const m = /^(.*\S)\s+(\d{1,3})(?:\.(\d))?\s*[%％]$/.exec(part)
    const permille = m ? Number(m[2]) * 10 + Number(m[3] ?? 0) : -1
    if (!m || permille > 1000 || out.some((s) => s.name === m[1])) return null
    out.push({ name: m[1]!, permille })
  }
  // Ascending by bytes, as the line has to have them; UTF-16 would put some rare letters elsewhere.
  const bytes = (s: string) => [...new TextEncoder().encode(s)].map((b) => b.toString(16).padStart(2, '0')).join('')
  return out.sort((a, b) => (bytes(a.name) < bytes(b.name) ? -1 : 1))
}

const monthsOf = (b: PlanBatch): MonthsDraft[] => (b.months ? [{ stratum: '', n: [...b.months] }] : (b.strata ?? []).filter((s) => s.months).map((s) => ({ stratum: s.name, n: [...s.months!] })))
/** All strata together, January first; none: not said. */
export const monthsTogether = (months: readonly MonthsDraft[]) => (months.length === 0 ? [] : Array.from({ length: 12 }, (_, i) => months.reduce((sum, m) => sum + (m.n[i] ?? 0), 0)))
/** Whether what a table said of the months still fits what stands in the form. */
function monthsFit(b: BatchDraft): boolean {
  if (b.months.length === 0) return true
  const strata = readStrata(b.strata) ?? []
  const names = strata.length > 0 ? strata.map((s) => s.name) : ['']
  const together = monthsTogether(b.months)
  const outside = together.some((n, i) => n > 0 && (i + 1 < Number(b.from.slice(5, 7)) || i + 1 > Number(b.until.slice(5, 7))))
  return !outside && together.reduce((sum, n) => sum + n, 0) === b.quota && names.length === b.months.length && names.every((name) => b.months.some((m) => m.stratum === name))
}

/** Of the newest version, to be corrected. */
export function draftOf(plan: KnownPlan): PlanDraft {
  const newest = newestOf(plan)
  const { says } = newest
  return {
    title: says.title, basis: says.basis, year: says.year, region: plan.region, most: says.most ?? '',
    batches: says.batches.map((b) => ({ name: b.name, kind: b.kind, checklist: b.checklist ?? '', programme: b.programme ?? '', from: b.from, until: b.until, quota: b.quota, team: b.team, strata: strataText(b.strata), months: monthsOf(b) })),
    uncounted: (says.uncounted ?? []).map((u) => ({ ...u })), supersedes: says.supersedes?.of ?? '', supersedesWhy: says.supersedes?.why ?? '',
    before: { of: plan.id, version: newest.hash }, why: '',
  }
}

const whole = (v: number | '', least: number) => typeof v === 'number' && Number.isSafeInteger(v) && v >= least

/** What is missing, as keys of `plans.lacks`; of batches with their number, from 1 on. */
export function lacksOf(draft: PlanDraft): { key: string; n?: number }[] {
  const lacks: { key: string; n?: number }[] = []
  if (draft.region === '') lacks.push({ key: 'region' })
  if (draft.title.trim() === '') lacks.push({ key: 'title' })
  if (draft.basis.trim() === '') lacks.push({ key: 'basis' })
  if (!whole(draft.year, 2000) || Number(draft.year) > 2999) lacks.push({ key: 'year' })
  if (draft.most !== '' && !whole(draft.most, 1)) lacks.push({ key: 'most' })
  if (draft.batches.length === 0) lacks.push({ key: 'batches' })
  draft.batches.forEach((b, i) => {
    const n = i + 1
    const within = (d: string) => readDay(d) !== null && d.slice(0, 4) === String(draft.year)
    if (b.name.trim() === '' || draft.batches.some((o, j) => j < i && o.name.trim() === b.name.trim())) lacks.push({ key: 'name', n })
    if (b.checklist === '' && b.programme === '') lacks.push({ key: 'checklist', n })
    if (!within(b.from) || !within(b.until) || b.until < b.from) lacks.push({ key: 'days', n })
    if (!whole(b.quota, 1)) lacks.push({ key: 'quota', n })
    if (readStrata(b.strata) === null) lacks.push({ key: 'strata', n })
    else if (!monthsFit(b)) lacks.push({ key: 'months', n })
  })
  if (draft.uncounted.some((u, i) => u.what === '' || u.source.trim() === '' || draft.uncounted.some((o, j) => j < i && o.what === u.what))) lacks.push({ key: 'uncounted' })
  if (draft.supersedes !== '' && draft.supersedesWhy.trim() === '') lacks.push({ key: 'supersedes' })
  if (draft.before && draft.why.trim() === '') lacks.push({ key: 'why' })
  return lacks
}

/** REQUIRES: nothing is missing. */
export function bodyOf(draft: PlanDraft, person: string): Record<string, unknown> {
  return {
    title: draft.title.trim(),
    basis: draft.basis.trim(),
    year: draft.year,
    person,
    ...(draft.most !== '' && { most: draft.most }),
    batches: draft.batches.map((b) => {
      const named = (stratum: string) => b.months.find((m) => m.stratum === stratum)
      const strata = (readStrata(b.strata) ?? []).map((s) => ({ ...s, ...(named(s.name) && { months: named(s.name)!.n }) }))
      return {
        name: b.name.trim(), kind: b.kind,
        ...(b.checklist !== '' && { checklist: b.checklist }),
        ...(b.programme !== '' && { programme: b.programme }),
        from: b.from, until: b.until, quota: b.quota, team: b.team, ...(strata.length > 0 && { strata }), ...(strata.length === 0 && named('') && { months: named('')!.n }),
      }
    }),
    ...(draft.uncounted.length > 0 && { uncounted: draft.uncounted.map(({ what, source }) => ({ what, source: source.trim() })) }),
    ...(draft.supersedes !== '' && { supersedes: { of: draft.supersedes, why: draft.supersedesWhy.trim() } }),
    ...(draft.before && { before: { ...draft.before, why: draft.why.trim() } }),
  }
}

export const newestOf = (plan: KnownPlan): PlanVersion => plan.versions[plan.versions.length - 1]!
/** Whose batches the list counts: what is in force, else what is newest. */
export const shownOf = (plan: KnownPlan): PlanVersion => plan.versions.find((v) => v.id === plan.in_force) ?? newestOf(plan)

/** What a version changes of the one before, batch by batch: those that are other or new, and the names of those that are gone. */
export function changesOf(version: PlanVersion, before: PlanVersion): { other: PlanBatch[]; gone: string[] } {
  const key = (b: PlanBatch | undefined) => b && JSON.stringify([b.name, b.kind, b.checklist, b.programme, b.from, b.until, b.quota, b.team, strataText(b.strata), monthsTogether(monthsOf(b))])
  const named = (of: PlanVersion, name: string) => of.says.batches.find((b) => b.name === name)
  return {
    other: version.says.batches.filter((b) => key(b) !== key(named(before, b.name))),
    gone: before.says.batches.filter((b) => !named(version, b.name)).map((b) => b.name),
  }
}

/** Of the head: `reason` is needed to refuse. */
export function decisionOf(plan: KnownPlan, person: string, reason: string): Record<string, unknown> {
  const why = reason.trim()
  return { of: plan.id, version: newestOf(plan).hash, person, ...(why !== '' && { reason: why }) }
}
export const publishedOf = (plan: KnownPlan, where: string): Record<string, unknown> => ({ of: plan.id, version: newestOf(plan).hash, where: where.trim() })

/** Not who proposed the version. */
export const mayDecide = (plan: KnownPlan, person: string) => plan.state === 'proposed' && newestOf(plan).says.person !== person
