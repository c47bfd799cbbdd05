/**
 * The year's statistics under the filters that stand. They stand in the address, so that a number can be sent to somebody
 * else: #/statistics/year=2026&region=62&programme=… and, while records are open, what else they are told apart by.
 */
import { reactive } from 'vue'
import type { StatisticRecord, StatisticsAnswer } from '../api/statistic_types'
import type { Said } from '../i18n/said'
import { sayProblem, services } from '../people/session'
import { hrefOf } from '../ui/router'

const kPage = 50
const two = (n: number) => String(n).padStart(2, '0')

export interface Filters {
  year: string
  region: string
  /** null: all. */
  programme: string | null
  /** What the open records are told apart by beside; null: none are open. */
  records: Record<string, string> | null
}

export const statistics = reactive({ answer: null as StatisticsAnswer | null, loading: false, said: null as Said | null })
export const records = reactive({ items: [] as StatisticRecord[], next: null as string | null, loading: false, said: null as Said | null })

export function today(now = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** What narrows records down (`in` a region, `of` a programme, and what the call takes by these names); the rest of an address is not taken. */
const kNarrow = ['in', 'of', 'month', 'sector', 'kind', 'checklist', 'item', 'person', 'site', 'passed', 'item_failed']

export function readFilters(id: string | null, now = new Date()): Filters {
  const said = new URLSearchParams(id ?? '')
  const year = said.get('year') ?? ''
  const region = said.get('region') ?? ''
  const narrow = Object.fromEntries(kNarrow.filter((n) => said.has(n)).map((n) => [n, said.get(n)!]))
  return {
    year: /^\d{4}$/.test(year) ? year : String(now.getFullYear()),
    region: /^(\d{2}){0,3}$/.test(region) ? region : '',
    programme: said.get('programme'),
    records: said.has('records') ? narrow : null,
  }
}

export function hrefOfFilters(filters: Filters): string {
  const said = new URLSearchParams({ year: filters.year })
  if (filters.region) said.set('region', filters.region)
  if (filters.programme !== null) said.set('programme', filters.programme)
  if (filters.records) for (const [name, value] of Object.entries({ records: '', ...filters.records })) said.set(name, value)
  return hrefOf('statistics', said.toString())
}

/** Of the records behind a number; the filters stay as they stand, for the way back. */
export function hrefOfRecords(filters: Filters, more: Record<string, string> = {}): string {
  return hrefOfFilters({ ...filters, records: more })
}

/** Where the open records lie, and of which programme: what narrows them down goes before what stands. */
export function scopeOf(filters: Filters): { region: string; programme: string | null } {
  return { region: filters.records?.in ?? filters.region, programme: filters.records?.of ?? filters.programme }
}

let turn = 0
export async function loadStatistics(filters: Filters): Promise<void> {
  const mine = ++turn
  statistics.loading = true
  try {
    const answer = await services().api.statistics({ ...filters, today: today() })
    if (mine === turn) Object.assign(statistics, { answer, said: null })
  } catch (e) {
    if (mine === turn) statistics.said = sayProblem(e)
  } finally {
    if (mine === turn) statistics.loading = false
  }
}

let page = 0
export async function loadRecords(filters: Filters, more = false): Promise<void> {
  const mine = ++page
  if (!more) Object.assign(records, { items: [], next: null })
  records.loading = true
  try {
    const { in: _in, of: _of, ...narrow } = filters.records ?? {}
    const { region, programme } = scopeOf(filters)
    const of = { year: filters.year, region, ...(programme !== null && { programme }), ...narrow }
    const answer = await services().api.statisticRecords(of, more ? records.next : null, kPage)
    if (mine === page) Object.assign(records, { items: more ? [...records.items, ...answer.items] : answer.items, next: answer.next, said: null })
  } catch (e) {
    if (mine === page) records.said = sayProblem(e)
  } finally {
    if (mine === page) records.loading = false
  }
}
