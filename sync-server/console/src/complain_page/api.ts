/** What the page asks of its server (PROTOCOL.md, "Complaints"). */
import { call, faultOf } from '../public_form/call'
import { sendWorked } from '../public_form/send_worked'
import type { SendFault } from './words'

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

const kOwn = { nobody_above: 'nobody_above', about_unknown: 'about_unknown', no_image: 'no_image', image_too_large: 'no_image' } as const satisfies Record<string, SendFault>

/** The code by which the answer is read. */
export async function send(content: string, sending: () => void): Promise<{ code: string } | SendFault> {
  const answer = await sendWorked('/v1/public/complaints', content, kOwn, sending)
  return typeof answer === 'string' ? answer : { code: String(answer.code) }
}

export async function lookUp(code: string): Promise<Told | 'unknown' | SendFault> {
  const answer = await call('/v1/public/complaints/state', { method: 'POST', body: JSON.stringify({ code }), headers: { 'Content-Type': 'application/json' } })
  if (answer?.status === 200) return answer.body as unknown as Told
  return answer?.body.code === 'code_unknown' ? 'unknown' : faultOf(answer, kOwn)
}

export async function askAbout(kind: string, key: string): Promise<AboutTold | null> {
  const answer = await call(`/v1/public/complaints/about?kind=${encodeURIComponent(kind)}&key=${encodeURIComponent(key)}`)
  return answer?.status === 200 ? (answer.body as unknown as AboutTold) : null
}
