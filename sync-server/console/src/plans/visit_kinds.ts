/** What counts as a visit towards the yearly cap (shared/records/planning/visits.h): all kinds, unless a published plan leaves some out. */
import { i18n } from '../i18n'
import { word } from '../i18n/words'

/** Kinds that a plan may leave out. What was ordered from above counts by no rule. */
export const kVisitKinds = ['supervision', 'enforcement', 'acceptance', 'patrol', 'recheck', 'returned'] as const

/** As people say it; kinds of inspections by their own words. */
export function visitWord(what: string): string {
  const key = `plans.visit.${what}`
  return i18n.global.te(key) ? i18n.global.t(key) : word('kind', what)
}
