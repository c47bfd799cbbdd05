/** A programme while it is written, and the body that is signed. What the form does not ask for stays as it was published. Pure. */
import { readDay } from '../base/day'
import type { LocalText } from '../checklist/document'
import type { Measure, Programme, ProgrammeTarget } from './programme'
import { emptyRule, ruleDraftOf, ruleLacks, ruleOf, textOf, type RuleDraft } from './rule_draft'

export interface TargetDraft {
  title: LocalText
  atLeast: string
  unit: LocalText
  /** '': within the plan's own time. */
  by: string
  source: LocalText
  /** '': what people count. */
  measure: Measure | ''
  level: string
}

export interface ProgrammeDraft {
  region: string
  id: string
  title: LocalText
  source: LocalText
  kind: string
  sector: string
  checklists: string[]
  targets: TargetDraft[]
  scored: boolean
  rule: RuleDraft
}

const both = (text: LocalText | undefined): LocalText => ({ zh: '', en: '', ...text })
export const emptyTarget = (): TargetDraft => ({ title: both({}), atLeast: '', unit: both({}), by: '', source: both({}), measure: '', level: '' })
export const emptyProgramme = (): ProgrammeDraft => ({ region: '', id: '', title: both({}), source: both({}), kind: '', sector: '', checklists: [], targets: [], scored: false, rule: emptyRule() })

const targetDraftOf = (target: ProgrammeTarget): TargetDraft => ({ title: both(target.title), atLeast: String(target.at_least), unit: both(target.unit), by: target.by ?? '', source: both(target.source), measure: target.measure?.what ?? '', level: target.measure?.level ?? '' })

export const draftOf = (says: Programme): ProgrammeDraft => ({
  region: says.region ?? '',
  id: says.id,
  title: both(says.title),
  source: both(says.source),
  kind: says.kind ?? '',
  sector: says.sector ?? '',
  checklists: [...(says.checklists ?? [])],
  targets: (says.targets ?? []).map(targetDraftOf),
  scored: says.panel !== undefined,
  rule: says.panel ? ruleDraftOf(says.panel) : emptyRule(),
})

const said = (text: LocalText) => Object.keys(textOf(text)).length > 0
const isRate = (target: TargetDraft) => target.measure === 'pass_rate' || target.measure === 'coverage'

function targetLacks(target: TargetDraft, ofProgramme: boolean): string[] {
  const lacks: string[] = []
  if (!said(target.title)) lacks.push('targetTitle')
  const atLeast = /^\d{1,9}$/.test(target.atLeast.trim()) ? Number(target.atLeast) : null
  if (atLeast === null) lacks.push('targetNumber')
  else if (isRate(target) && atLeast > 100) lacks.push('targetShare')
  if (target.by !== '' && readDay(target.by) === null) lacks.push('targetDay')
  if (!said(target.source) && !ofProgramme) lacks.push('targetSource')
  return lacks
}

/** What is missing, as keys of `programmes.lacks`; of the rule, of `programmes.rule.lacks` ("rule.least"). `all`: whoever signs may do so everywhere. */
export function lacksOf(draft: ProgrammeDraft, all: boolean): string[] {
  const lacks: string[] = []
  if (draft.region === '' && !all) lacks.push('region')
  if (draft.id.trim() === '') lacks.push('id')
  if (!said(draft.title)) lacks.push('title')
  lacks.push(...new Set(draft.targets.flatMap((target) => targetLacks(target, said(draft.source)))))
  if (draft.scored) lacks.push(...ruleLacks(draft.rule).map((key) => `rule.${key}`))
  return lacks
}

function targetOf(target: TargetDraft): ProgrammeTarget {
  return {
    title: textOf(target.title),
    at_least: Number(target.atLeast),
    ...(said(target.unit) && { unit: textOf(target.unit) }),
    ...(target.by !== '' && { by: target.by }),
    ...(said(target.source) && { source: textOf(target.source) }),
    ...(target.measure !== '' && { measure: { what: target.measure, ...(target.measure === 'sites' && target.level.trim() !== '' && { level: target.level.trim() }) } }),
  }
}

/** REQUIRES: nothing lacks. */
export function bodyOf(draft: ProgrammeDraft): Record<string, unknown> {
  return {
    id: draft.id.trim(),
    title: textOf(draft.title),
    ...(said(draft.source) && { source: textOf(draft.source) }),
    ...(draft.kind.trim() !== '' && { kind: draft.kind.trim() }),
    ...(draft.sector.trim() !== '' && { sector: draft.sector.trim() }),
    ...(draft.region !== '' && { region: draft.region }),
    ...(draft.checklists.length > 0 && { checklists: [...draft.checklists] }),
    ...(draft.targets.length > 0 && { targets: draft.targets.map(targetOf) }),
    ...(draft.scored && { panel: ruleOf(draft.rule) }),
  }
}
