/**
 * A list of archived cases that are disposed of, folded from lines whose form was checked: the twin of
 * shared/records/disposal/disposal.h. Pure.
 */
import type { DisposalState } from '../api/archive_types'
import type { Payload } from '../line/line'

export interface DisposalRow {
  case: string
  act: string
  term: '30' | '10'
  until: string
}
export interface DisposalBody {
  person: string
  reason: string
  disputes: string
  cases: DisposalRow[]
  boxes?: { sha256: string; title: string }[]
}
export interface Disposal {
  id: string
  hash: string
  region: string
  says: DisposalBody
  decided: { id: string; approved: boolean; person: string; reason: string } | null
}

export const disposalState = (one: Disposal): DisposalState => (!one.decided ? 'proposed' : one.decided.approved ? 'approved' : 'refused')

/** Takes the line in, where it may; gives the list as it is then. */
export function foldDisposal(list: Disposal | null, { hash, payload }: { hash: string; payload: Payload }): Disposal | null {
  const { id, type, body, region = '' } = payload
  if (type === 'disposal.proposed') return list ?? { id, hash, region, says: body as unknown as DisposalBody, decided: null }
  if (type !== 'disposal.approved' && type !== 'disposal.refused') return list
  if (!list || body.of !== list.id || body.version !== list.hash || list.decided || body.person === list.says.person) return list
  return { ...list, decided: { id, approved: type === 'disposal.approved', person: String(body.person), reason: String(body.reason ?? '') } }
}
