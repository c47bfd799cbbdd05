/**
 * A record, verified in this browser from its line and the log's proof. The server's word is used for nothing but
 * finding the bytes: every check starts from the root and the log key of this browser's own invitation.
 */
import { fromBase64 } from '../base/bytes'
import type { Place, Proof, RecordAnswer, Status } from '../api/types'
import type { Checkpoint } from '../log/checkpoint'
import { LogFault, type LogWatch } from '../log/watch'
import { leafHash, verifyInclusion } from '../log/merkle'
import { parseLine, type Line } from '../line/line'
import { buildTrust, type Device, type Trust } from '../trust/chain'
import { checkAuthority, type Authority, type PlaceInLog } from './authority'
import { bad, ok, type Check } from './check'
import { checkClock } from './clock'
import { checkLocalDay } from './local_day'

export interface VerifiedLine {
  index: number
  line: Line
  author: Device | null
  /** Signature, chain and rights all stand. */
  good: boolean
  faults: Check[]
}

export interface VerifiedRecord {
  current: VerifiedLine
  /** Which version that is, counted by the server where this page has not read them all. */
  version: number
  versions: VerifiedLine[]
  reviews: VerifiedLine[]
  checks: Check[]
  status: Status
  site: Line | null
  checkpoint: Checkpoint | null
  bracket: RecordAnswer['bracket']
  /** Older versions and reviews that the server keeps and this page has not read. */
  unread: number
}

export interface VerifyContext {
  root: string
  rootKeys: unknown[]
  watch: LogWatch
  proofOf(hash: string, size: number): Promise<Proof>
}

export async function verifyRecord(answer: RecordAnswer, context: VerifyContext): Promise<VerifiedRecord> {
  const line = await parseLine(answer.line)
  const trust = await buildTrust(context.root, context.rootKeys, answer.trust)
  const { checkpoint, checks: logChecks } = await checkLog(answer, line, context)
  const place = checkpoint && {
    index: answer.inclusion.index,
    checkpoint,
    proofOf: (hash: string) => context.proofOf(hash, checkpoint.size),
  }
  const elsewhere = place && { ...place, index: null }
  const authority = await checkAuthority(line, trust, place)
  const current = judged(answer.index, line, authority)
  const others = answer.versions.filter(isRead).filter((v) => v.line !== answer.line)
  const said = answer.reviews.filter(isRead)
  const versions = [...(await Promise.all(others.map((v) => verifyOther(v, trust, elsewhere)))), current].sort((a, b) => a.index - b.index)
  const reviews = (await Promise.all(said.map((r) => verifyOther(r, trust, elsewhere)))).sort((a, b) => a.index - b.index)
  return {
    current,
    version: Math.max(versions.length, answer.version ?? 0),
    versions,
    reviews,
    checks: [authority.signature, authority.chain, authority.rights, ...logChecks, checkClock(line, answer.bracket, checkpoint), checkLocalDay(line)],
    status: statusOf(current, reviews),
    site: answer.site ? await parseLine(answer.site).catch(() => null) : null,
    checkpoint,
    bracket: answer.bracket,
    unread: [...answer.versions, ...answer.reviews].filter((p) => !isRead(p)).length + (answer.earlier ?? 0),
  }
}

function isRead(place: Place): place is Place & { line: string } {
  return place.line !== undefined
}

/**
 * State is derived: a review counts only for the version whose hash it names, only when it was rightly made, and never
 * by the author; what was accepted is closed.
 */
export function statusOf(current: VerifiedLine, reviews: VerifiedLine[]): Status {
  const counted = reviews.filter((r) => r.good && r.line.payload.body.hash === current.line.hash && r.line.kid !== current.line.kid)
  if (counted.some((r) => r.line.payload.type === 'review.accepted')) return 'accepted'
  return counted.some((r) => r.line.payload.type === 'review.returned') ? 'returned' : 'submitted'
}

async function verifyOther(v: { index: number; line: string }, trust: Trust, place: PlaceInLog | null): Promise<VerifiedLine> {
  const line = await parseLine(v.line)
  const a = await checkAuthority(line, trust, place)
  return judged(v.index, line, a)
}

function judged(index: number, line: Line, a: Authority): VerifiedLine {
  const checks = [a.signature, a.chain, a.rights]
  return { index, line, author: a.author, good: checks.every((c) => c.state === 'ok'), faults: checks.filter((c) => c.state !== 'ok') }
}

async function checkLog(answer: RecordAnswer, line: Line, context: VerifyContext): Promise<{ checkpoint: Checkpoint | null; checks: Check[] }> {
  const before = context.watch.seen
  let checkpoint: Checkpoint
  try {
    checkpoint = await context.watch.take(answer.checkpoint)
  } catch (e) {
    if (!(e instanceof LogFault)) throw e
    const signed = e.alarm !== 'unsigned'
    return {
      checkpoint: null,
      checks: [
        bad('inclusion', 'inclusion.no_checkpoint'),
        signed ? ok('checkpoint', 'checkpoint.signed_only') : bad('checkpoint', 'checkpoint.bad'),
        signed ? bad('consistency', `consistency.${e.alarm}`, { size: before?.size ?? 0 }) : bad('consistency', 'consistency.no_checkpoint'),
      ],
    }
  }
  return { checkpoint, checks: [await checkInclusion(answer, line, checkpoint), signedBy(checkpoint), consistent(before?.size ?? 0, checkpoint)] }
}

async function checkInclusion(answer: RecordAnswer, line: Line, checkpoint: Checkpoint): Promise<Check> {
  const { index, size, hashes } = answer.inclusion
  const at = { index: index + 1, size }
  if (size !== checkpoint.size) return bad('inclusion', 'inclusion.other_size', { size, of: checkpoint.size })
  try {
    const holds = await verifyInclusion(index, size, await leafHash(line.bytes), hashes.map(fromBase64), checkpoint.root)
    return holds ? ok('inclusion', 'inclusion.ok', at) : bad('inclusion', 'inclusion.bad', at)
  } catch {
    return bad('inclusion', 'inclusion.bad', at)
  }
}

function signedBy(checkpoint: Checkpoint): Check {
  return ok('checkpoint', checkpoint.time ? 'checkpoint.ok_at' : 'checkpoint.ok', { origin: checkpoint.origin, time: checkpoint.time ?? '' })
}

function consistent(before: number, checkpoint: Checkpoint): Check {
  if (before === checkpoint.size) return ok('consistency', 'consistency.same', { size: before })
  if (before === 0) return ok('consistency', 'consistency.first', { size: checkpoint.size })
  return ok('consistency', 'consistency.ok', { from: Math.min(before, checkpoint.size), to: Math.max(before, checkpoint.size) })
}
