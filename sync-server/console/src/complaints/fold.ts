/** What becomes of a complaint, folded from its judged lines: the twin of foldComplaint (shared/records/voice/complaint.h). Pure. */
import type { ComplaintState } from '../api/complaint_types'
import type { Payload } from '../line/line'

export interface FoldedComplaint {
  id: string
  says: Record<string, unknown>
  state: ComplaintState
  /** Ids of the acts that count. */
  classified: string
  tasks: string[]
  answered: string
}

const personOf = (says: Record<string, unknown>) => (says.about as Record<string, unknown> | undefined)?.person

/** Takes the line in, where it may. True: it changed something. */
export function foldComplaint(rows: Map<string, FoldedComplaint>, payload: Payload): boolean {
  const { id, type, body } = payload
  if (type === 'complaint.received') {
    if (rows.has(id)) return false
    rows.set(id, { id, says: body, state: 'received', classified: '', tasks: [], answered: '' })
    return true
  }
  const row = rows.get(String(body.of))
  if (!row || row.answered !== '' || (personOf(row.says) !== undefined && personOf(row.says) === body.person)) return false
  if (type === 'complaint.classified') {
    Object.assign(row, { classified: id, state: body.accepted === true ? 'accepted' : 'not_accepted' })
    return true
  }
  if (row.state !== 'accepted') return false
  if (type === 'complaint.answered') {
    Object.assign(row, { answered: id, state: 'answered' })
    return true
  }
  const task = String(body.task)
  if (type !== 'complaint.tasked' || row.tasks.includes(task)) return false
  row.tasks.push(task)
  return true
}
