/**
 * The calendar of working days as this browser knows it: the years that the page brings, and those that the log publishes.
 * Of a year that was published more than once the newest line that is believed holds.
 */
import { reactive, shallowRef } from 'vue'
import { kBuiltinCalendar, readYear, type WorkingCalendar, type WorkingYear } from '../base/working_days'
import type { Said } from '../i18n/said'
import type { Checkpoint } from '../log/checkpoint'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import type { TrustBook } from '../trust/chain'
import { ProvedLines, type ProvedLine } from '../verify/proved_lines'

export interface PublishedYear {
  year: number
  days: WorkingYear
  index: number
  /** Who published it, and when by their clock. */
  author: string
  at: string
}

export interface CalendarSource {
  calendar(after: number, size: number): Promise<{ body: string; cursor: number; more: boolean }>
}

export class PublishedCalendar {
  readonly byYear = new Map<number, PublishedYear>()
  private readonly lines: ProvedLines

  constructor(source: CalendarSource) {
    this.lines = new ProvedLines('calendar.published', (after, size) => source.calendar(after, size), (one) => this.take(one))
  }

  get unbelieved(): number {
    return this.lines.unbelieved
  }

  /** As ProvedLines.refresh. */
  refresh(checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<void> {
    return this.lines.refresh(checkpoint, book)
  }

  private take({ line: { payload }, index, author }: ProvedLine): void {
    for (const [name, said] of Object.entries(payload.body.years as Record<string, Record<string, unknown>>)) {
      const year = Number(name)
      this.byYear.set(year, { year, days: readYear(year, said)!, index, author, at: payload.at })
    }
  }
}

/** The years of the page, each in its newest published form where there is one. */
export function calendarWith(published: Iterable<PublishedYear>): WorkingCalendar {
  const out: WorkingCalendar = new Map(kBuiltinCalendar)
  for (const { year, days } of published) out.set(year, days)
  return out
}

export const calendar = reactive({ loading: false, said: null as Said | null, unbelieved: 0 })
export const publishedYears = shallowRef<ReadonlyMap<number, PublishedYear>>(new Map())
export const workingCalendar = shallowRef<WorkingCalendar>(kBuiltinCalendar)
let held: { of: unknown; all: PublishedCalendar } | null = null

export async function refreshCalendar(): Promise<void> {
  calendar.loading = true
  calendar.said = null
  try {
    const { api } = services()
    if (held?.of !== api) held = { of: api, all: new PublishedCalendar(api) }
    const trust = await trustNow()
    await held.all.refresh(trust.checkpoint, trust.book)
    calendar.unbelieved = held.all.unbelieved
    publishedYears.value = new Map(held.all.byYear)
    workingCalendar.value = calendarWith(held.all.byYear.values())
  } catch (e) {
    calendar.said = sayFault(e)
  } finally {
    calendar.loading = false
  }
}
