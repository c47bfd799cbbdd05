/**
 * One's part of a self-assessment as a file: a contribution's line with what makes it believable and its files, in the form of an
 * unlogged bundle, byte for byte as tablets and `plumb` write and take it (shared/sync/contribution_file.h). What a file says is
 * judged by the trust lines that this browser holds; both sides are held to tests/unit/records/cases/contribution_files.json.
 */
import { base64, fromBase64, type Bytes } from '../base/bytes'
import { sha256Hex } from '../crypto/sha256'
import { mayContribute, type AssessmentRow } from '../folds/assessment'
import { parseLine, type Line, type RecordFile } from '../line/line'
import type { TrustBook } from '../trust/chain'
import type { Facts } from '../trust/facts'
import { checkAuthority } from '../verify/authority'
import { checkBody } from '../verify/body'
import { checkContext } from '../verify/drawn'

export const kMostPartBytes = 128 * 1024 * 1024
const kHead = 64 // within which a bundle says what it is

/** Why a file is not taken; nothing of it was. */
export class PartFault extends Error {
  constructor(
    readonly code: string,
    readonly args: Record<string, string> = {},
  ) {
    super(code)
  }
}

export interface PlacedInPart {
  line: string
  index: number
}

export interface FileInPart {
  sha256: string
  size: number
  type: string
  role: string
  item: string
  bytes: Bytes | null
}

export interface PartFile {
  line: string
  /** Where the log has it; 0 where it does not yet. */
  index: number
  context: PlacedInPart[]
  trust: PlacedInPart[]
  logKey: string
  checkpoint: string
  /** Of witnesses under the checkpoint, where a tablet had any. */
  cosignatures?: string[]
  files: FileInPart[]
}

export interface AskedPart {
  site: string
  round: string
  /** Its id: what was answered on another version counts as far as this one asks it. */
  checklist: string
  logKey: string
  ownKid: string
  closed: boolean
}

export interface GivenPart {
  line: Line
  person: { id: string; name: string }
  items: string[]
  version: string
  files: FileInPart[]
  /** Files that it names and does not hold: they come with the log. */
  missing: number
}

const placedText = (lines: readonly PlacedInPart[]) => lines.map(({ line, index }) => ({ line, index, inclusion: [] }))

/** The one form that a part has. */
export function formatPart(part: PartFile): string {
  const { line, index, logKey, checkpoint } = part
  const files = part.files.map(({ sha256, size, type, role, item, bytes }) => ({ sha256, size, type, role, ...(item && { item }), ...(bytes && { content: base64(bytes) }) }))
  const log = { key: logKey, checkpoint, index, inclusion: [], ...(part.cosignatures?.length && { cosignatures: part.cosignatures }), logged: false }
  return `${JSON.stringify({ kind: 'plumb-bundle', v: 2, line, related: [], context: placedText(part.context), trust: placedText(part.trust), log, files })}\n`
}

/** Throws a PartFault: part_too_large, no_part, part_cut, part_changed. */
export function readPart(bytes: Uint8Array): PartFile {
  if (bytes.length > kMostPartBytes) throw new PartFault('part_too_large')
  if (!latin1(bytes.subarray(0, kHead)).includes('"plumb-bundle"')) throw new PartFault('no_part')
  if (!latin1(bytes.subarray(-64)).trimEnd().endsWith('}')) throw new PartFault('part_cut')
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const part = partOf(JSON.parse(text) as Json)
    // A proved bundle of a contribution says as much, and holds proofs besides.
    if (part === 'other') throw new PartFault('no_part')
    if (formatPart(part) === text) return part
  } catch (e) {
    if (e instanceof PartFault) throw e
  }
  throw new PartFault('part_changed')
}

const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes)

type Json = Record<string, unknown>
const bad = (): never => {
  throw new Error('not the form of a part')
}
const text = (v: unknown) => (typeof v === 'string' ? v : bad())
const count = (v: unknown) => (Number.isSafeInteger(v) && (v as number) >= 0 ? (v as number) : bad())
const list = (v: unknown) => (Array.isArray(v) ? (v as Json[]) : bad())
const placed = (v: unknown): PlacedInPart[] => list(v).map((one) => ({ line: text(one.line), index: count(one.index) }))

function partOf(json: Json): PartFile | 'other' {
  const log = json.log as Json
  if (log.logged !== false) return 'other'
  const files = list(json.files).map((f): FileInPart => ({ sha256: text(f.sha256), size: count(f.size), type: text(f.type), role: text(f.role), item: f.item === undefined ? '' : text(f.item), bytes: f.content === undefined ? null : fromBase64(text(f.content)) }))
  const cosignatures = log.cosignatures === undefined ? [] : list(log.cosignatures).map(text)
  return { line: text(json.line), index: count(log.index), cosignatures, context: placed(json.context), trust: placed(json.trust), logKey: text(log.key), checkpoint: text(log.checkpoint), files }
}

