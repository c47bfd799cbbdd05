/**
 * Working days of the People's Republic of China, by which deadlines are counted: shared/domain/working_days.h. The data
 * are the file that the server and the tablets are built with; a year that nobody announced is not guessed.
 */
import table from '../../../../assets/calendar/working_days.json'
import { dayText, isWeekend, readDay } from './day'

export type DayCount = 'working' | 'calendar'

export interface WorkingYear {
  /** The announcement. */
  source: string
  off: Set<number>
  worked: Set<number>
}

export type WorkingCalendar = Map<number, WorkingYear>

export interface Deadline {
  day: string
  /** `calendar` where a year on the way is not known. */
  counted: DayCount
  /** The announcements that it was counted by. */
  sources: string[]
}

const yearOf = (day: number) => Number(dayText(day).slice(0, 4))

/** Every day of "2026-01-01" or "2026-01-01/2026-01-03"; null where they are no days of that year. */
function daysIn(entry: unknown, year: number): number[] | null {
  if (typeof entry !== 'string') return null
  const [from, to, more] = entry.split('/')
  const first = readDay(from!)
  const last = to === undefined ? first : readDay(to)
  if (more !== undefined || first === null || last === null || last < first || yearOf(first) !== year || yearOf(last) !== year) return null
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** One year as the file and calendar.published have it; null where anything in it is not as it has to be. */
export function readYear(year: number, said: Record<string, unknown>): WorkingYear | null {
  if (typeof said.source !== 'string' || said.source === '') return null
  const read = (list: unknown) => (Array.isArray(list) ? list.map((entry) => daysIn(entry, year)) : [null])
  const [off, worked] = [read(said.off), read(said.worked)]
  if (off.includes(null) || worked.includes(null)) return null
  const out = { source: said.source, off: new Set(off.flatMap((d) => d!)), worked: new Set(worked.flatMap((d) => d!)) }
  return [...out.worked].some((d) => out.off.has(d) || !isWeekend(d)) ? null : out
}

export function yearFault(year: number, said: Record<string, unknown>): boolean {
  return readYear(year, said) === null
}

export const kBuiltinCalendar: WorkingCalendar = new Map(
  Object.entries(table.years as Record<string, Record<string, unknown>>).map(([name, said]) => {
    const year = readYear(Number(name), said)
    if (!year) throw new Error(`assets/calendar: the year ${name} is not as it has to be`)
    return [Number(name), year]
  }),
)

/** Null where the year is not known. */
export function isWorkingDay(calendar: WorkingCalendar, day: number): boolean | null {
  const year = calendar.get(yearOf(day))
  if (!year) return null
  return !year.off.has(day) && (!isWeekend(day) || year.worked.has(day))
}

/** The last day of a term of `days` that begins the day after `from` (Civil Code, art. 201). Throws where `from` is no day. */
export function deadline(calendar: WorkingCalendar, from: string, days: number, wanted: DayCount): Deadline {
  const start = readDay(from)
  if (start === null) throw new Error(`${from} is no day`)
  const plain: Deadline = { day: dayText(start + days), counted: 'calendar', sources: [] }
  if (wanted === 'calendar') return plain
  const years = new Set<number>()
  let day = start
  for (let left = days; left > 0; ) {
    const working = isWorkingDay(calendar, ++day)
    if (working === null) return plain
    years.add(yearOf(day))
    if (working) --left
  }
  return { day: dayText(day), counted: 'working', sources: [...years].map((y) => calendar.get(y)!.source) }
}
