/**
 * A record, verified in this browser from its lines and the log's proof. The server's word is used for nothing but
 * finding the bytes: every check starts from the root and the log key of this browser's own invitation. What is not
 * believed is kept and shown, and counts for nothing.
 */
import { foldIssued, type IssuedDocument } from '../folds/document'
import { referralsOf, type Referral } from '../folds/referral'
import type { Disposed } from '../api/archive_types'
import type { PlacedLine, RecordAnswer, Status } from '../api/types'
import { assessmentOf, type AssessmentRow } from '../folds/assessment'
import { writtenDay } from '../line/clock'
import { parseLine, type Line } from '../line/line'
import type { Checkpoint } from '../log/checkpoint'
import type { LogWatch } from '../log/watch'
import { kActTypes, orderNumber } from '../folds/act'
import { caseOf } from '../folds/case'
import type { CaseRow } from '../folds/case_row'
import type { PersonOf } from '../folds/may_happen'
import { certifiedUntil } from '../trust/certificate'
import type { Device, TrustBook } from '../trust/chain'
import { Facts, publishedId } from '../trust/facts'
import type { TrustLog } from '../trust/trust_log'
import { checkAuthority } from './authority'
import type { Check } from './check'
import { checkBody } from './body'
import { checkContext } from './drawn'
import { checkClock } from './clock'
import { checkCosigned } from './cosigned'
import { handedOut, linesOf, unreadOf, type HandedOut } from './handed'
import { historyOf } from './history'
import { threadsOf, type Thread } from '../folds/thread'
import { checkKeys } from './keys'
import { checkLocalDay } from './local_day'
import { checkLog, inclusionCheck } from './log_checks'
import { isAssessmentVersion } from '../folds/standing'

export interface VerifiedLine {
  index: number
  line: Line
  author: Device | null
  /** Believed: signature, chain, rights, the body's form, completeness of the keys, and the place in the log all stand. */
  good: boolean
  faults: Check[]
  checks: Check[]
}

export interface VerifiedRecord {
  id: string
  /** The newest version that is believed; where none is, the newest that was handed out. */
  current: VerifiedLine
  /** Which version that is, counted by the server where this page has not read them all; 1 is what was submitted. */
  version: number
  versions: VerifiedLine[]
  reviews: VerifiedLine[]
  /** What was done about the findings of an inspection; what was contributed to a self-assessment. */
  acts: VerifiedLine[]
  contributions: VerifiedLine[]
  /** Folded here from the lines that are believed; null of the other kind of record, and where the submission is not read. */
  case: CaseRow | null
  /** Whose keys these are, by the trust lines that this rests on. */
  personOf: PersonOf
  /** Of a re-check, the case that it belongs to; null where its order is not believed, and of every other record. */
  recheck: Rechecked | null
  assessment: AssessmentRow | null
  /** Names of everybody whom the log's book of trust knows, by person. */
  people: Map<string, string>
  /** Everything handed out that is not believed, in log order; and the places of what is no proper line at all. */
  unbelieved: VerifiedLine[]
  unreadable: number[]
  checks: Check[]
  status: Status
  /** The last day of the author's certificate, as of the record's place in the log; null where it is not stated. */
  certifiedUntil: string | null
  /** The second inspector's signature under the newest version; null where there is none. */
  cosigned: VerifiedLine | null
  cosignatures: VerifiedLine[]
  /** Of two who have to accept its newest version the first; null where one is enough, or nobody has. */
  agreed: VerifiedLine | null
  /** An item with a veto failed in it: two have to accept it. */
  veto: boolean
  /** What staff write to each other about it, in log order; and the threads of those that are believed. */
  remarks: VerifiedLine[]
  threads: Thread<VerifiedLine>[]
  /** Papers of it that were issued: the lines, and what stands after those that are believed. */
  documents: VerifiedLine[]
  issued: IssuedDocument[]
  /** What followed its findings under their kinds of supervision: the lines, and what stands after those that are believed. */
  referrals: VerifiedLine[]
  referred: Referral[]
  /** The server's word: its case was disposed of, and its files with it. */
  disposed: Disposed | null
  /** How the result came to the inspected party, in log order: those that count (shared/records/inspection/result_delivery.h). */
  deliveries: VerifiedLine[]
  /** The site as it was last published, and the publication of the record's checklist; null where none is believed. */
  site: Line | null
  checklist: Line | null
  checkpoint: Checkpoint | null
  bracket: RecordAnswer['bracket']
  /** Older versions and reviews that the server keeps and this page has not read. */
  unread: number
}

/** What a re-check looked at again: the inspection, by its record id, and the order's number. */
export interface Rechecked {
  inspection: string
  number: string
}

export interface VerifyContext {
  root: string
  rootKey: unknown
  watch: LogWatch
  trustLog: TrustLog
}

