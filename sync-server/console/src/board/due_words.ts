/** How a finding stands in time, in a shape and a few words: what stands on its card. */
import { i18n } from '../i18n'
import { count } from '../i18n/words'
import { daysFrom } from '../base/day'
import type { FindingState } from '../api/types'
import { isOverdue, isWithEnterprise } from '../folds/case_row'

export interface DueWords {
  kind: 'fail' | 'part' | 'none' | 'pass' | 'veto' | 'na'
  text: string
}

const kSoon = 3 // days
const { t } = i18n.global
const form = (n: number) => (n === 1 ? 'one' : 'many')

const kClosed: Partial<Record<FindingState, DueWords['kind']>> = { corrected: 'pass', passed: 'pass', withdrawn: 'na', handed_over: 'veto', ended: 'na' }

export function dueWords({ state, due, asked, late }: { state: FindingState; due?: string; asked?: string; late?: boolean }, today: string): DueWords {
  const closed = kClosed[state]
  if (closed) return { kind: closed, text: t(`findingState.${state}`) }
  if (state === 'found') return { kind: 'none', text: t('findingState.found') }
  if (isWithEnterprise(state) && due) {
    const days = daysFrom(today, due)
    if (isOverdue({ state, due }, today)) return { kind: 'fail', text: t(`board.overdueBy.${form(-days)}`, { n: count(-days) }) }
    if (asked) return { kind: 'part', text: t('board.asksUntil', { day: asked.slice(5) }) }
    if (days === 0) return { kind: 'part', text: t('board.dueToday') }
    return { kind: days <= kSoon ? 'part' : 'none', text: t(`board.daysLeft.${form(days)}`, { n: count(days) }) }
  }
  if (state === 'objected') return { kind: 'part', text: t('findingState.objected') }
  return { kind: 'part', text: t(late ? 'board.reportedLate' : 'findingState.reported') }
}
