/** Between which times a record was written, as a picture and for a screen reader: where the bar ends is proved. */
import { svg } from './dom'
import type { Words } from './words'

export interface Times {
  /** null: nothing says after which time. */
  after: Date | null
  /** By the author's clock; null where the office states nothing. */
  at: Date | null
  before: Date
}

const two = (n: number) => String(n).padStart(2, '0')
const kShanghai = 8 * 60

/** In Beijing time, wherever the reader is: as the paper says it. */
function parts(date: Date) {
  const there = new Date(date.getTime() + kShanghai * 60_000)
  return { day: `${there.getUTCFullYear()}-${two(there.getUTCMonth() + 1)}-${two(there.getUTCDate())}`, time: `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}` }
}

export function momentText(date: Date): string {
  const { day, time } = parts(date)
  return `${day} ${time}`
}

const kWidth = 348
const kFrom = 56
const kTo = 292

export function timeBracket(times: Times, words: Words): SVGElement {
  const before = parts(times.before)
  const after = times.after && parts(times.after)
  const at = times.at && parts(times.at)
  const oneDay = (!after || after.day === before.day) && (!at || at.day === before.day)
  const short = (p: { day: string; time: string }) => (oneDay ? p.time : `${p.day.slice(5)} ${p.time}`)
  const from = times.after?.getTime() ?? Math.min(times.at?.getTime() ?? Infinity, times.before.getTime()) - 3_600_000
  const share = times.at ? (times.at.getTime() - from) / Math.max(1, times.before.getTime() - from) : 0
  // A clock that says what cannot be stands beside the bar.
  const mark = Math.min(kWidth - 14, Math.max(14, kFrom + share * (kTo - kFrom)))
  const label = words.bracketLabel(times.after ? momentText(times.after) : '', times.at ? momentText(times.at) : '—', momentText(times.before))
  const text = (x: number, y: number, said: string, of = 'middle', kind = '') => svg('text', { x: String(x), y: String(y), 'text-anchor': of, class: kind }, said)
  return svg(
    'svg',
    { viewBox: `0 0 ${kWidth} ${oneDay ? 100 : 80}`, class: 'bracket', role: 'img', 'aria-label': label },
    svg('path', { d: `M8 40h${kWidth - 16}`, class: 'whole' }),
    svg('path', { d: after ? `M${kFrom} 40H${kTo}` : `M8 40H${kTo}`, class: 'within' }),
    times.at && svg('path', { d: `M${mark} 26v28`, class: 'mark' }),
    at && text(Math.min(kWidth - 80, Math.max(80, mark)), 19, words.claims(short(at))),
    text(kFrom - 48, 74, after ? words.afterTime(short(after)) : words.open, 'start', 'quiet'),
    text(kWidth - 4, 74, words.beforeTime(short(before)), 'end', 'quiet'),
    oneDay && text(kWidth / 2, 95, before.day, 'middle', 'day'),
  )
}
