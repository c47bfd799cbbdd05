/**
 * Lists of archived cases to dispose of, the newest first, a page at a time; each held against its lines, which this browser
 * judges by itself: who decides reads what the log holds, and not what the server says of it.
 */
import { reactive } from 'vue'
import type { KnownDisposal } from '../api/archive_types'
import { sameJson } from '../base/same_json'
import { disposalState, foldDisposal, type Disposal } from '../folds/disposal'
import type { Said } from '../i18n/said'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import { onDelivered } from '../review/outbox'
import { readAbout, type JudgedLine } from '../verify/about'

const kPage = 20

/** missing: no believed line proposes it. differs: what is told does not follow from the lines. */
export type DisposalJudged = 'ok' | 'differs' | 'missing'

export const disposals = reactive({ items: [] as KnownDisposal[], next: null as string | null, judged: {} as Record<string, DisposalJudged>, loading: true, said: null as Said | null })

/** Of the list of that id, from lines that are believed. */
export function disposalOf(id: string, lines: readonly JudgedLine[]): Disposal | null {
  let list: Disposal | null = null
  for (const { line } of lines) {
    const { payload, hash } = line
    if (payload.type.startsWith('disposal.') && (payload.id === id || payload.body.of === id)) list = foldDisposal(list, { hash, payload })
  }
  return list
}

export function judgeDisposal(told: KnownDisposal, lines: readonly JudgedLine[]): DisposalJudged {
  const list = disposalOf(told.id, lines)
  if (!list) return 'missing'
  const { reason, disputes, person, cases, boxes = [] } = list.says
  const rows = told.cases.map(({ case: of, act, term, until }) => ({ case: of, act, term, until }))
  const same =
    list.hash === told.hash && list.region === told.region && disposalState(list) === told.state && reason === told.reason && disputes === told.disputes && person === told.person && sameJson(cases.map(({ case: of, act, term, until }) => ({ case: of, act, term, until })), rows) && sameJson(boxes.map(({ sha256, title }) => ({ sha256, title })), told.boxes) && (list.decided?.id ?? null) === (told.decided?.id ?? null) && (list.decided?.reason ?? '') === (told.decided?.reason ?? '')
  return same ? 'ok' : 'differs'
}

let turn = 0

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  disposals.loading = true
  try {
    const answer = await services().api.disposals({}, fresh ? null : disposals.next, kPage)
    if (mine !== turn) return
    Object.assign(disposals, { items: fresh ? answer.items : [...disposals.items, ...answer.items], next: answer.next, said: null })
    if (answer.items.length === 0) return
    const { checkpoint, book } = await trustNow()
    const { lines } = await readAbout(services().api, answer.items.map((one) => one.id), checkpoint, book)
    if (mine === turn) Object.assign(disposals.judged, Object.fromEntries(answer.items.map((one) => [one.id, judgeDisposal(one, lines)])))
  } catch (e) {
    if (mine === turn) disposals.said = sayFault(e)
  } finally {
    if (mine === turn) disposals.loading = false
  }
}

export const loadDisposals = () => page(true)
export const moreDisposals = () => page(false)

onDelivered(async ({ type }) => {
  if (type.startsWith('disposal.')) await page(true)
})
