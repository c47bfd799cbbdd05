/** How a visit was conducted, and signatures drawn on glass: shared/records/inspection/{conduct,strokes}.h say the same. */
import { readInstant } from '../../line/clock'
import { among, hash, instant, isObject, recordId, said, text, whole, type Reader, type Rule } from '../body_reader'
import { kOldestPlace, whereabouts } from './place'

const kDayMs = 86_400_000
const kMostPoints = 1000
const kFewestPoints = 6
const kMostLines = 100
const kLargestBox = 4096
const kLongestMs = 3_600_000

export interface Point {
  t: number
  x: number
  y: number
}

/** The points of a signature's lines, absolute; null where they are none. */
export function readLines(lines: unknown, width: unknown, height: unknown): Point[][] | null {
  if (!Array.isArray(lines) || lines.length > kMostLines || typeof width !== 'number' || typeof height !== 'number') return null
  let now = 0
  let points = 0
  const out: Point[][] = []
  for (const line of lines as unknown[]) {
    if (!Array.isArray(line) || line.length === 0 || line.length % 3 !== 0) return null
    points += line.length / 3
    if (points > kMostPoints || !line.every((n) => Number.isSafeInteger(n) && Math.abs(n as number) <= kLongestMs)) return null
    const numbers = line as number[]
    const drawn: Point[] = []
    let at: Point = { t: 0, x: 0, y: 0 }
    for (let i = 0; i < numbers.length; i += 3) {
      at = { t: at.t + numbers[i]!, x: at.x + numbers[i + 1]!, y: at.y + numbers[i + 2]! }
      if (at.t < now || at.t > kLongestMs || at.x < 0 || at.x > width || at.y < 0 || at.y > height) return null
      now = at.t
      drawn.push(at)
    }
    out.push(drawn)
  }
  return points < kFewestPoints ? null : out
}

const side = (v: unknown) => whole(v) && (v as number) >= 1 && (v as number) <= kLargestBox

const strokes: Rule = (r) => {
  r.must('content', hash)
  if (Object.hasOwn(r.members, 'form')) r.must('form', (v) => v === 2)
  for (const name of ['width', 'height']) r.must(name, side)
  if (!readLines(r.members.lines, r.members.width, r.members.height)) r.fault('lines')
}

/** The member `party`. */
export const party: Rule = (r) => {
  for (const name of ['name', 'role', 'absent']) r.may(name, text)
  r.may('signature', hash)
  r.withinIf('strokes', strokes)
  r.withinIf('refused', (refused) => {
    refused.must('reason', said)
    for (const name of ['no_witness', 'witness_role']) refused.may(name, text)
    const none = text(refused.members.no_witness) && refused.members.no_witness !== ''
    if (none) refused.may('witness', text)
    else refused.must('witness', said)
    refused.withinIf('strokes', strokes)
    if (none && (refused.members.witness || refused.members.strokes !== undefined)) refused.fault('no_witness')
  })
  const { signature, refused, absent } = r.members
  const signedByHand = r.members.strokes !== undefined
  if (signedByHand && (signature !== undefined || refused !== undefined || absent)) r.fault('strokes')
  if (!signedByHand && signature === undefined && refused === undefined && !absent) r.must('signature', hash)
}

/** The body of `inspection.delivered`: shared/records/inspection/result_delivery.h. */
export const delivered: Rule = (r) => {
  r.must('of', recordId)
  r.must('hash', hash)
  r.must('way', among(['paper', 'left', 'sent']))
  r.must('at', instant)
  for (const name of ['name', 'note']) r.may(name, text)
  r.withinIf('place', whereabouts)
  if (r.members.way === 'sent') r.must('to', among(['post', 'email', 'message', 'platform', 'other']))
  else r.may('to', (v) => v === '')
}

const millis = (v: unknown) => (readInstant(v) === null ? NaN : Date.parse(v as string))

/** The members `credential`, `inspected` and `result`. */
export function conduct(body: Reader): void {
  const [started, finished] = [millis(body.members.started), millis(body.members.finished)]
  // A clock that was put right meanwhile may have left `started` after `finished`.
  const begun = Math.min(started, finished)
  body.withinIf('credential', (r) => {
    if (Object.hasOwn(r.members, 'none')) {
      r.must('none', said)
      if (Object.hasOwn(r.members, 'at') || Object.hasOwn(r.members, 'place')) r.fault('none')
      return
    }
    r.must('at', instant)
    r.withinIf('place', whereabouts)
    const at = millis(r.members.at)
    const place = r.members.place
    if (isObject(place) && !Object.hasOwn(place, 'none') && Math.abs(millis(place.at) - at) > kOldestPlace) r.fault('place')
    if (at > finished || begun - at > kDayMs) r.fault('at')
  })
  body.withinIf('inspected', (r) => {
    r.must('name', said)
    for (const name of ['published', 'reason']) r.may(name, text)
    const { name, published, reason } = r.members
    if (!published !== !reason) r.fault(reason ? 'published' : 'reason')
    else if (published && published === name) r.fault('published')
  })
  body.withinIf('result', (r) => {
    r.must('way', among(['paper', 'sent', 'refused', 'later']))
    r.must('at', instant)
    const at = millis(r.members.at)
    if (at < begun || at > finished) r.fault('at')
    if (r.members.way === 'sent') r.must('to', among(['email', 'message', 'platform', 'other']))
    else r.may('to', (v) => v === '')
  })
}
