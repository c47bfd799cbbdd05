/** What the page asks of its server (PROTOCOL.md, "Complaints"). Nothing is kept, nothing identifies the caller. */
import type { Challenge } from './work'
import type { SendFault } from './words'

const kPatienceMs = 60_000

export interface Told {
  state: string
  received: string
  due?: { day: string; counted: string }
  decided?: string
  reason?: string
  answered?: string
  outcome?: string
  answer?: string
}

export interface AboutTold {
  kind: string
  key: string
  name?: string
  title?: Record<string, string>
  region?: string
}

export async function call(path: string, init: RequestInit = {}): Promise<{ status: number; body: Record<string, unknown> } | null> {
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

const kByCode: Record<string, SendFault> = {
  too_many_calls: 'too_many', nobody_above: 'nobody_above', about_unknown: 'about_unknown', no_image: 'no_image', image_too_large: 'no_image', intake_closed: 'closed', key_revoked: 'closed',
  work_expired: 'work', work_unknown: 'work', work_used: 'work', work_short: 'work', work_missing: 'work',
}

function faultOf(answer: { status: number; body: Record<string, unknown> } | null): SendFault {
  if (!answer) return 'offline'
  return kByCode[String(answer.body.code)] ?? (answer.status >= 500 ? 'busy' : 'refused')
}

export async function askChallenge(): Promise<Challenge | SendFault> {
  const answer = await call('/v1/public/complaints/challenge')
  return answer?.status === 200 ? (answer.body as unknown as Challenge) : faultOf(answer)
}

export async function send(content: Uint8Array<ArrayBuffer>, challenge: string, counter: string): Promise<{ code: string } | SendFault> {
  const answer = await call('/v1/public/complaints', { method: 'POST', body: content, headers: { 'Content-Type': 'application/json', 'Plumb-Work': `${challenge}:${counter}` } })
  return answer?.status === 201 ? { code: String(answer.body.code) } : faultOf(answer)
}

export async function lookUp(code: string): Promise<Told | 'unknown' | SendFault> {
  const answer = await call('/v1/public/complaints/state', { method: 'POST', body: JSON.stringify({ code }), headers: { 'Content-Type': 'application/json' } })
  if (answer?.status === 200) return answer.body as unknown as Told
  return answer?.body.code === 'code_unknown' ? 'unknown' : faultOf(answer)
}

export async function askAbout(kind: string, key: string): Promise<AboutTold | null> {
  const answer = await call(`/v1/public/complaints/about?kind=${encodeURIComponent(kind)}&key=${encodeURIComponent(key)}`)
  return answer?.status === 200 ? (answer.body as unknown as AboutTold) : null
}

export async function askIssuer(): Promise<{ office: string; contact: string }> {
  const answer = await call('/v1/public/issuer')
  const { office = '', contact = '' } = (answer?.body ?? {}) as Record<string, string>
  return { office, contact }
}
