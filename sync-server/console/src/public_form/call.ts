/** What a page without an account asks of its server. Nothing is kept, nothing identifies the caller. */
const kPatienceMs = 60_000

export interface Answer {
  status: number
  body: Record<string, unknown>
}

/** null: there was no answer. */
export async function call(path: string, init: RequestInit = {}): Promise<Answer | null> {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), kPatienceMs)
  try {
    const answer = await fetch(path, { ...init, signal: stop.signal, cache: 'no-store', credentials: 'omit', redirect: 'error' })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  } catch {
    return null
  } finally {
    clearTimeout(late)
  }
}

export type CallFault = 'offline' | 'busy' | 'too_many' | 'closed' | 'work' | 'refused'

const kByCode: Record<string, CallFault> = {
  too_many_calls: 'too_many', intake_closed: 'closed', key_revoked: 'closed',
  work_expired: 'work', work_unknown: 'work', work_used: 'work', work_short: 'work', work_missing: 'work',
}

/** `own`: what the page has words of its own for, by the server's code. */
export function faultOf<F extends string>(answer: Answer | null, own: Record<string, F>): F | CallFault {
  if (!answer) return 'offline'
  const code = String(answer.body.code)
  return own[code] ?? kByCode[code] ?? (answer.status >= 500 ? 'busy' : 'refused')
}

/** Whose page it is. */
export interface Issuer {
  office: string
  contact: string
}

export async function askIssuer(): Promise<Issuer> {
  const answer = await call('/v1/public/issuer')
  const { office = '', contact = '' } = (answer?.body ?? {}) as Record<string, string>
  return { office, contact }
}
