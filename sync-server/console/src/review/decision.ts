/** Accept or return: the comments being written, the line that is on its way, and what became of it. */
import { reactive, watch } from 'vue'
import { AuthorFault } from '../people/author'
import { LogFault } from '../log/watch'
import { refreshQueue } from '../queue/queue'
import { openRecord, record } from '../record/open_record'
import type { Outbox } from '../storage/kept'
import type { Said } from '../i18n/said'
import { sayProblem, services, session } from '../people/session'
import { mayWrite } from '../trust/rights'

export type Verb = 'accepted' | 'returned'

interface Comments {
  comment: string
  items: Record<string, string>
}

export const decision = reactive({
  /** By the hash of the version that was read: an amended record starts with an empty sheet. */
  drafts: {} as Record<string, Comments>,
  asking: null as Verb | null,
  sending: false,
  waiting: null as Outbox | null,
  said: null as Said | null,
  done: null as { of: string; verb: Verb; index: number; proved: boolean } | null,
})

const kRetryMs = [2_000, 5_000, 15_000, 60_000]
let retry: ReturnType<typeof setTimeout> | undefined
let tries = 0

export function commentsOf(hash: string): Comments {
  return (decision.drafts[hash] ??= { comment: '', items: {} })
}

/** Why this browser may not decide on the open record, or null. */
export function whyNot(): string | null {
  const v = record.verified
  if (!v) return 'not_loaded'
  if (!v.current.good) return 'not_believed'
  if (v.status !== 'submitted') return 'decided'
  const { region = '', site = '' } = v.current.line.payload
  if (!mayWrite(session.grants, 'review.accepted', region, site)) return 'not_supervisor'
  if (v.versions.some((x) => x.line.kid === session.kid || (x.author && x.author.person.id === session.person?.id))) return 'own_record'
  return null
}

export async function decide(verb: Verb): Promise<void> {
  const v = record.verified
  if (!v || decision.sending) return
  const draft = commentsOf(v.current.line.hash)
  const of = v.id
  const items = Object.entries(draft.items)
    .filter(([, comment]) => comment.trim() !== '')
    .map(([item, comment]) => ({ item, comment: comment.trim() }))
  const { site, region } = v.current.line.payload
  const body = { of, hash: v.current.line.hash, comment: draft.comment.trim(), items }
  Object.assign(decision, { asking: null, sending: true, said: null, done: null })
  try {
    decision.waiting = await services().author.sign({ type: `review.${verb}`, site, region, body }, of)
  } catch (e) {
    decision.said = e instanceof AuthorFault ? { key: `author.${e.code}`, detail: '' } : sayProblem(e)
    decision.sending = false
    return
  }
  await deliver()
}

/** Sends what waits; called after signing, at start, when the network returns, and from the button. */
export async function deliver(): Promise<void> {
  clearTimeout(retry)
  decision.sending = true
  try {
    const out = (await services().author.waiting()) ?? null
    decision.waiting = out
    if (!out) return
    const result = await services().author.deliver()
    tries = 0
    decision.waiting = null
    // Other lines of this browser have pages of their own, which learn by the mark.
    if (!out.type.startsWith('review.')) return
    if (result.status === 'refused') decision.said = { key: `problem.${result.code}`, detail: result.detail }
    if (result.status !== 'accepted') return
    decision.said = null
    decision.done = { of: out.of, verb: out.type === 'review.accepted' ? 'accepted' : 'returned', index: result.index, proved: result.proved }
    await Promise.all([refreshQueue(), record.id === out.of ? openRecord(out.of) : null])
  } catch (e) {
    if (e instanceof LogFault) return
    decision.said = sayProblem(e)
    retry = setTimeout(() => void deliver(), kRetryMs[Math.min(tries++, kRetryMs.length - 1)])
  } finally {
    decision.sending = false
  }
}

// Another record: the last one's result is no longer what the reader looks at.
watch(
  () => record.id,
  () => Object.assign(decision, { asking: null, done: null, said: decision.waiting ? decision.said : null }),
)
