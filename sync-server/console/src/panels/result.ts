/** What a panel's sheets come to by its rule: the twin of shared/records/panel/result.h. Pure. */
import { deviationOf, meanOf, medianOf, rangeOf } from './spread'

export interface PanelRule {
  experts: number
  least: number
  drop?: { highest: number; lowest: number; from: number }
  method: 'mean' | 'median'
  limit?: number
  criteria: { id: string; title: Record<string, string>; points: number }[]
}
export interface ExpertScore {
  person: string
  points: number
  dropped: boolean
}
export interface PanelResult {
  scores: ExpertScore[]
  /** Absent: fewer handed in than the rule asks for. */
  points?: number
  range: number
  deviation: number
  wide: boolean
}

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
