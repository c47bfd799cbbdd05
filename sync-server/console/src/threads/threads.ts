/**
 * The threads at the items of the open record, what is being written there, and who may write: shared/records/review/remark.h
 * says it on the server and on the tablet. What was accepted takes answers and begins no thread.
 */
import { computed, onScopeDispose, reactive } from 'vue'
import { remarkBody } from '../folds/thread'
import { session } from '../people/session'
import { useTyping, type Typing } from '../people/typing'
import type { ItemThread } from '../record/item_threads'
import { record } from '../record/open_record'
import { onDelivered, onRefused, outbox, signAndSend } from '../review/outbox'
import { mayWrite } from '../trust/rights'
import type { VerifiedRecord } from '../verify/record'

/** By record, by item, and by the thread that is answered; '' of one that is to begin. */
const texts = reactive<Record<string, string>>({})
export const keyOf = (item: string, thread: string) => `${record.id}\n${item}\n${thread}`
export const draftOf = (item: string, thread = '') => texts[keyOf(item, thread)]
export function writeDraft(item: string, thread: string, text: string | undefined): void {
  if (text === undefined) delete texts[keyOf(item, thread)]
  else texts[keyOf(item, thread)] = text
}

interface Written {
  text: string
}
const nothing = (): Written => ({ text: '' })
/** What keeps each that stands open, under its key. */
const fields = new Map<string, Typing<Written>>()
/** The last that was signed, under its key: one line is on its way at most. */
let signed: string | null = null

/** For the field at an item of the record that is open now: what was typed there before is there again. */
export function useDraft(item: string, thread: string): Typing<Written> {
  const key = keyOf(item, thread)
  const typing = useTyping<Written>('remark', () => (texts[key] === undefined ? null : { text: texts[key] }), ({ text }) => (texts[key] = text))
  fields.set(key, typing)
  onScopeDispose(() => fields.get(key) === typing && fields.delete(key))
  // What is signed and on its way goes with its line.
  if (key !== signed) void typing.begin(key, nothing())
  return typing
}

export function dropDraft(item: string, thread: string): void {
  fields.get(keyOf(item, thread))?.forget()
  delete texts[keyOf(item, thread)]
}

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

/** The text is there until its line is, however long that waits; what was not signed, or refused, may be mended. */
export async function say(item: string, thread: string, resolved: boolean): Promise<void> {
  const v = record.verified
  const text = (draftOf(item, thread) ?? '').trim()
  if (!v || busy.value || (text === '' && !resolved)) return
  const { site, region } = v.current.line.payload
  const body = remarkBody({ of: v.id, item, text, person: session.person!.id, answers: thread, resolved })
  signed = keyOf(item, thread)
  const typed = fields.get(signed)?.signing()
  if (!(await signAndSend({ type: 'remark.added', site, region, body }, v.id, { ...(typed && { typed }) }))) await mend()
}

async function mend(): Promise<void> {
  const key = signed
  signed = null
  if (key !== null) await fields.get(key)?.begin(key, nothing())
}
onRefused(async (of) => {
  if (signed?.startsWith(`${of}\n`)) await mend()
})
onDelivered(async ({ type }) => {
  if (type !== 'remark.added' || signed === null) return
  delete texts[signed]
  signed = null
})
