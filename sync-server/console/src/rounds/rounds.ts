/** The rounds that were published, and how far the sites of one have come. */
import { reactive } from 'vue'
import type { AssessmentProgress, PublishedRound, RoundsAnswer } from '../api/types'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { onDelivered } from '../review/outbox'

const kPage = 50

export const rounds = reactive({
  items: [] as PublishedRound[],
  checklists: [] as RoundsAnswer['checklists'],
  loading: true,
  said: null as Said | null,
  /** Whose progress is shown. */
  open: null as string | null,
  progress: [] as AssessmentProgress[],
  next: null as string | null,
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
  Object.assign(rounds, { open: id, progress: [], next: null })
  if (id) await moreProgress()
}

export async function moreProgress(): Promise<void> {
  const id = rounds.open
  if (!id) return
  try {
    const page = await services().api.assessments({ round: id }, rounds.next, kPage)
    if (rounds.open !== id) return
    rounds.progress = [...rounds.progress, ...page.items]
    rounds.next = page.next
  } catch (e) {
    rounds.said = sayProblem(e)
  }
}

onDelivered(async ({ type }) => (type === 'round.published' ? loadRounds() : undefined))
