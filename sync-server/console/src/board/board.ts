/** The board: findings by what is to happen next, overdue first, each column paged by key; and the filters that stand. */
import { reactive } from 'vue'
import { kColumns, type Column, type FindingsFilter, type FindingsPage, type FoundFinding } from '../api/types'
import { addDays, today } from '../base/day'
import type { Supervision } from '../base/supervision'
import type { Said } from '../i18n/said'
import { sayProblem, services, session } from '../people/session'
import { onDelivered } from '../review/outbox'

const kPage = 50
const kMostAtOnce = 200 // so many are read anew in one go; behind them a column is read on from where it ends

/** Days ahead within which a finding is due; 0: whenever. */
export const kDueWithin = [0, 3, 7, 30]

export interface BoardFilter {
  region: string
  programme: string
  inspector: string
  severity: string
  supervision: Supervision | ''
  within: number
  overdue: boolean
}

export const kNoFilter: BoardFilter = { region: '', programme: '', inspector: '', severity: '', supervision: '', within: 0, overdue: false }

export interface ColumnState {
  items: FoundFinding[]
  next: string | null
  loading: boolean
  said: Said | null
}

const empty = (): ColumnState => ({ items: [], next: null, loading: true, said: null })

export const board = reactive({
  filter: { ...kNoFilter },
  columns: Object.fromEntries(kColumns.map((c) => [c, empty()])) as Record<Column, ColumnState>,
  counts: null as FindingsPage['counts'] | null,
  supervisions: null as FindingsPage['supervisions'] | null,
  /** When it was read last. */
  at: null as string | null,
  /** Inspectors, by key, and programmes that have been seen, to filter by. */
  inspectors: {} as Record<string, string>,
  programmes: [] as string[],
})

const rounds: Record<Column, number> = { to_order: 0, with_enterprise: 0, reported: 0, closed: 0 }

/** Null: nothing of that column fits. Overdue is only what an enterprise has in hand, and what is closed is not due. */
export function asked(column: Column, filter: BoardFilter, now = today()): FindingsFilter | null {
  const { region, programme, inspector, severity, supervision, within, overdue } = filter
  if (overdue && column !== 'with_enterprise') return null
  if (within > 0 && (column === 'to_order' || column === 'closed')) return null
  return { region, programme, inspector, severity, supervision, overdue, due_before: within > 0 ? addDays(now, within + 1) : '' }
}

/** The same filters, of all columns, as a list that is taken away is asked for. */
export function exportFilters(filter: BoardFilter, now = today()): Record<string, string> {
  const { region, programme, inspector, severity, supervision, within, overdue } = filter
  return { region, programme, inspector, severity, supervision, due_before: within > 0 ? addDays(now, within + 1) : '', overdue: overdue ? '1' : '', today: now }
}

/** A filter that changed: what was shown goes at once, since it would be untrue. */
export async function filterBoard(change: Partial<BoardFilter>): Promise<void> {
  Object.assign(board.filter, change)
  for (const column of kColumns) board.columns[column] = empty()
  await refreshBoard()
}

/** Reads every column anew, as far as it was read. */
export async function refreshBoard(): Promise<void> {
  await Promise.all(kColumns.map((column) => read(column, false)))
}

export async function moreOf(column: Column): Promise<void> {
  const { next, loading } = board.columns[column]
  if (next && !loading) await read(column, true)
}

async function read(column: Column, on: boolean): Promise<void> {
  const mine = ++rounds[column]
  const state = board.columns[column]
  const filter = asked(column, board.filter)
  if (!filter) {
    board.columns[column] = { items: [], next: null, loading: false, said: null }
    return
  }
  const limit = on ? kPage : Math.min(kMostAtOnce, Math.max(kPage, state.items.length))
  state.loading = true
  try {
    const page = await services().api.findings(column, filter, today(), on ? state.next : null, limit)
    if (mine !== rounds[column]) return
    const items = on ? [...state.items, ...page.items] : page.items
    board.columns[column] = { items, next: page.next, loading: false, said: null }
    board.counts = page.counts
    board.supervisions = page.supervisions
    board.at = new Date().toISOString()
    learn(page.items)
    session.offline = false
  } catch (e) {
    if (mine === rounds[column]) Object.assign(board.columns[column], { loading: false, said: sayProblem(e) })
  }
}

function learn(items: FoundFinding[]): void {
  for (const { inspector, inspector_kid } of items) board.inspectors[inspector_kid] = inspector
  const fresh = items.map((i) => i.programme ?? '').filter((p) => p !== '' && !board.programmes.includes(p))
  if (fresh.length > 0) board.programmes = [...new Set([...board.programmes, ...fresh])].sort((a, b) => a.localeCompare(b, 'zh'))
}

export function columnOf(id: string, item: string): Column | null {
  return kColumns.find((c) => board.columns[c].items.some((i) => i.case === id && i.item === item)) ?? null
}

onDelivered(async ({ type }) => (/^(rectification|review)\./.test(type) ? refreshBoard() : undefined))
