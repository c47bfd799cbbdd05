/**
 * The one line that this browser has signed and not yet delivered, whatever it decides: sent, sent again, and what became of
 * it. Pages that show what a line changes ask to be told.
 */
import { reactive } from 'vue'
import type { Said } from '../i18n/said'
import type { Draft } from '../line/compose'
import { LogFault } from '../log/watch'
import { AuthorFault } from '../people/author'
import { sayProblem, services } from '../people/session'
import type { KeptTyping, Outbox } from '../storage/kept'

export interface Delivered {
  /** The record that the line is about, and what it says of it. */
  of: string
  type: string
  index: number
  proved: boolean
}

export const outbox = reactive({
  sending: false,
  waiting: null as Outbox | null,
  said: null as Said | null,
  done: null as Delivered | null,
  /** A file of a line that stands in the log already is still to be brought. */
  fileWaits: false,
  /** What was typed for the line that was refused last is still there. */
  typedKept: false,
})

type Listener = (done: Delivered) => Promise<unknown>
const listeners = new Set<Listener>()

/** `listener` runs after each delivery, and the delivery waits for it; the answer ends that. */
export function onDelivered(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

type RefusalListener = (of: string) => Promise<unknown>
const refusals = new Set<RefusalListener>()

/** `listener` runs after the server refused the line about `of`. */
export function onRefused(listener: RefusalListener): void {
  refusals.add(listener)
}

/** Another line is on its way. */
export const kTooSoon = 'author.line_waiting'

const kRetryMs = [2_000, 5_000, 15_000, 60_000]
let retry: ReturnType<typeof setTimeout> | undefined
let tries = 0

interface With {
  /** Under which name what became of the line is kept. */
  mark?: string
  /** What is written in the transaction that signs. */
  along?: (out: Outbox) => Promise<Record<string, unknown>>
  /** The form's text (people/typing.ts). */
  typed?: Promise<KeptTyping | undefined>
}

/** Signs and sends. False where nothing was signed: `outbox.said` says why. */
export async function signAndSend(draft: Draft, of: string, { mark, along, typed }: With = {}): Promise<boolean> {
  if (outbox.sending) {
    // What was typed lies where its form looks for it.
    outbox.typedKept = (await typed?.catch(() => undefined)) !== undefined
    outbox.said = { key: kTooSoon, detail: '' }
    return false
  }
  Object.assign(outbox, { sending: true, said: null, done: null, typedKept: false })
  const text = await typed?.catch(() => undefined)
  try {
    outbox.waiting = await services().author.sign(draft, of, mark, along, text)
  } catch (e) {
    outbox.typedKept = text !== undefined
    outbox.said = e instanceof AuthorFault ? { key: `author.${e.code}`, detail: '' } : sayProblem(e)
    outbox.sending = false
    return false
  }
  await deliver()
  return true
}

/** Sends what waits; called after signing, at start, when the network returns, and from the button. */
export async function deliver(): Promise<void> {
  clearTimeout(retry)
  outbox.sending = true
  try {
    const out = (await services().author.waiting()) ?? null
    outbox.waiting = out
    if (!out) return void (await deliverFiles())
    const result = await services().author.deliver()
    tries = 0
    outbox.waiting = null
    // Invitations and sites have pages of their own, which learn by their mark what became of a line.
    if (!/^(review|remark|rectification|finding|referral|disposal|round|task|check|complaint|feedback|panel|plan|draw|publication|assessment)\./.test(out.type)) return
    if (result.status === 'refused') Object.assign(outbox, { said: { key: `problem.${result.code}`, detail: result.detail }, typedKept: out.typed !== undefined })
    if (result.status === 'refused') for (const told of refusals) await told(result.of)
    if (result.status !== 'accepted') return
    if (outbox.said?.key !== kTooSoon) outbox.said = null
    const done = { of: out.of, type: out.type, index: result.index, proved: result.proved }
    outbox.done = done
    // Whoever reads the record anew finds its files there; where they did not get through the line stands all the same.
    const left: unknown = await deliverFiles().catch((e: unknown) => e)
    await Promise.all([...listeners].map((told) => told(done)))
    if (left) throw left
  } catch (e) {
    if (e instanceof LogFault) return
    outbox.said = sayProblem(e)
    retry = setTimeout(() => void deliver(), kRetryMs[Math.min(tries++, kRetryMs.length - 1)])
  } finally {
    outbox.sending = false
  }
}

async function deliverFiles(): Promise<void> {
  try {
    await services().author.deliverFiles()
    outbox.fileWaits = false
  } catch (e) {
    outbox.fileWaits = true
    throw e
  }
}
