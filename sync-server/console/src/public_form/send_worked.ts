/** What is sent without an account goes with a proof of work (PROTOCOL.md, "Complaints"): asked for, solved, sent. */
import { call, faultOf, type CallFault } from './call'
import { solveBeside } from './solve_beside'
import type { Challenge } from './work'

/** The body of the answer, or why it was not taken. `sending` is called when the proof is there and the content goes. */
export async function sendWorked<F extends string>(path: string, content: string, own: Record<string, F>, sending: () => void): Promise<Record<string, unknown> | F | CallFault> {
  const asked = await call(`${path}/challenge`)
  if (asked?.status !== 200) return faultOf(asked, own)
  const { challenge, bits } = asked.body as unknown as Challenge
  const bytes = new TextEncoder().encode(content)
  let counter: string
  try {
    counter = await solveBeside({ challenge, bits }, bytes)
  } catch {
    return 'busy'
  }
  sending()
  const answer = await call(path, { method: 'POST', body: bytes, headers: { 'Content-Type': 'application/json', 'Plumb-Work': `${challenge}:${counter}` } })
  return answer?.status === 201 ? answer.body : faultOf(answer, own)
}
