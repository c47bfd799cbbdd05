/**
 * The trail of answers of a self-assessment: what was entered when, and what stood there before; its text goes along with the
 * signed record, which states its hash (RECORDS.md, "trail"; shared/checklist/session/audit_trail.h says the same on a tablet).
 * A browser is asked for no place, so that its entries name none.
 */
import { instant } from '../line/clock'

export interface TrailEntry {
  /** How often the form had been opened, from 1. */
  run: number
  at: string
  /** Milliseconds since the run began, by the machine's own clock. */
  mono: number
  kind: 'fact' | 'answer' | 'na' | 'note' | 'photos'
  id: string
  old: string
  new: string
}

/** As drafts and records hold them. */
export interface Answered {
  answers?: Record<string, string>
  na?: Record<string, string>
  notes?: Record<string, string>
  facts?: Record<string, string>
}

export type Photos = Record<string, number>

export const kTrailType = 'application/x-ndjson'
export const kTrailRole = 'trail'
const kTypingPauseMs = 2000 // what is typed in one go is one entry
const kMembers = { fact: 'facts', answer: 'answers', na: 'na', note: 'notes' } as const
type Kind = keyof typeof kMembers

type Moment = Pick<TrailEntry, 'run' | 'at' | 'mono'>

/** One after the other, by name: what differs. */
function differences(kind: TrailEntry['kind'], from: Record<string, string>, to: Record<string, string>, moment: Moment): TrailEntry[] {
  const ids = [...Object.keys(from).filter((id) => !(id in to)).sort(), ...Object.keys(to).sort()]
  return ids.filter((id) => (from[id] ?? '') !== (to[id] ?? '')).map((id) => ({ ...moment, kind, id, old: from[id] ?? '', new: to[id] ?? '' }))
}

const counted = (photos: Photos) => Object.fromEntries(Object.entries(photos).filter(([, n]) => n > 0).map(([item, n]) => [item, String(n)]))
/** Photos are counted from 0 and to 0. */
function photoDifferences(from: Record<string, string>, to: Record<string, string>, moment: Moment): TrailEntry[] {
  const all = [...Object.keys(from), ...Object.keys(to)]
  const whole = (of: Record<string, string>) => Object.fromEntries(all.map((item) => [item, of[item] ?? '0']))
  return differences('photos', whole(from), whole(to), moment)
}

function allDifferences(from: Answered, to: Answered, photos: [Record<string, string>, Record<string, string>], moment: Moment): TrailEntry[] {
  const kinds = Object.keys(kMembers) as Kind[]
  return [...kinds.flatMap((kind) => differences(kind, from[kMembers[kind]] ?? {}, to[kMembers[kind]] ?? {}, moment)), ...photoDifferences(...photos, moment)]
}

/** What the entries lead to from an empty form. */
export function replayed(trail: readonly TrailEntry[]): Required<Answered> & { photos: Record<string, string> } {
  const out = { answers: {}, na: {}, notes: {}, facts: {}, photos: {} } as Required<Answered> & { photos: Record<string, string> }
  for (const entry of trail) {
    const of = entry.kind === 'photos' ? out.photos : out[kMembers[entry.kind]]
    if (entry.new === '' || (entry.kind === 'photos' && entry.new === '0')) delete of[entry.id]
    else of[entry.id] = entry.new
  }
  return out
}

export const nextRun = (trail: readonly TrailEntry[]) => (trail.at(-1)?.run ?? 0) + 1

/** A form that stands open: its changes go into the trail. */
export class TrailRun {
  private readonly run: number
  private readonly begun: number

  constructor(
    trail: readonly TrailEntry[],
    private readonly clock: () => Date = () => new Date(),
    private readonly monotonic: () => number = () => performance.now(),
  ) {
    this.run = nextRun(trail)
    this.begun = monotonic()
  }

  /** The trail after a change of the answers; `typed`: letter by letter, not chosen. */
  changed(trail: readonly TrailEntry[], from: Answered, to: Answered, typed: boolean): TrailEntry[] {
    const moment = this.now(trail)
    const fresh = allDifferences(from, to, [{}, {}], moment)
    const [last, one] = [trail.at(-1), fresh[0]]
    // Typing goes on: the newest entry takes the new value and time.
    if (typed && fresh.length === 1 && one && last && last.run === this.run && last.kind === one.kind && last.id === one.id && last.new === one.old && moment.mono - last.mono <= kTypingPauseMs) return [...trail.slice(0, -1), { ...last, ...moment, new: one.new }]
    return [...trail, ...fresh]
  }

  photographed(trail: readonly TrailEntry[], from: Photos, to: Photos): TrailEntry[] {
    return [...trail, ...photoDifferences(counted(from), counted(to), this.now(trail))]
  }

  private now(trail: readonly TrailEntry[]): Moment {
    const last = trail.at(-1)
    const mono = Math.max(0, Math.floor(this.monotonic() - this.begun), last?.run === this.run ? last.mono : 0)
    return { run: this.run, at: instant(this.clock()), mono }
  }
}

/** With what it does not tell yet, as a run of its own: what colleagues contributed, and blank in the end what is not signed. */
export function leadingTo(trail: readonly TrailEntry[], signed: Answered, photos: Photos, at: Date): TrailEntry[] {
  const told = replayed(trail)
  return [...trail, ...allDifferences(told, signed, [told.photos, counted(photos)], { run: nextRun(trail), at: instant(at), mono: 0 })]
}

/** Its one canonical text. */
export function trailText(trail: readonly TrailEntry[]): string {
  return ['plumb-trail-v1', ...trail.map(({ run, at, mono, kind, id, old, new: after }, i) => JSON.stringify({ n: i + 1, run, at, mono, kind, id, old, new: after })), ''].join('\n')
}
