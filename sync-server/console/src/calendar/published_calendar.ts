/**
 * The calendar of working days as this browser knows it: the years that the page brings, and those that the log publishes.
 * Every page of lines is proved against a verified checkpoint, every line judged by the trust lines as of its place; of a year
 * that was published more than once the newest line holds. What is not believed changes nothing.
 */
import { reactive, shallowRef } from 'vue'
import { kBuiltinCalendar, readYear, type WorkingCalendar, type WorkingYear } from '../base/working_days'
import type { Said } from '../i18n/said'
import { parseLine } from '../line/line'
import type { Checkpoint } from '../log/checkpoint'
import { isProved, readFeedPage, type PlacedText } from '../log/feed_page'
import { sayFault, trustNow } from '../people/send'
import { services } from '../people/session'
import type { TrustBook } from '../trust/chain'
import { Facts } from '../trust/facts'
import { checkAuthority } from '../verify/authority'
import { bodyFault } from '../verify/body'

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
  unbelieved = 0
  private readonly facts = new Facts()
  private next = 0

  constructor(private readonly source: CalendarSource) {}

  /** Throws an Error where a page is not proved: then nothing of it is taken. */
  async refresh(checkpoint: Pick<Checkpoint, 'size' | 'root'>, book: TrustBook): Promise<void> {
    for (let more = true; more; ) {
      const page = await this.source.calendar(this.next, checkpoint.size)
      const { lines, proof } = readFeedPage(page.body)
      if (!(await isProved(lines, proof, checkpoint))) throw new Error('the server does not prove the calendar that it lists')
      for (const placed of lines) await this.take(placed, book)
      more = page.more && page.cursor > this.next
      this.next = Math.max(this.next, page.cursor)
    }
  }

  private async take({ index, text }: PlacedText, book: TrustBook): Promise<void> {
    const line = await parseLine(text).catch(() => null)
    if (!line || line.payload.type !== 'calendar.published' || bodyFault('calendar.published', line.payload.body)) return void this.unbelieved++
    const { author, signature, chain, rights } = await checkAuthority(line, index, true, book, this.facts)
    if (!author || [signature, chain, rights].some((c) => c.state !== 'ok')) return void this.unbelieved++
    this.facts.add(line.payload, index, { kid: author.kid, person: author.person.id })
    for (const [name, said] of Object.entries(line.payload.body.years as Record<string, Record<string, unknown>>)) {
      const year = Number(name)
      this.byYear.set(year, { year, days: readYear(year, said)!, index, author: author.person.name, at: line.payload.at })
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
