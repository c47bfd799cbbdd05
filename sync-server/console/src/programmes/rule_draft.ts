/** How experts score, while it is written: the rule's bounds (shared/records/panel/rule.h), and what is missing. Pure. */
import type { PanelRule } from '../api/panel_rule'
import type { LocalText } from '../checklist/document'
import { pointsOf, pointsText } from '../panels/panel_draft'

export const kMostExperts = 25
export const kMostCriteria = 40
const kMostPoints = 1_000_000

export interface CriterionDraft {
  /** '': a new one. */
  id: string
  title: LocalText
  points: string
}

export interface RuleDraft {
  experts: string
  least: string
  drops: boolean
  highest: string
  lowest: string
  from: string
  method: 'mean' | 'median'
  /** '': no bound. */
  limit: string
  criteria: CriterionDraft[]
}

export const emptyCriterion = (): CriterionDraft => ({ id: '', title: { zh: '', en: '' }, points: '' })
export const emptyRule = (): RuleDraft => ({ experts: '5', least: '3', drops: false, highest: '1', lowest: '1', from: '5', method: 'mean', limit: '', criteria: [emptyCriterion()] })

export const ruleDraftOf = (rule: PanelRule): RuleDraft => ({
  ...emptyRule(),
  experts: String(rule.experts),
  least: String(rule.least),
  drops: rule.drop !== undefined,
  ...(rule.drop && { highest: String(rule.drop.highest), lowest: String(rule.drop.lowest), from: String(rule.drop.from) }),
  method: rule.method,
  limit: rule.limit === undefined ? '' : pointsText(rule.limit),
  criteria: rule.criteria.map((one) => ({ id: one.id, title: { ...one.title }, points: pointsText(one.points) })),
})

/** A whole number that was typed, within bounds; null where it is none. */
function counted(typed: string, least: number, most: number): number | null {
  const value = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : NaN
  return value >= least && value <= most ? value : null
}

const named = (title: LocalText) => (title.zh ?? '').trim() !== ''
const pointsWithin = (typed: string) => {
  const points = pointsOf(typed)
  return points !== null && points >= 1 && points <= kMostPoints ? points : null
}

/** What is wrong, as keys of `programmes.rule.lacks`, by field. */
export function ruleLacks(draft: RuleDraft): string[] {
  const lacks: string[] = []
  const experts = counted(draft.experts, 1, kMostExperts)
  if (experts === null) lacks.push('experts')
  if (counted(draft.least, 1, experts ?? kMostExperts) === null) lacks.push('least')
  if (draft.drops) {
    const [highest, lowest] = [counted(draft.highest, 0, kMostExperts), counted(draft.lowest, 0, kMostExperts)]
    if (highest === null || lowest === null || highest + lowest === 0) lacks.push('drop')
    else if (counted(draft.from, highest + lowest + 1, experts ?? kMostExperts) === null) lacks.push('from')
  }
  if (draft.limit.trim() !== '' && !pointsOf(draft.limit)) lacks.push('limit')
  if (draft.criteria.length === 0 || draft.criteria.length > kMostCriteria) lacks.push('criteria')
  if (draft.criteria.some((one) => !named(one.title))) lacks.push('titles')
  if (draft.criteria.some((one) => pointsWithin(one.points) === null)) lacks.push('points')
  return lacks
}

/** A text by language without what was left empty. */
export const textOf = (text: LocalText): LocalText => Object.fromEntries(Object.entries(text).flatMap(([language, words]) => (words.trim() === '' ? [] : [[language, words.trim()]])))

/** REQUIRES: nothing lacks. A criterion keeps its id; a new one is given the next that is free. */
export function ruleOf(draft: RuleDraft): PanelRule {
  const taken = new Set(draft.criteria.map((one) => one.id))
  let n = 0
  const free = () => {
    do ++n
    while (taken.has(`c${n}`))
    return `c${n}`
  }
  return {
    experts: Number(draft.experts),
    least: Number(draft.least),
    ...(draft.drops && { drop: { highest: Number(draft.highest), lowest: Number(draft.lowest), from: Number(draft.from) } }),
    method: draft.method,
    ...(draft.limit.trim() !== '' && { limit: pointsOf(draft.limit)! }),
    criteria: draft.criteria.map((one) => ({ id: one.id || free(), title: textOf(one.title), points: pointsOf(one.points)! })),
  }
}
