/** One line, signed and sent; and the trust lines of the log as of now. */
import { Problem } from '../api/problem'
import type { Draft } from '../line/compose'
import type { Checkpoint } from '../log/checkpoint'
import type { KeptTyping, Outbox, Outcome } from '../storage/kept'
import { AuthorFault, type Delivery } from './author'
import { sayProblem, services } from './session'
import type { Said } from '../i18n/said'
import type { TrustAsOf } from '../trust/trust_log'
import type { Typing } from './typing'

/** sent: it stands in the log at `index`. waits: it is signed and kept, and goes when the server can be reached. */
export type Sent = { state: 'sent'; index: number } | { state: 'refused' | 'waits' | 'unsigned'; said: Said }

export interface SendingAuthor {
  waiting(): Promise<Outbox | undefined>
  sign(draft: Draft, of: string, mark?: string, along?: undefined, typed?: KeptTyping): Promise<Outbox>
  deliver(): Promise<Delivery>
  outcome(mark: string): Promise<Outcome | undefined>
}

/**
 * One line of a form: signed once, however often the button is pressed. While it waits, `send` sends the same bytes again
 * instead of signing anew.
 */
export class Sending {
  private waits: Outbox | null = null

  constructor(private readonly author: SendingAuthor) {}

  /** `typing`: the form's text goes with its line, and is the form's again where that was not signed or not taken. */
  async send(draft: () => Draft | Promise<Draft>, typing?: Pick<Typing, 'signing' | 'again'>): Promise<Sent> {
    try {
      if (!this.waits) {
        // One line is on its way at most: what is there of something else goes first.
        if (await this.author.waiting()) await this.author.deliver()
        const line = await draft()
        const typed = await typing?.signing().catch(() => undefined)
        this.waits = await this.author.sign(line, '', kMark, undefined, typed)
      }
    } catch (e) {
      typing?.again()
      return { state: 'unsigned', said: sayFault(e) }
    }
    try {
      const result = await this.author.deliver()
      // It may have gone meanwhile, as soon as the network was back: then its mark says what became of it.
      const outcome = result.status === 'nothing' ? await this.author.outcome(kMark) : result
      this.waits = null
      if (outcome?.status === 'accepted') return { state: 'sent', index: outcome.index }
      typing?.again()
      return { state: 'refused', said: { key: `problem.${outcome?.code ?? 'internal'}`, detail: outcome?.detail ?? '' } }
    } catch (e) {
      return { state: 'waits', said: sayFault(e) }
    }
  }

  get isWaiting(): boolean {
    return this.waits !== null
  }
}

/** Under which what became of the last such line is kept. */
const kMark = 'sent'

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
