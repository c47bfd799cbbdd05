/**
 * Instants as records carry them: RFC 3339 with milliseconds and the local offset, read as strictly as the server reads
 * them; and UUIDv7 (RFC 9562 §5.7).
 */
export function instant(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const offset = -date.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const [h, m] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`
  return `${day}T${time}${sign}${two(h)}:${two(m)}`
}

/** The same as it reads in another zone, as `+08:00`. */
export function instantIn(date: Date, zone: string): string {
  const m = /^([+-])(\d\d):(\d\d)$/.exec(zone)
  if (!m) return instant(date)
  const there = new Date(date.getTime() + offsetOf(m[1]!, m[2]!, m[3]!) * 60_000)
  return there.toISOString().replace('Z', zone)
}

export function uuid7(date: Date): string {
  const b = crypto.getRandomValues(new Uint8Array(16))
  const ms = date.getTime()
  for (let i = 0; i < 6; i++) b[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256
  b[6] = (b[6]! & 0x0f) | 0x70
  b[8] = (b[8]! & 0x3f) | 0x80
  const t = Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('')
  return `${t.slice(0, 8)}-${t.slice(8, 12)}-${t.slice(12, 16)}-${t.slice(16, 20)}-${t.slice(20)}`
}

export interface Written {
  day: string
  zone: string
  offset: number
}

/** An instant as it is written; null where it is none, such as 30 February, which Date would move to March. */
export function readInstant(v: unknown): Written | null {
  const m = typeof v === 'string' ? /^((\d{4})-(\d\d)-(\d\d))T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/.exec(v) : null
  if (!m) return null
  const [, day, year, month, date, , zone, sign, hours, minutes] = m
  const there = new Date(Date.UTC(2000, Number(month) - 1, Number(date)))
  // Date.UTC takes years below 100 for those of the last century.
  there.setUTCFullYear(Number(year), Number(month) - 1, Number(date))
  if (there.getUTCMonth() !== Number(month) - 1 || there.getUTCDate() !== Number(date)) return null
  return { day: day!, zone: zone === 'Z' ? '+00:00' : zone!, offset: zone === 'Z' ? 0 : offsetOf(sign!, hours!, minutes!) }
}

/** Minutes east of Greenwich. */
export function offsetOf(sign: string, hours: string, minutes: string): number {
  const size = Number(hours) * 60 + Number(minutes)
  return sign === '-' && size !== 0 ? -size : size
}

/** The day of an instant as it is written; '' where it is none. */
export function writtenDay(at: string): string {
  return readInstant(at)?.day ?? ''
}

/** The local day on which a line was signed, by what its author knew that the clock lacked (shared/record/payload.h, correctedAt), and so many milliseconds later. */
export function correctedDay(payload: { at: string; clock?: { offset: number } }, later = 0): string {
  const written = readInstant(payload.at)
  if (!written) return ''
  const there = new Date(Date.parse(payload.at) + (payload.clock?.offset ?? 0) + later + written.offset * 60_000)
  return Number.isNaN(there.getTime()) ? '' : there.toISOString().slice(0, 10)
}
