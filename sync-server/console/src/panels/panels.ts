/** Panels of experts, the newest first, a page at a time; each held against its lines, which this browser judges by itself. */
import { reactive } from 'vue'
import type { KnownPanel } from '../api/voice_types'
import type { Said } from '../i18n/said'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import { onDelivered } from '../review/outbox'
import { readAbout } from '../verify/about'
import { judgePanel, type JudgedPanel } from './judged'

const kPage = 20

export const panels = reactive({ items: [] as KnownPanel[], next: null as string | null, filter: { mine: false, over: '' }, judged: {} as Record<string, JudgedPanel>, loading: true, said: null as Said | null })

let turn = 0

async function page(fresh: boolean): Promise<void> {
  const mine = ++turn
  panels.loading = true
  try {
    const { filter } = panels
    const answer = await services().api.panels({ mine: filter.mine ? 'true' : '', over: filter.over }, fresh ? null : panels.next, kPage)
    if (mine !== turn) return
    Object.assign(panels, { items: fresh ? answer.items : [...panels.items, ...answer.items], next: answer.next, said: null })
    if (answer.items.length === 0) return
    const { checkpoint, book } = await trustNow()
    const { lines } = await readAbout(services().api, answer.items.map((one) => one.id), checkpoint, book)
    if (mine === turn) Object.assign(panels.judged, Object.fromEntries(answer.items.map((one) => [one.id, judgePanel(one, lines)])))
  } catch (e) {
    if (mine === turn) panels.said = sayFault(e)
  } finally {
    if (mine === turn) panels.loading = false
  }
}

export const loadPanels = () => page(true)
export const morePanels = () => page(false)

export async function filterPanels(change: Partial<typeof panels.filter>): Promise<void> {
  Object.assign(panels, { filter: { ...panels.filter, ...change }, items: [], next: null })
  await page(true)
}

onDelivered(async ({ type }) => {
  if (type.startsWith('panel.')) await page(true)
})
