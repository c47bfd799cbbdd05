/**
 * The derived rows of a case: what stands of each finding and of the whole (shared/records/rectification/case.h). In the shape
 * in which the server answers with them, so that what is folded here and there can be compared.
 */
import type { CaseState, FindingState } from '../api/types'
import type { Line } from '../line/line'
import type { Standing } from './standing'

/** Why an act may not happen: a code of the server's, and what its sentence needs (`act.<say>`). */
export type RefusalCode = 'finding_unknown' | 'not_reviewable' | 'version_old' | 'not_cosigned' | 'order_unknown' | 'not_its_turn' | 'case_open' | 'request_unknown' | 'own_report' | 'due_past'

export interface Refusal {
  code: RefusalCode
  say: string
  args: Record<string, string>
}

/** As the server writes it; what is not so is absent. */
export interface FindingRow {
  item: string
  severity: string
  state: FindingState
  text?: string
  order?: string
  requirement?: string
  /** The request for more time that waits for its answer. */
  request?: string
  report?: string
  reporter?: string
  unstated?: true
  due?: string
  extended?: true
  asked?: string
  late?: true
  rounds?: number
  by?: string
}

export interface OrderRow {
  id: string
  number: string
  hash: string
}

/** A line that is believed and yet not its turn: kept, shown, without effect. */
export interface IgnoredAct {
  hash: string
  refusal: Refusal
}

export interface CaseRow {
  standing: Standing
  site: string
  region: string
  kind: string
  checklist: { id: string; version: string; sha256: string }
  at: string
  findings: FindingRow[]
  orders: OrderRow[]
  ignored: IgnoredAct[]
  /** For how long; '' while it is not. */
  archived: string
}

/** What a fold takes of a line. */
export type CaseLine = Pick<Line, 'kid' | 'hash' | 'payload'>

const kOpen: FindingState[] = ['found', 'ordered', 'delivered', 'reported', 'objected', 'rejected']

/** Something is still to happen. */
export function isOpen(state: FindingState): boolean {
  return kOpen.includes(state)
}

/** The enterprise has to act. */
export function isWithEnterprise(state: FindingState): boolean {
  return state === 'ordered' || state === 'delivered' || state === 'rejected'
}

export function isOverdue(finding: Pick<FindingRow, 'state' | 'due'>, today: string): boolean {
  return isWithEnterprise(finding.state) && finding.due !== undefined && finding.due < today
}

export function stateOf(row: CaseRow): CaseState {
  if (row.archived) return 'archived'
  if (row.standing.status === 'returned') return 'returned'
  const open = row.findings.filter((f) => isOpen(f.state))
  if (open.some((f) => f.state !== 'found')) return 'ordered'
  if (row.standing.status === 'incomplete') return 'incomplete'
  if (row.standing.status !== 'accepted') return 'submitted'
  return open.length === 0 ? 'closed' : 'reviewed'
}