/**
 * Throws a PartFault: no_part, bad_payload, part_other_log, own_part, part_other_site, part_other_round, part_other_checklist,
 * part_author_unknown, bad_signature, key_revoked, wrong_role, wrong_region, site_unknown, round_closed, part_changed,
 * part_file_changed. `row`: the assessment as it stands here.
 */
export async function judgePart(part: PartFile, asked: AskedPart, row: AssessmentRow | null, book: TrustBook, facts: Facts): Promise<GivenPart> {
  const line = await parseLine(part.line).catch(() => {
    throw new PartFault('part_changed')
  })
  if (line.payload.type !== 'assessment.contributed') throw new PartFault('no_part')
  if (checkBody(line).state !== 'ok') throw new PartFault('bad_payload')
  if (part.logKey !== asked.logKey) throw new PartFault('part_other_log')
  if (line.kid === asked.ownKid) throw new PartFault('own_part')
  const { site = '', body } = line.payload
  const checklist = body.checklist as { id: string; version: string }
  if (site !== asked.site) throw new PartFault('part_other_site', { site })
  if (body.round !== asked.round) throw new PartFault('part_other_round', { round: String(body.round) })
  if (checklist.id !== asked.checklist) throw new PartFault('part_other_checklist', { checklist: checklist.id })
  const author = await believed(line, book, facts)
  if (asked.closed || !mayContribute(row)) throw new PartFault('round_closed')
  const missing = await checkFiles(part.files, line.payload.files)
  return { line, person: author, items: Object.keys((body.items as Json | undefined) ?? {}).sort(), version: checklist.version, files: part.files, missing }
}

/** Of a line that is in no log yet: a key that was revoked says nothing any more. */
async function believed(line: Line, book: TrustBook, facts: Facts): Promise<{ id: string; name: string }> {
  const { author, signature, chain, rights } = await checkAuthority(line, Infinity, false, book, facts)
  if (!author) throw new PartFault('part_author_unknown')
  if (signature.state !== 'ok') throw new PartFault('bad_signature')
  if (chain.state !== 'ok') throw new PartFault('key_revoked')
  if (rights.state !== 'ok') throw new PartFault(kRightsCodes[rights.say] ?? 'wrong_region')
  if ((await checkContext(line)).state !== 'ok') throw new PartFault('bad_payload')
  return { id: author.person.id, name: author.person.name }
}

const kRightsCodes: Record<string, string> = { 'rights.role': 'wrong_role', 'rights.site_unknown': 'site_unknown' }

/** How many of the files that the line names are not in it. */
async function checkFiles(files: readonly FileInPart[], named: readonly RecordFile[]): Promise<number> {
  const same = (a: FileInPart, b: RecordFile | undefined) => b && a.sha256 === b.sha256 && a.size === b.size && a.type === b.type && a.role === b.role && a.item === (b.item ?? '')
  if (files.length !== named.length || !files.every((f, i) => same(f, named[i]))) throw new PartFault('part_changed')
  for (const { sha256, size, bytes } of files) {
    if (bytes && (bytes.length !== size || (await sha256Hex(bytes)) !== sha256)) throw new PartFault('part_file_changed', { file: sha256.slice(0, 12) })
  }
  return files.filter((f) => !f.bytes).length
}

/** The trust lines that lead from the root to these keys, with every change of their rights (TrustBook::proofFor). */
export async function trustFor(kids: readonly string[], book: TrustBook, lines: readonly { index: number; text: string }[]): Promise<PlacedInPart[]> {
  const texts = new Map(lines.map((l) => [l.index, l.text]))
  const wanted = new Set<number>()
  const open = [...kids]
  for (let kid = open.pop(); kid !== undefined; kid = open.pop()) {
    const device = book.devices.get(kid)
    if (!device || wanted.has(device.enrolledAt)) continue
    wanted.add(device.enrolledAt)
    wanted.add(device.invite.issuedAt)
    open.push(device.issuer)
    const changes = device.held.flatMap((h) => [h.since, h.until]).concat(device.revoked?.index ?? null)
    for (const index of changes) {
      if (index === null || wanted.has(index)) continue
      wanted.add(index)
      open.push((await parseLine(texts.get(index)!)).kid)
    }
  }
  return [...wanted].sort((a, b) => a - b).flatMap((index) => (texts.has(index) ? [{ line: texts.get(index)!, index }] : []))
}
