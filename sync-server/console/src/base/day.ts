/** Days of the Gregorian calendar as records write them, "2026-11-22": what deadlines are compared by. Text order is day order. */
const kDayMs = 86_400_000

/** Days since 1970-01-01; null where there is no such day. */
export function readDay(text: string): number | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!m) return null
  const [year, month, date] = m.slice(1).map(Number) as [number, number, number]
  const there = new Date(0)
  // Date.UTC would take years below 100 for those of the last century.
  there.setUTCFullYear(year, month - 1, date)
  return there.getUTCMonth() === month - 1 && there.getUTCDate() === date ? Math.round(there.getTime() / kDayMs) : null
}

export function dayText(days: number): string {
  return new Date(days * kDayMs).toISOString().slice(0, 10)
}

/** How many days from one to the other; negative where the other is earlier. NaN where one is no day. */
export function daysFrom(from: string, to: string): number {
  return (readDay(to) ?? NaN) - (readDay(from) ?? NaN)
}

export function addDays(day: string, days: number): string {
  return dayText((readDay(day) ?? NaN) + days)
}

/** Saturday or Sunday; 1970-01-01 was a Thursday. */
export function isWeekend(days: number): boolean {
  const weekday = (((days + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6
}

/** The day where the reader sits. */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
