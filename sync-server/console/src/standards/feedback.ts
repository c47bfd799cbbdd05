/**
 * What people say of how standards work in practice, as this browser believes it: every page proved against a verified
 * checkpoint, every line judged by the trust lines; then counted by clause.
 */
import { reactive, shallowRef } from 'vue'
import { plainNumber } from '../board/standards'
import type { Said } from '../i18n/said'
import { parseLine } from '../line/line'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, readFeedPage } from '../log/feed_page'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import { onDelivered } from '../review/outbox'
import type { TrustBook } from '../trust/chain'
import { Facts } from '../trust/facts'
import { checkAuthority } from '../verify/authority'
import { bodyFault, kFeedbackClasses } from '../verify/body'

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

/** All that was said of one clause, the newest first. */
export interface ClauseFeedback {
  standard: string
  /** '' is the standard as a whole. */
  clause: string
  said: Feedback[]
}

export interface FeedbackSource {
  feedback(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }>
}

const str = (v: unknown) => (typeof v === 'string' ? v.trim() : '')

/** Throws an Error where a page is not proved: then nothing of it is taken. */
export async function readFeedback(source: FeedbackSource, checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<{ said: Feedback[]; unbelieved: number }> {
  const facts = new Facts()
  const said: Feedback[] = []
  let unbelieved = 0
  let next = 0
  for (let more = true; more; ) {
    const page = await source.feedback(next, checkpoint.size)
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

/** By clause: those of which most was said first, then those of which something was said last. */
export function byClause(said: Feedback[]): ClauseFeedback[] {
  const groups = new Map<string, ClauseFeedback>()
  for (const one of [...said].sort((a, b) => b.index - a.index)) {
    const key = JSON.stringify([plainNumber(one.standard), one.clause])
    const group = groups.get(key) ?? { standard: one.standard, clause: one.clause, said: [] }
    group.said.push(one)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.said.length - a.said.length || b.said[0]!.index - a.said[0]!.index)
}

/** How many of them are of each class, and how many wait for an answer (''); only those that there are. */
export function countsOf(said: readonly Feedback[]): { as: string; n: number }[] {
  const counts = new Map<string, number>()
  for (const one of said) counts.set(one.answer?.as ?? '', (counts.get(one.answer?.as ?? '') ?? 0) + 1)
  return ['', ...kFeedbackClasses].flatMap((as) => (counts.has(as) ? [{ as, n: counts.get(as)! }] : []))
}

export function answeredBody(of: Feedback, person: string, as: string, text: string): Record<string, unknown> {
  return { of: of.id, person, as, text: text.trim() }
}

export const feedback = reactive({ loading: false, read: false, said: null as Said | null, unbelieved: 0 })
export const allFeedback = shallowRef<Feedback[]>([])

export async function refreshFeedback(): Promise<void> {
  feedback.loading = true
  feedback.said = null
  try {
    const trust = await trustNow()
    const read = await readFeedback(services().api, trust.checkpoint, trust.book)
    allFeedback.value = read.said
    feedback.unbelieved = read.unbelieved
    feedback.read = true
  } catch (e) {
    feedback.said = sayFault(e)
  } finally {
    feedback.loading = false
  }
}

onDelivered(async ({ type }) => {
  if (type === 'feedback.answered') await refreshFeedback()
})
