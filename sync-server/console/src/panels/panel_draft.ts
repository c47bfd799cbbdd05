/** What is signed about panels of experts (panel.*; RECORDS.md), and what still lacks. Pure. */
import type { PanelRule } from '../api/panel_rule'
import type { KnownPanel } from '../api/voice_types'
import { grantsAt, isRevokedBefore, type TrustBook } from '../trust/chain'
import { coversRegion } from '../trust/grants'

export interface Expert {
  id: string
  name: string
}

const kRoles = ['auditor', 'inspector', 'supervisor']

/** Who may be asked: whoever may read the region as staff; each once, in the order of their names. */
export function expertsOf(book: TrustBook, region: string): Expert[] {
  const found = new Map<string, Expert>()
  for (const device of book.devices.values()) {
    const { id, name } = device.person
    const may = !isRevokedBefore(device, null) && grantsAt(device, null).some((g) => kRoles.includes(g.role) && coversRegion(g, region))
    if (may && id !== 'intake') found.set(id, { id, name })
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh', { numeric: true }) || (a.id < b.id ? -1 : 1))
}

export const assignedBody = (of: string, programme: string, rule: PanelRule, experts: readonly string[], until: string, person: string) => ({ of, programme, rule, experts, until, person })

/** Thousandths of what was typed, "86.5"; null where it is no number of at most three decimals. */
export function pointsOf(typed: string): number | null {
  const m = /^(\d{1,4})(?:\.(\d{1,3}))?$/.exec(typed.trim())
  return m ? Number(m[1]) * 1000 + Number((m[2] ?? '').padEnd(3, '0')) : null
}

/** "86.5", of thousandths. */
export function pointsText(points: number): string {
  const rest = points % 1000
  return String(Math.trunc(points / 1000)) + (rest === 0 ? '' : `.${String(rest).padStart(3, '0').replace(/0+$/, '')}`)
}

/** Criteria that have no points yet, or too many. */
export function lacksOf(rule: PanelRule, typed: Readonly<Record<string, string>>): string[] {
  return rule.criteria.filter((one) => {
    const points = pointsOf(typed[one.id] ?? '')
    return points === null || points > one.points
  }).map((one) => one.id)
}

/** REQUIRES: nothing lacks. */
export function scoredBody(panel: KnownPanel, person: string, typed: Readonly<Record<string, string>>, opinion: string): Record<string, unknown> {
  const said = opinion.trim()
  return { of: panel.id, person, points: panel.rule.criteria.map((one) => ({ id: one.id, points: pointsOf(typed[one.id]!)! })), ...(said !== '' && { opinion: said }) }
}

export const closedBody = (panel: KnownPanel, person: string, reason: string) => ({ of: panel.id, person, reason: reason.trim() })
