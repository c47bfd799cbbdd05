/** The rounds that were published, and how far the sites of one have come. */
import { reactive } from 'vue'
import type { PublishedRound, RoundSite, RoundSitesPage, RoundsAnswer, SiteStep } from '../api/types'
import { today } from '../base/day'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'

const kPage = 50

/** Sites that stand at one step, those that are late, or ('') all. */
export type StepFilter = SiteStep | 'late' | ''

export const rounds = reactive({
  items: [] as PublishedRound[],
  checklists: [] as RoundsAnswer['checklists'],
  loading: true,
  said: null as Said | null,
  /** Whose progress is shown. */
  open: null as string | null,
  step: '' as StepFilter,
  sites: [] as RoundSite[],
  counts: null as RoundSitesPage['counts'] | null,
  next: null as string | null,
  reading: false,
})

export async function loadRounds(): Promise<void> {
  try {
    const { items, checklists } = await services().api.rounds()
    Object.assign(rounds, { items: [...items].reverse(), checklists, said: null })
  } catch (e) {
    rounds.said = sayProblem(e)
  } finally {
    rounds.loading = false
  }
}

export async function openRound(id: string | null): Promise<void> {
  Object.assign(rounds, { open: id, step: '', sites: [], counts: null, next: null })
  if (id) await moreSites()
}

export async function filterSites(step: StepFilter): Promise<void> {
  Object.assign(rounds, { step, sites: [], next: null })
  await moreSites()
}

let turn = 0

/** Goes on from where the list ends. */
export async function moreSites(): Promise<void> {
  const id = rounds.open
  if (!id) return
  const mine = ++turn
  rounds.reading = true
  try {
    const page = await services().api.roundSites(id, rounds.step, today(), rounds.next, kPage)
    if (mine !== turn) return
    Object.assign(rounds, { sites: [...rounds.sites, ...page.items], counts: page.counts, next: page.next, said: null })
  } catch (e) {
    if (mine === turn) rounds.said = sayProblem(e)
  } finally {
    if (mine === turn) rounds.reading = false
  }
}

onDelivered(async ({ type }) => {
  if (type !== 'round.published') return
  await loadRounds()
  if (rounds.open) await openRound(rounds.open)
})
