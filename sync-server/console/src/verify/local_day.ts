/**
 * Do the zone and the day in which a record's answers hold belong to its own times? Dates and hours in answers are read
 * in that zone (shared/checklist/model/local_day.h), so a wrong one could turn a failure into a pass. Both times are written in
 * the zone, and the day is that of `finished`. Records from before the two members have neither and were scored in UTC.
 */
import { offsetOf, readInstant } from '../line/clock'
import type { Line } from '../line/line'
import { bad, ok, type Check } from './check'

/** Minutes east of Greenwich, between which every zone lies. */
const kWest = -12 * 60
const kEast = 14 * 60

export const checkLocalDay = (line: Line): Check => localDayOf(line.payload.body)

export function localDayOf(body: Record<string, unknown>): Check {
  const { started, finished, zone, day } = body
  const [from, to] = [readInstant(started), readInstant(finished)]
  if (!from || !to) return bad('local_day', 'local_day.times')
  if (zone === undefined && day === undefined) return ok('local_day', 'local_day.none')
  const offset = typeof zone === 'string' ? readZone(zone) : null
  if (offset === null) return bad('local_day', 'local_day.form', { zone: typeof zone === 'string' ? zone.slice(0, 20) : '—' })
  if (from.offset !== offset) return bad('local_day', 'local_day.started', { zone: zone as string, written: from.zone })
  if (to.offset !== offset) return bad('local_day', 'local_day.finished', { zone: zone as string, written: to.zone })
  if (day !== to.day) return bad('local_day', 'local_day.day', { day: typeof day === 'string' ? day.slice(0, 20) : '—', finished: to.day })
  return ok('local_day', 'local_day.ok', { zone: zone as string, day: to.day })
}

/** "+08:00" in minutes; null where it is written otherwise, or no zone has it. */
export function readZone(text: string): number | null {
  const m = /^([+-])(\d\d):([0-5]\d)$/.exec(text)
  if (!m || text === '-00:00') return null
  const minutes = offsetOf(m[1]!, m[2]!, m[3]!)
  return minutes >= kWest && minutes <= kEast ? minutes : null
}
