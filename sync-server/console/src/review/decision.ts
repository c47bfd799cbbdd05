/** Accept or return: the comments being written, and why this browser may not. */
import { reactive, ref, watch } from 'vue'
import { useTyping } from '../people/typing'
import { refreshQueue } from '../queue/queue'
import { openRecord, record } from '../record/open_record'
import { session } from '../people/session'
import { mayWrite } from '../trust/rights'
import { onDelivered, onRefused, outbox, signAndSend } from './outbox'

export type Verb = 'accepted' | 'returned'

interface Comments {
  comment: string
  items: Record<string, string>
}

const nothing = (): Comments => ({ comment: '', items: {} })

export const decision = reactive({
  /** By the hash of the version that was read: an amended record starts with an empty sheet. */
  drafts: {} as Record<string, Comments>,
  asking: null as Verb | null,
  /** What was signed last was the first of two acceptances. */
  half: false,
})

/** Of the open record's newest version: what was written of it before is there again. */
const read = () => record.verified?.current.line.hash ?? null
const writing = ref<string | null>(null)
export const typing = useTyping('review', () => (writing.value === null ? null : commentsOf(writing.value)), (kept) => (decision.drafts[writing.value!] = kept))
/** What was signed last goes with its line until that is there or refused. */
let signed: { of: string; hash: string } | null = null
watch(read, (hash) => {
  typing.end()
  writing.value = hash
  if (hash && hash !== signed?.hash) void typing.begin(hash, nothing())
})

export function commentsOf(hash: string): Comments {
  if (!(hash in decision.drafts)) decision.drafts[hash] = nothing()
  // As it lies there: only then a letter that is typed into it is seen.
  return decision.drafts[hash]!
}

/** Why this browser may not decide on the open record, or null. */
export function whyNot(): string | null {
  const v = record.verified
  if (!v) return 'not_loaded'
  if (!v.current.good) return 'not_believed'
  if (v.status === 'test') return 'test_record'
  if (v.status === 'incomplete') return 'not_cosigned'
  if (v.status !== 'submitted') return 'decided'
  const { region = '', site = '' } = v.current.line.payload
  if (!mayWrite(session.grants, 'review.accepted', region, site)) return 'not_supervisor'
  if (v.versions.some((x) => x.line.kid === session.kid || (x.author && x.author.person.id === session.person?.id))) return 'own_record'
  return null
}

/** Why this browser may return the open record and not accept it, or null: two have to, and neither of them made the visit. */
export function whyNotAccept(): 'agreed_already' | 'own_visit' | null {
  const v = record.verified
  const me = session.person?.id
  if (!v?.veto || me === undefined) return null
  if (v.cosigned?.author?.person.id === me) return 'own_visit'
  return v.status === 'submitted' && v.agreed?.author?.person.id === me ? 'agreed_already' : null
}

export async function decide(verb: Verb): Promise<void> {
  const v = record.verified
  if (!v || outbox.sending) return
  const draft = commentsOf(v.current.line.hash)
  const items = Object.entries(draft.items)
    .filter(([, comment]) => comment.trim() !== '')
    .map(([item, comment]) => ({ item, comment: comment.trim() }))
  const { site, region } = v.current.line.payload
  const body = { of: v.id, hash: v.current.line.hash, comment: draft.comment.trim(), items, person: session.person?.id ?? '' }
  decision.asking = null
  decision.half = verb === 'accepted' && v.veto && !(v.agreed && v.status === 'submitted')
  signed = { of: v.id, hash: v.current.line.hash }
  if (!(await signAndSend({ type: `review.${verb}`, site, region, body }, v.id, { typed: typing.signing() }))) await mend()
}

/** Not signed, or refused: what was written is still there to be mended. */
async function mend(): Promise<void> {
  const hash = signed?.hash
  signed = null
  if (hash !== undefined && read() === hash) await typing.begin(hash, nothing())
}
onRefused(async (of) => {
  if (signed?.of === of) await mend()
})
onDelivered(async ({ of, type }) => {
  if (signed?.of !== of || !type.startsWith('review.')) return
  delete decision.drafts[signed.hash]
  signed = null
})

onDelivered((done) => Promise.all([refreshQueue(), record.id === done.of ? openRecord(done.of) : null]))

// Another record: the last one's result is no longer what the reader looks at.
watch(
  () => record.id,
  () => {
    decision.asking = null
    Object.assign(outbox, { done: null, said: outbox.waiting ? outbox.said : null })
  },
)