export async function verifyRecord(id: string, given: RecordAnswer, context: VerifyContext): Promise<VerifiedRecord> {
  const answer = handedOut(given)
  const log = await checkLog(answer, context.watch)
  const { book, keys } = await checkKeys(answer, context.root, context.rootKey, log.checkpoint, context.trustLog)
  const { judged, unreadable } = await judgeAll(answer, book, log.proved, (index) => [keys, inclusionCheck(index, answer, log)])
  const among = (list: PlacedLine[]) => judged.filter((v) => list.some((l) => l.index === v.index))
  const [versions, reviews, acts, contributions, publications, cosignatures, documents, deliveries, remarks, referrals] = [answer.versions, answer.reviews, answer.acts, answer.contributions, answer.context, answer.cosignatures, answer.documents, answer.deliveries, answer.remarks, answer.referrals].map(among) as [VerifiedLine[], VerifiedLine[], VerifiedLine[], VerifiedLine[], VerifiedLine[], VerifiedLine[], VerifiedLine[], VerifiedLine[], VerifiedLine[], VerifiedLine[]]
  if (versions[0]?.line.payload.id !== id) throw new Error('the server answered with another record')
  const believed = (...lists: VerifiedLine[][]) => lists.flat().filter((v) => v.good).sort((a, b) => a.index - b.index)
  const told = historyOf(id, believed(versions, reviews, cosignatures, deliveries))
  const current = told.newest ?? versions.at(-1)!
  // The bracket was told of the newest version that the server knows.
  const bracket = answer.index === current.index ? answer.bracket : { after: null, before: null }
  const published = (test: (v: VerifiedLine) => boolean) => publications.filter((v) => v.good && test(v)).at(-1)?.line ?? null
  const unread = unreadOf(given, answer)
  const personOf: PersonOf = (kid) => book.devices.get(kid)?.person.id ?? ''
  const isAssessment = isAssessmentVersion(current.line.payload.type)
  return {
    id,
    current,
    version: Math.max(told.version, unread > 0 ? (given.version ?? 0) : 0, 1),
    versions,
    reviews,
    acts,
    contributions,
    case: isAssessment ? null : await caseOf(believed(versions, reviews, cosignatures, acts).map((v) => v.line), personOf),
    personOf,
    assessment: isAssessment ? assessmentOf(believed(versions, reviews, contributions).map((v) => ({ ...v.line, index: v.index }))) : null,
    recheck: await recheckOf(current.line, publications),
    people: new Map([...book.devices.values()].map((d) => [d.person.id, d.person.name])),
    unbelieved: judged.filter((v) => !v.good),
    unreadable,
    checks: [...current.checks, log.checkpointCheck, log.consistency, checkClock(current.line, bracket, log.checkpoint), checkLocalDay(current.line), ...(await checkCosigned(current.line, told))],
    status: told.status,
    certifiedUntil: current.author ? certifiedUntil(book, current.author.person.id, current.index) : null,
    cosigned: told.cosigned,
    cosignatures,
    agreed: told.agreed,
    veto: told.veto,
    remarks,
    threads: threadsOf(id, believed(remarks)),
    documents,
    issued: believed(documents).reduce<IssuedDocument[]>((all, v) => foldIssued(all, { kid: v.line.kid, index: v.index, payload: v.line.payload }), []),
    referrals,
    referred: referralsOf(id, believed(referrals).filter((v) => v.line.payload.body.person === v.author?.person.id).map((v) => v.line.payload)),
    disposed: given.disposed ?? null,
    deliveries: told.delivered,
    site: published((v) => isOf(v, 'site.published') && publishedId(v.line.payload) === current.line.payload.site),
    checklist: published((v) => isOf(v, 'checklist.published') && v.index < current.index && v.line.payload.body.sha256 === checklistOf(current.line)),
    checkpoint: log.checkpoint,
    bracket,
    unread,
  }
}

/** In log order: what a line establishes, the later ones are judged by. */
async function judgeAll(answer: HandedOut, book: TrustBook, proved: boolean, more: (index: number) => [Check, Check]): Promise<{ judged: VerifiedLine[]; unreadable: number[] }> {
  const handed = linesOf(answer).sort((a, b) => a.index - b.index)
  const facts = new Facts()
  const judged: VerifiedLine[] = []
  const unreadable: number[] = []
  for (const { index, line: text } of handed) {
    if (judged.at(-1)?.index === index) continue
    const line = await parseLine(text).catch(() => null)
    if (!line) {
      unreadable.push(index)
      continue
    }
    const { author, signature, chain, rights } = await checkAuthority(line, index, proved, book, facts)
    const formed = checkBody(line)
    const body = formed.state === 'ok' ? await checkContext(line) : formed
    const stands = [signature, chain, rights, body].every((c) => c.state === 'ok')
    // Where the place is not proved the rows still say what the rest would be worth; nothing of it is believed.
    if (stands && author) facts.add(line.payload, index, { kid: author.kid, person: author.person.id })
    const [keys, inclusion] = more(index)
    const checks = [signature, chain, keys, rights, body, inclusion]
    const faults = checks.filter((c) => c.state !== 'ok' && !(c.id === 'keys' && c.state === 'unknown'))
    judged.push({ index, line, author, good: faults.length === 0, faults, checks })
  }
  return { judged, unreadable }
}

async function recheckOf(recheck: Line, context: VerifiedLine[]): Promise<Rechecked | null> {
  const order = context.find((v) => v.good && isOf(v, kActTypes.ordered) && v.line.payload.id === recheck.payload.body.order)?.line
  if (!order || order.payload.site !== recheck.payload.site) return null
  const { body, region = '', at, seq } = order.payload
  return { inspection: String(body.of), number: await orderNumber(region, writtenDay(at), order.kid, seq) }
}

function isOf(v: VerifiedLine, type: string): boolean {
  return v.line.payload.type === type
}

function checklistOf(line: Line): unknown {
  return (line.payload.body.checklist as { sha256?: unknown } | undefined)?.sha256 ?? null
}
