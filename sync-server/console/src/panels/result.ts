/** What a panel's sheets come to by its rule: the twin of shared/records/panel/result.h. Pure. */
import type { ExpertScore, PanelResult, PanelRule } from '../api/panel_rule'
import { deviationOf, meanOf, medianOf, rangeOf } from './spread'

export type { ExpertScore, PanelResult, PanelRule }

/** `totals` in the order of the panel's experts. */
export function resultOf(rule: PanelRule, totals: readonly { person: string; points: number }[]): PanelResult {
  const scores = totals.map((one) => ({ ...one, dropped: false }))
  const all = totals.map((one) => one.points)
  if (all.length === 0) return { scores, range: 0, deviation: 0, wide: false }
  if (rule.drop && all.length >= rule.drop.from) {
    // Of equal ones, those of later experts count as higher: sorting keeps their order.
    const order = [...scores].sort((a, b) => a.points - b.points)
    for (const one of order.slice(0, rule.drop.lowest)) one.dropped = true
    for (const one of order.slice(order.length - rule.drop.highest)) one.dropped = true
  }
  const kept = scores.filter((one) => !one.dropped).map((one) => one.points)
  const range = rangeOf(all)
  return {
    scores,
    ...(all.length >= rule.least && { points: rule.method === 'mean' ? meanOf(kept) : medianOf(kept) }),
    range,
    deviation: deviationOf(all),
    wide: rule.limit !== undefined && range > rule.limit,
  }
}
