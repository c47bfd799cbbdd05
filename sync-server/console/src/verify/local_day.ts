/**
 * Do the zone and the day in which a record's answers hold belong to its own times? Dates and hours in answers are read
 * in that zone (shared/checklist/model/local_day.h), so a wrong one could turn a failure into a pass. Both times are written in
 * the zone, and the day is that of `finished`. Records from before the two members have neither and were scored in UTC.
 */
import type { Line } from '../line/line'
import { bad, ok, type Check } from './check'

/** Minutes east of Greenwich, between which every zone lies. */
const kWest = -12 * 60
const kEast = 14 * 60

export function checkLocalDay(line: Line): Check {
  const { started, finished, zone, day } = line.payload.body
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

interface Written {
  day: string
  zone: string
  offset: number
}

/** An instant as it is written; null where it is none, such as 30 February, which Date would move to March. */
function readInstant(v: unknown): Written | null {
  const m = typeof v === 'string' ? /^((\d{4})-(\d\d)-(\d\d))T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/.exec(v) : null
  if (!m) return null
  const [, day, year, month, date, , zone, sign, hours, minutes] = m
  const there = new Date(Date.UTC(2000, Number(month) - 1, Number(date)))
  // Date.UTC takes years below 100 for those of the last century.
  there.setUTCFullYear(Number(year), Number(month) - 1, Number(date))
  if (there.getUTCMonth() !== Number(month) - 1 || there.getUTCDate() !== Number(date)) return null
  return { day: day!, zone: zone === 'Z' ? '+00:00' : zone!, offset: zone === 'Z' ? 0 : offsetOf(sign!, hours!, minutes!) }
}

function offsetOf(sign: string, hours: string, minutes: string): number {
  const size = Number(hours) * 60 + Number(minutes)
  return sign === '-' && size !== 0 ? -size : size
}
