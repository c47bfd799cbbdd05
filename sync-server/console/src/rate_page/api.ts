/** What the page asks of its server (PROTOCOL.md, "Ratings"). Nothing is kept. */
import { call, faultOf, type CallFault } from '../public_form/call'
import { sendWorked } from '../public_form/send_worked'

export type Fault = CallFault | 'unknown' | 'used' | 'late'

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

const kOwn = { code_unknown: 'unknown', code_used: 'used', rating_late: 'late' } as const satisfies Record<string, Fault>

export async function askVisit(code: string): Promise<Visit | Fault> {
  const answer = await call('/v1/public/ratings/visit', { method: 'POST', body: JSON.stringify({ code }), headers: { 'Content-Type': 'application/json' } })
  return answer?.status === 200 ? (answer.body as unknown as Visit) : faultOf(answer, kOwn)
}

/** null: it was taken. */
export async function send(content: string, sending: () => void): Promise<Fault | null> {
  const answer = await sendWorked('/v1/public/ratings', content, kOwn, sending)
  return typeof answer === 'string' ? answer : null
}
