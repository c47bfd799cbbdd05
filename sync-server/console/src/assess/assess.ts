/** The self-assessments that this browser's person may fill in: rounds of the log, drafts of this browser, and what waits. */
import { reactive, shallowRef } from 'vue'
import { asProblem } from '../api/problem'
import type { Said } from '../i18n/said'
import { hasEngine } from '../engine/engine'
import { onDelivered, onRefused, outbox } from '../review/outbox'
import { services, session, sayProblem } from '../people/session'
import { kFiles, type Outcome, type WaitingFile } from '../storage/kept'
import { Documents } from './documents'
import { draftName, DraftStore, isBroken, keyOf, markName, type Draft, type DraftKey } from './draft_store'
import { HandedStore } from './handed'
import { OwnFeed } from './own_feed'
import { roundsHere, type RoundHere } from './rounds_here'

export const assess = reactive({
  loading: false,
  said: null as Said | null,
  /** Whether everything that a form needs is in this browser, by the hash of its document. */
  here: {} as Record<string, boolean>,
  /** Drafts of this browser: 'draft', or 'signed' while its line is on its way. */
  drafts: {} as Record<string, 'draft' | 'signed' | 'broken'>,
  /** A test arrived: its record is where tests are listed, and nothing of it is here any more. */
  tested: false,
  /** Counts how often what became of signed lines was read: a form that stands open looks at its draft anew. */
  settled: 0,
  /** What the server refused, by draft. */
  refused: {} as Record<string, Said>,
})
export const rounds = shallowRef<RoundHere[]>([])

interface Held {
  of: unknown
  feed: OwnFeed
  documents: Documents
  drafts: DraftStore
  handed: HandedStore
}
let held: Held | null = null

export function assessServices(): Held {
  const { api, watch, trustLog, store, seal } = services()
  if (held?.of !== api) held = { of: api, feed: new OwnFeed(api, watch, trustLog, store), documents: new Documents(store, api), drafts: new DraftStore(store, seal), handed: new HandedStore(store, seal) }
  return held
}

function show(): void {
  rounds.value = roundsHere(assessServices().feed.lines, session.grants, session.kid)
}

/** First what is here, then what is new; without a network the first remains. */
export async function refreshAssess(): Promise<void> {
  if (assess.loading) return
  assess.loading = true
  const { feed } = assessServices()
  try {
    await feed.open()
    show()
    await settleSigned()
    await feed.refresh()
    show()
    if (await services().author.bringCarried()) {
      await feed.refresh()
      show()
    }
    assess.said = null
  } catch (e) {
    const said = sayProblem(e)
    // Without a network the page works on; it says so once, above.
    assess.said = asProblem(e).code === 'offline' ? null : said
  } finally {
    assess.loading = false
  }
  await fetchDocuments()
}

/** What the open rounds need is fetched before the network is gone. */
async function fetchDocuments(): Promise<void> {
  const { documents } = assessServices()
  for (const { checklist, open } of rounds.value) {
    if (!open || !hasEngine) continue
    try {
      assess.here[checklist.sha256] = await documents.isHere(checklist.sha256)
      if (!assess.here[checklist.sha256]) await documents.fetch(checklist.sha256)
      assess.here[checklist.sha256] = true
    } catch (e) {
      if (asProblem(e).code !== 'offline') assess.said = sayProblem(e)
    }
  }
}

/** What became of lines that were signed: what was taken ends its draft, what was refused is open again, with the reason. */
export async function settleSigned(): Promise<void> {
  const { drafts } = assessServices()
  const { store } = services()
  const states: typeof assess.drafts = {}
  for (const name of await drafts.names()) {
    try {
      const draft = await drafts.read(keyOf(name))
      const state = draft && (await settleOne(draft, await store.get<Outcome>(markName(draft))))
      if (state) states[name] = state
    } catch (e) {
      if (!isBroken(e)) throw e
      states[name] = 'broken'
    }
  }
  for (const name of Object.keys(assess.drafts)) delete assess.drafts[name]
  Object.assign(assess.drafts, states)
  assess.settled++
}

async function settleOne(draft: Draft, outcome: Outcome | undefined): Promise<'draft' | 'signed' | null> {
  const { drafts } = assessServices()
  const { store } = services()
  if (!draft.signed) return 'draft'
  if (!outcome) return 'signed'
  if (outcome.status === 'refused') {
    assess.refused[draftName(draft)] = { key: `problem.${outcome.code}`, detail: outcome.detail }
    await store.write({ ...(await drafts.changes({ ...draft, signed: undefined, given: undefined })), [markName(draft)]: undefined })
    return 'draft'
  }
  delete assess.refused[draftName(draft)]
  if (draft.signed.type === 'assessment.contributed') {
    const { given, ...rest } = draft
    await store.write({ ...(await drafts.changes({ ...rest, signed: undefined, base: { ...draft.base, ...given?.base }, factBase: { ...draft.factBase, ...given?.facts } })), [markName(draft)]: undefined })
    return 'draft'
  }
  if (draft.test) assess.tested = true
  const waiting = ((await store.get<WaitingFile[]>(kFiles)) ?? []).flatMap((f) => (f.kept ? [f.kept] : []))
  await drafts.remove(draft, new Set(waiting))
  return null
}

export function roundOf(key: DraftKey): RoundHere | undefined {
  return rounds.value.find((r) => r.site === key.site && r.round === key.round)
}

/** The line of this draft is on its way and the network is not there. */
export const isWaiting = (key: DraftKey) => outbox.waiting?.of === draftName(key)

onDelivered(async ({ type }) => {
  if (type.startsWith('assessment.')) await refreshAssess()
})
onRefused(async (of) => {
  if (of.startsWith('draft/')) await settleSigned()
})
