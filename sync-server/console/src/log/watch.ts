/**
 * Watches the log on behalf of this browser: every checkpoint that the server shows must be signed by the log key of
 * the invitation, and consistent with the newest one verified before. What was verified is kept; a log that shrank or
 * was rewritten raises an alarm that stays until the log is whole again. Calls run one after another.
 */
import { fromBase64, base64 } from '../base/bytes'
import { Problem } from '../api/problem'
import { kSeen, type Seen } from '../storage/kept'
import type { KeyValue } from '../storage/database'
import { openCheckpoint, type Checkpoint, type VerifierKey } from './checkpoint'
import { verifyConsistency } from './merkle'

export type Alarm = 'smaller' | 'inconsistent' | 'unsigned' | 'unproved'

export interface LogSource {
  checkpoint(have: number): Promise<{ checkpoint: string; consistency?: string[] }>
  consistency(from: number, to: number): Promise<{ hashes: string[] }>
}

/** A checkpoint that must not be believed, and why. */
export class LogFault extends Error {
  constructor(
    readonly alarm: Alarm,
    detail: string,
  ) {
    super(detail)
  }
}

export class LogWatch {
  seen: Seen | null = null
  private tail: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly key: VerifierKey,
    private readonly source: LogSource,
    private readonly store: KeyValue,
    private readonly changed: (seen: Seen | null, alarm: Alarm | null) => void,
  ) {}

  async open(): Promise<void> {
    this.seen = (await this.store.get<Seen>(kSeen)) ?? null
    this.changed(this.seen, null)
  }

  /** Asks the server for its newest checkpoint. Network problems pass through; faults of the log raise the alarm. */
  refresh(): Promise<Checkpoint> {
    return this.inTurn(async () => {
      try {
        const answer = await this.source.checkpoint(this.seen?.size ?? 0)
        return await this.believe(answer.checkpoint, answer.consistency)
      } catch (e) {
        if (e instanceof Problem && e.code === 'log_smaller') throw new LogFault('smaller', e.detail)
        throw e
      }
    })
  }

  /** Takes a checkpoint that came with another answer; `proof` is from the size that was sent as `have`, if any. */
  take(note: string, proof?: string[]): Promise<Checkpoint> {
    return this.inTurn(() => this.believe(note, proof))
  }

  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = this.tail.then(() => this.catchUp()).then(run).then(
      (v) => {
        this.changed(this.seen, null)
        return v
      },
      (e: unknown) => {
        if (e instanceof LogFault) this.changed(this.seen, e.alarm)
        throw e
      },
    )
    this.tail = next.catch(() => undefined)
    return next
  }

  /** Another tab may have verified more of the log since: what is on disk must never go back. */
  private async catchUp(): Promise<void> {
    const stored = await this.store.get<Seen>(kSeen)
    if (stored && stored.size > (this.seen?.size ?? 0)) this.seen = stored
  }

  private async believe(note: string, proof?: string[]): Promise<Checkpoint> {
    let c: Checkpoint
    try {
      c = await openCheckpoint(note, this.key)
    } catch (e) {
      throw new LogFault('unsigned', (e as Error).message)
    }
    const seen = this.seen
    if (!seen) return this.keep(c)
    const seenRoot = fromBase64(seen.root)
    if (c.size === seen.size) {
      if (base64(c.root) !== seen.root) throw new LogFault('inconsistent', 'two roots for one size')
      return c
    }
    const older = c.size < seen.size ? c : { size: seen.size, root: seenRoot }
    const newer = c.size < seen.size ? { size: seen.size, root: seenRoot } : c
    if (c.size < seen.size || !proof || !(await holds(older, newer, proof))) {
      // No proof, or one from another size (two answers crossed): ask for exactly these two sizes.
      const hashes = await this.ask(older.size, newer.size)
      if (!(await holds(older, newer, hashes))) throw new LogFault('inconsistent', `no proof from ${older.size} to ${newer.size}`)
    }
    return c.size > seen.size ? this.keep(c) : c
  }

  private async ask(from: number, to: number): Promise<string[]> {
    // Every log is consistent with the empty one; there is nothing to ask.
    if (from === 0) return []
    try {
      return (await this.source.consistency(from, to)).hashes
    } catch (e) {
      if (e instanceof Problem && e.status >= 400 && e.status < 500 && e.status !== 401 && e.status !== 429)
        throw new LogFault('smaller', `the server cannot prove ${from} to ${to}: ${e.detail}`)
      throw e
    }
  }

  private async keep(c: Checkpoint): Promise<Checkpoint> {
    const seen: Seen = { size: c.size, root: base64(c.root), note: c.note }
    await this.store.write({ [kSeen]: seen })
    this.seen = seen
    return c
  }
}

type Head = { size: number; root: ReturnType<typeof fromBase64> }

async function holds(older: Head, newer: Head, hashes: string[]): Promise<boolean> {
  try {
    return await verifyConsistency(older.size, newer.size, older.root, newer.root, hashes.map(fromBase64))
  } catch {
    return false
  }
}
