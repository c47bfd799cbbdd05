/** One line, signed and sent; and the trust lines of the log as of now. */
import { Problem } from '../api/problem'
import type { Draft } from '../line/compose'
import type { Checkpoint } from '../log/checkpoint'
import { AuthorFault } from './author'
import { sayProblem, services } from './session'
import type { Said } from '../i18n/said'
import type { TrustAsOf } from '../trust/trust_log'

/** sent: it stands in the log at `index`. waits: it is signed and kept, and goes when the server can be reached. */
export type Sent = { state: 'sent'; index: number } | { state: 'refused' | 'waits' | 'unsigned'; said: Said }

export async function signAndSend(draft: Draft, of = ''): Promise<Sent> {
  const { author } = services()
  try {
    // One line is on its way at most.
    if (await author.waiting()) await author.deliver()
    await author.sign(draft, of)
  } catch (e) {
    return { state: 'unsigned', said: sayFault(e) }
  }
  try {
    const result = await author.deliver()
    if (result.status === 'accepted') return { state: 'sent', index: result.index }
    if (result.status === 'refused') return { state: 'refused', said: { key: `problem.${result.code}`, detail: result.detail } }
    return { state: 'unsigned', said: { key: 'problem.internal', detail: '' } }
  } catch (e) {
    return { state: 'waits', said: sayFault(e) }
  }
}

export function sayFault(e: unknown): Said {
  return e instanceof AuthorFault ? { key: `author.${e.code}`, detail: '' } : sayProblem(e)
}

/** The trust lines of the newest checkpoint; a server that withholds some is not believed in anything (`withheld`). */
export async function trustNow(): Promise<TrustAsOf & { checkpoint: Checkpoint }> {
  const checkpoint = await services().watch.refresh()
  const trust = await services().trustLog.asOf(checkpoint)
  if (trust.completeness === 'withheld') throw new Problem(0, 'trust_withheld', '')
  return { ...trust, checkpoint }
}
