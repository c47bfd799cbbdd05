/**
 * The threads at the items of the open record, what is being written there, and who may write: shared/records/review/remark.h
 * says it on the server and on the tablet. What was accepted takes answers and begins no thread.
 */
import { computed, reactive, watch } from 'vue'
import { remarkBody } from '../folds/thread'
import { session } from '../people/session'
import type { ItemThread } from '../record/item_threads'
import { record } from '../record/open_record'
import { outbox, signAndSend } from '../review/outbox'
import { mayWrite } from '../trust/rights'
import type { VerifiedRecord } from '../verify/record'

/** By item, and by the thread that is answered; '' of one that is to begin. */
const texts = reactive<Record<string, string>>({})
const keyOf = (item: string, thread: string) => `${item}\n${thread}`
export const draftOf = (item: string, thread = '') => texts[keyOf(item, thread)]
export function writeDraft(item: string, thread: string, text: string | undefined): void {
  if (text === undefined) delete texts[keyOf(item, thread)]
  else texts[keyOf(item, thread)] = text
}
watch(() => record.id, () => Object.keys(texts).forEach((k) => delete texts[k]))

/** Persons who made the visit. */
export function visitorsOf(v: VerifiedRecord): string[] {
  return [v.versions[0]?.author?.person.id, v.cosigned?.author?.person.id].filter((p): p is string => p !== undefined)
}

export const mayAnswer = computed(() => {
  const v = record.verified
  if (!v || v.assessment || !v.current.good || !session.person) return false
  const { region = '', site = '' } = v.current.line.payload
  return mayWrite(session.grants, 'remark.added', region, site)
})
export const mayAsk = computed(() => mayAnswer.value && !['accepted', 'test'].includes(record.verified?.status ?? 'test'))

/** Whoever made the visit does not resolve what was asked of her. */
export function mayResolve(thread: ItemThread): boolean {
  const v = record.verified
  if (!v || !mayAnswer.value || thread.resolved) return false
  const visitors = visitorsOf(v)
  return !visitors.includes(session.person!.id) || visitors.includes(String(thread.said[0]?.line.payload.body.person))
}

export const busy = computed(() => outbox.sending || outbox.waiting !== null)

/** The text is kept until the line is there; what was refused may be mended. */
export async function say(item: string, thread: string, resolved: boolean): Promise<void> {
  const v = record.verified
  const text = (draftOf(item, thread) ?? '').trim()
  if (!v || busy.value || (text === '' && !resolved)) return
  const { site, region } = v.current.line.payload
  const body = remarkBody({ of: v.id, item, text, person: session.person!.id, answers: thread, resolved })
  await signAndSend({ type: 'remark.added', site, region, body }, v.id)
  if (outbox.done) writeDraft(item, thread, undefined)
}
