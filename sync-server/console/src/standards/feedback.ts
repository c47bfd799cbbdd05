/**
 * What people say of how standards work in practice. How many words there are of each clause is counted by the server; the
 * words of a clause that is opened are believed here: every page proved against a verified checkpoint, every line judged by
 * the trust lines.
 */
import { reactive } from 'vue'
import type { FeedbackCounts } from '../api/types'
import type { Said } from '../i18n/said'
import { parseLine } from '../line/line'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, readFeedPage } from '../log/feed_page'
import { sayFault, trustNow } from '../people/send'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'
import type { TrustBook } from '../trust/chain'
import { Facts } from '../trust/facts'
import { checkAuthority } from '../verify/authority'
import { bodyFault } from '../verify/body'

export interface Feedback {
  id: string
  index: number
  at: string
  author: string
  text: string
  standard: string
  clause: string
  /** Where it was met; '' where it was said beside none. */
  checklist: string
  item: string
  site: string
  region: string
  /** The newest. */
  answer: FeedbackAnswer | null
}

export interface FeedbackAnswer {
  index: number
  at: string
  author: string
  as: string
  text: string
}

/** What a word is about. '' as the clause is the standard as a whole. */
export interface Clause {
  standard: string
  clause: string
}

export interface FeedbackSource {
  feedback(after: number, size: number, of?: Clause): Promise<{ body: string; cursor: number; more: boolean }>
}

const str = (v: unknown) => (typeof v === 'string' ? v.trim() : '')

/** Throws an Error where a page is not proved: then nothing of it is taken. */
export async function readFeedback(source: FeedbackSource, checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook, of?: Clause): Promise<{ said: Feedback[]; unbelieved: number }> {
  const facts = new Facts()
  const said: Feedback[] = []
  let unbelieved = 0
  let next = 0
  for (let more = true; more; ) {
    const page = await source.feedback(next, checkpoint.size, of)
    const { lines, proof } = readFeedPage(page.body)
    if (!(await isProved(lines, proof, checkpoint))) throw new Error('the server does not prove the feedback that it lists')
    for (const { index, text } of lines) {
      const line = await parseLine(text).catch(() => null)
      const { author, signature, chain, rights } = line ? await checkAuthority(line, index, true, book, facts) : { author: null, signature: null, chain: null, rights: null }
      const good = author && [signature, chain, rights].every((c) => c?.state === 'ok')
      const known = line && ['standard.feedback', 'feedback.answered'].includes(line.payload.type)
      if (!line || !good || !known || bodyFault(line.payload.type, line.payload.body)) {
        unbelieved++
        continue
      }
      const { id, at, body, site = '', region = '' } = line.payload
      if (line.payload.type === 'feedback.answered') {
        const of = said.find((one) => one.id === body.of)
        if (of && body.person === author.person.id) of.answer = { index, at, author: author.person.name, as: String(body.as), text: String(body.text) }
        else unbelieved++
        continue
      }
      facts.add(line.payload, index, { kid: line.kid, person: author.person.id })
      const met = (typeof body.met === 'object' && body.met !== null ? body.met : {}) as Record<string, unknown>
      said.push({ id, index, at, author: author.person.name, text: String(body.text), standard: str(body.standard), clause: str(body.clause), checklist: str(met.checklist), item: str(met.item), site, region, answer: null })
    }
    more = page.more && page.cursor > next
    next = Math.max(next, page.cursor)
  }
  return { said, unbelieved }
}

export function answeredBody(of: Feedback, person: string, as: string, text: string): Record<string, unknown> {
  return { of: of.id, person, as, text: text.trim() }
}

/** How many words there are of each clause that the caller may read as staff, the most first. */
export const feedback = reactive({ loading: false, said: null as Said | null, answer: null as FeedbackCounts | null, class: '' })

/** A clause that is open, and what of its words is believed here. */
interface OpenClause {
  loading: boolean
  fault: Said | null
  said: Feedback[]
  unbelieved: number
}
export const openClauses = reactive(new Map<string, OpenClause>())
export const keyOf = (of: Clause) => JSON.stringify([of.standard, of.clause])

let turn = 0

export async function refreshFeedback(): Promise<void> {
  const mine = ++turn
  feedback.loading = true
  try {
    const answer = await services().api.feedbackCounts(feedback.class)
    if (mine === turn) Object.assign(feedback, { answer, said: null })
  } catch (e) {
    if (mine === turn) feedback.said = sayProblem(e)
  } finally {
    if (mine === turn) feedback.loading = false
  }
}

/** `as`: a class, 'waiting', or '' for all. */
export async function filterFeedback(as: string): Promise<void> {
  feedback.class = as
  await refreshFeedback()
}

export async function openClause(of: Clause): Promise<void> {
  const at: OpenClause = reactive({ loading: true, fault: null, said: [], unbelieved: 0 })
  openClauses.set(keyOf(of), at)
  try {
    const trust = await trustNow()
    const read = await readFeedback(services().api, trust.checkpoint, trust.book, of)
    Object.assign(at, { said: read.said.sort((a, b) => b.index - a.index), unbelieved: read.unbelieved })
  } catch (e) {
    at.fault = sayFault(e)
  } finally {
    at.loading = false
  }
}

onDelivered(async ({ type }) => {
  if (type !== 'feedback.answered') return
  await refreshFeedback()
  await Promise.all([...openClauses.keys()].map((key) => {
    const [standard, clause] = JSON.parse(key) as [string, string]
    return openClause({ standard, clause })
  }))
})
