/** What panels of experts have to say (shared/records/panel). */
import { among, day, isObject, recordId, said, text, textsByName, whole, type Json, type Rule } from '../body_reader'
import { plain, plainRead } from './plain_text'

const kMostExperts = 25
const kMostCriteria = 40
const kMostCriterionPoints = 1_000_000
const kMostOpinionBytes = 3_000

const within = (least: number, most: number) => (v: unknown) => whole(v) && (v as number) >= least && (v as number) <= most
const distinct = (list: unknown[]) => new Set(list).size === list.length
const idsOf = (list: unknown) => (Array.isArray(list) ? list.map((one) => (one as Json | null)?.id) : [])
const listed = (most: number) => (v: unknown) => Array.isArray(v) && v.length >= 1 && v.length <= most && v.every(isObject) && distinct(idsOf(v))

export const panelRule: Rule = (r) => {
  const { experts, least } = r.members as Record<string, number>
  r.must('experts', within(1, kMostExperts))
  r.must('least', within(1, kMostExperts))
  if (whole(least) && whole(experts) && least! > experts!) r.fault('least')
  r.withinIf('drop', (drop) => {
    for (const name of ['highest', 'lowest']) drop.must(name, within(0, kMostExperts))
    drop.must('from', within(1, kMostExperts))
    const { highest, lowest, from } = drop.members as Record<string, number>
    if (![highest, lowest, from].every(whole)) return
    if (highest! + lowest! === 0) drop.fault('highest')
    if (from! <= highest! + lowest! || from! > experts!) drop.fault('from')
  })
  r.must('method', among(['mean', 'median']))
  r.may('limit', (v) => whole(v) && (v as number) >= 1)
  r.must('criteria', listed(kMostCriteria))
  r.each('criteria', (one) => {
    one.must('id', said)
    one.must('title', (v) => textsByName(v) && Object.keys(v as object).length > 0)
    one.must('points', within(1, kMostCriterionPoints))
  })
}

export const kPanelRules: Record<string, Rule> = {
  'panel.assigned': (r) => {
    r.must('of', recordId)
    r.must('programme', said)
    r.within('rule', panelRule)
    const rule = r.members.rule
    const count = isObject(rule) ? rule.experts : undefined
    const { person } = r.members
    r.must('experts', (v) => Array.isArray(v) && v.length === count && v.every((one) => text(one) && said(one)) && distinct(v) && !v.includes(person))
    r.must('until', day)
    r.must('person', said)
  },
  'panel.scored': (r) => {
    r.must('of', recordId)
    r.must('person', said)
    r.must('points', listed(kMostCriteria))
    r.each('points', (one) => {
      one.must('id', said)
      one.must('points', within(0, kMostCriterionPoints))
    })
    r.may('opinion', plain(kMostOpinionBytes))
  },
  'panel.closed': (r) => {
    r.must('of', recordId)
    r.must('person', said)
    r.must('reason', plainRead(kMostOpinionBytes))
  },
}
