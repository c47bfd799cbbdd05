/**
 * Which act may follow which: the table of legal moves of shared/records/rectification/may_happen.cpp, by which the server
 * refuses and every reader ignores. A refusal is a code of the server's and what its sentence needs (`act.<say>`).
 */
import { daysFrom, readDay } from '../base/day'
import { correctedDay } from '../line/clock'
import type { FindingState } from '../api/types'
import { kActTypes, type Act, type ActEntry } from './act'
import { isOpen, isWithEnterprise, stateOf, type CaseLine, type CaseRow, type FindingRow, type Refusal, type RefusalCode } from './case_row'

const kLongest = 3660 // days ahead that anybody would set a deadline for

const refuse = (code: RefusalCode, say: string, args: Record<string, string> = {}): Refusal => ({ code, say, args })

/** Null: it may. Of the line its key and its clock are read. */
export function mayHappen(row: CaseRow, act: Act, line: Pick<CaseLine, 'kid'> & { payload: Pick<CaseLine['payload'], 'at' | 'clock'> }): Refusal | null {
  if (act.of !== row.standing.id) return refuse('finding_unknown', 'another_inspection')
  if (row.standing.status === 'incomplete' && (act.kind === 'ordered' || act.kind === 'ended')) return refuse('not_cosigned', 'not_cosigned')
  if (act.kind === 'ordered') {
    if (row.standing.status === 'returned') return refuse('not_reviewable', 'returned')
    if (act.hash !== row.standing.newest) return refuse('version_old', 'version_old')
  } else if (act.order !== '' && !row.orders.some((o) => o.id === act.order)) return refuse('order_unknown', 'order_unknown')
  if (row.archived) return refuse('not_its_turn', 'archived')
  if (act.kind === 'archived' && stateOf(row) !== 'closed') return refuse('case_open', 'case_open')
  const today = correctedDay(line.payload)
  for (const entry of act.entries) {
    const refusal = checkEntry(row, act, entry, line.kid, today)
    if (refusal) return refusal
  }
  return null
}

/** Whose key it is: the id of a person; '' where nobody knows. */
export type PersonOf = (kid: string) => string

/** Whoever judges a report is another person than its author, whatever their keys: mayJudge() of shared/records. */
export function mayJudge(row: CaseRow, act: Pick<Act, 'kind'> & { entries: Pick<ActEntry, 'item'>[] }, kid: string, personOf: PersonOf): Refusal | null {
  // Withdrawing the order answers a report or an objection, too.
  if (act.kind !== 'verified' && act.kind !== 'rejected' && act.kind !== 'withdrawn') return null
  const judge = personOf(kid)
  if (judge === '') return null
  const own = act.entries.find(({ item }) => {
    const reporter = row.findings.find((f) => f.item === item)?.reporter ?? ''
    return reporter !== '' && personOf(reporter) === judge
  })
  return own ? refuse('own_report', 'own_person', { item: own.item }) : null
}

function checkEntry(row: CaseRow, act: Act, entry: ActEntry, kid: string, today: string): Refusal | null {
  const { item } = entry
  const finding = row.findings.find((f) => f.item === item)
  if (!finding) return refuse('finding_unknown', 'no_finding', { item: item.slice(0, 80) })
  if (act.order !== '' && (finding.order ?? '') !== act.order) return refuse('order_unknown', 'not_of_order', { item })
  if (!isItsTurn(finding, act)) return refuse('not_its_turn', finding.request ? 'not_its_turn_asked' : 'not_its_turn', { item, state: finding.state, type: kActTypes[act.kind] })
  const answers = act.kind === 'extended' || act.kind === 'extensionRefused'
  if (answers && act.about !== (finding.request ?? '')) return refuse('request_unknown', 'request_unknown', { item })
  const judges = act.kind === 'verified' || act.kind === 'rejected'
  if (judges && kid === (finding.reporter ?? '')) return refuse('own_report', 'own_report', { item })
  return checkDay(finding, act, entry, today)
}

/** Whether the act may come to a finding that stands so. */
export function isItsTurn(finding: FindingRow, act: Pick<Act, 'kind' | 'inspection'>): boolean {
  const { state } = finding
  const among = (...states: FindingState[]) => states.includes(state)
  const seenAgain = act.inspection !== '' && isOpen(state) && state !== 'found'
  switch (act.kind) {
    case 'ordered':
      return state === 'found' && !finding.unstated
    case 'delivered':
      return state === 'ordered'
    case 'reported':
      return among('ordered', 'delivered', 'rejected', 'reported', 'objected')
    case 'objected':
      return among('ordered', 'delivered')
    case 'extensionRequested':
      return isWithEnterprise(state) && !finding.request
    case 'extended':
    case 'extensionRefused':
      return isOpen(state) && Boolean(finding.request)
    case 'verified':
      // On paper only what was reported; who was there herself has seen it.
      return state === 'reported' || seenAgain
    case 'rejected':
      return among('reported', 'objected') || seenAgain
    case 'withdrawn':
    case 'handedOver':
      return isOpen(state) && state !== 'found'
    case 'ended':
      return isOpen(state)
    case 'archived':
      return true
  }
}

function checkDay(finding: FindingRow, act: Act, { item, day }: ActEntry, today: string): Refusal | null {
  if (!day || readDay(day) === null) return null
  if (daysFrom(today, day) > kLongest) return refuse('due_past', 'day_far', { item, day })
  switch (act.kind) {
    case 'ordered':
    case 'rejected':
      return day < today ? refuse('due_past', 'due_past', { item, day }) : null
    case 'extensionRequested':
    case 'extended':
      return finding.due && day <= finding.due ? refuse('due_past', 'no_later', { item, day, due: finding.due }) : null
    default:
      return null
  }
}
