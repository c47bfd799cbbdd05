/** What the page asks of its server (PROTOCOL.md, "Ratings"). Nothing is kept. */
import { call } from '../complain_page/api'
import type { Challenge } from '../complain_page/work'

export type Fault = 'offline' | 'busy' | 'too_many' | 'closed' | 'unknown' | 'used' | 'late' | 'work' | 'refused'

export interface Visit {
  state: 'open' | 'used' | 'late'
  /** Of the visit, in China. */
  day: string
  /** A region. */
  office: string
  /** An office above reads what is written. */
  texts: boolean
  /** The thumbprint by which one complains. */
  inspector: string
}

const kByCode: Record<string, Fault> = {
  too_many_calls: 'too_many', intake_closed: 'closed', key_revoked: 'closed', code_unknown: 'unknown', code_used: 'used', rating_late: 'late',
  work_expired: 'work', work_unknown: 'work', work_used: 'work', work_short: 'work', work_missing: 'work',
}

function faultOf(answer: { status: number; body: Record<string, unknown> } | null): Fault {
  if (!answer) return 'offline'
  return kByCode[String(answer.body.code)] ?? (answer.status >= 500 ? 'busy' : 'refused')
}

const kJson = { 'Content-Type': 'application/json' }

export async function askVisit(code: string): Promise<Visit | Fault> {
  const answer = await call('/v1/public/ratings/visit', { method: 'POST', body: JSON.stringify({ code }), headers: kJson })
  return answer?.status === 200 ? (answer.body as unknown as Visit) : faultOf(answer)
}

export async function askChallenge(): Promise<Challenge | Fault> {
  const answer = await call('/v1/public/ratings/challenge')
  return answer?.status === 200 ? (answer.body as unknown as Challenge) : faultOf(answer)
}

/** null: it was taken. */
export async function send(content: Uint8Array<ArrayBuffer>, challenge: string, counter: string): Promise<Fault | null> {
  const answer = await call('/v1/public/ratings', { method: 'POST', body: content, headers: { ...kJson, 'Plumb-Work': `${challenge}:${counter}` } })
  return answer?.status === 201 ? null : faultOf(answer)
}
