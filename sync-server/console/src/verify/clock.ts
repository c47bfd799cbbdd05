/**
 * Does the time that a record states for itself lie where the log proves that it was signed: after the checkpoint that it
 * names, before the first that includes it? A clock may have been wrong and the record say so (`clock`): then the corrected
 * time must lie there, and the check is open rather than passed.
 */
import type { RecordAnswer } from '../api/types'
import type { Checkpoint } from '../log/checkpoint'
import type { Line } from '../line/line'
import { bad, ok, unknown, type Check } from './check'

/** Clocks that are right differ by this much. */
const kTolerance = 2 * 60 * 1000

export type Place = 'inside' | 'early' | 'late'

export function placeOf(at: number, after: number | null, before: number | null): Place {
  if (after !== null && at + kTolerance < after) return 'early'
  return before !== null && at > before + kTolerance ? 'late' : 'inside'
}

export interface ClockPlace {
  place: Place
  /** What the author said that their clock lacked, in ms. */
  offset: number | null
  corrected: Place
  /** How far outside the bracket the clock lies, in ms; 0 inside. */
  by: number
}

export function clockPlace(line: Line, bracket: RecordAnswer['bracket'], checkpoint: Checkpoint | null): ClockPlace {
  const instant = (text: string | null | undefined) => (text && !Number.isNaN(Date.parse(text)) ? Date.parse(text) : null)
  const at = Date.parse(line.payload.at)
  const after = instant(bracket.after)
  // No record is newer than a checkpoint that includes it, whatever else the server says.
  const ends = [instant(bracket.before), instant(checkpoint?.time)].filter((n) => n !== null)
  const before = ends.length > 0 ? Math.min(...ends) : null
  const place = placeOf(at, after, before)
  const said = line.payload.clock?.offset
  const offset = typeof said === 'number' && Number.isFinite(said) ? said : null
  const by = place === 'early' ? after! - at : place === 'late' ? at - before! : 0
  return { place, offset, corrected: placeOf(at + (offset ?? 0), after, before), by }
}

export function checkClock(line: Line, bracket: RecordAnswer['bracket'], checkpoint: Checkpoint | null): Check {
  const { place, offset, corrected, by } = clockPlace(line, bracket, checkpoint)
  if (offset !== null) {
    const args = { span: Math.abs(offset) }
    if (corrected !== 'inside') return bad('clock', offset < 0 ? 'clock.still_ahead' : 'clock.still_behind', args)
    return unknown('clock', offset < 0 ? 'clock.said_ahead' : 'clock.said_behind', args)
  }
  if (place === 'early') return bad('clock', 'clock.early', { span: by })
  if (place === 'late') return bad('clock', 'clock.late', { span: by })
  return ok('clock', bracket.after ? 'clock.ok' : 'clock.ok_open')
}
