/**
 * Whether what was drawn on glass was drawn for this very record: the rule of shared/records/inspection/signed_content.h, by
 * which tablet and server judge. It needs the line alone. And that a refusal which nobody witnessed can be heard or seen, that
 * nothing was delivered after it was said, that a stated place is one of its moment (evidence/signed_place.h), and that nothing was
 * put right on a day to come (rectification/act.h).
 */
import { utf8, type Bytes } from '../base/bytes'
import { sha256Hex } from '../crypto/sha256'
import { correctedDay } from '../line/clock'
import type { Line, RecordFile } from '../line/line'
import { kOldestPlace, statesPlace } from './bodies/place'
import { isObject, type Json } from './body_reader'
import { bad, ok, type Check } from './check'

const kMembers = ['answers', 'checklist', 'day', 'facts', 'findings', 'kind', 'na', 'notes', 'of', 'order', 'score', 'started', 'zone']
/** What lies before the eyes of whoever signs. */
const kShownRoles = ['answer', 'document', 'evidence', 'marks', 'shown']
const kClocksDiffer = 120_000
const kVersions = ['inspection.submitted', 'inspection.amended', 'assessment.submitted', 'assessment.amended']

const before = (a: Bytes, b: Bytes) => {
  for (let i = 0; i < Math.min(a.length, b.length); ++i) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

/** As bencode writes it; throws where a number is not whole. */
function add(out: Bytes[], value: unknown): void {
  const put = (text: string): void => void out.push(utf8(text))
  const putText = (bytes: Bytes) => {
    put(`${bytes.length}:`)
    out.push(bytes)
  }
  if (value === null) return put('n')
  if (typeof value === 'boolean') return put(value ? 't' : 'f')
  if (typeof value === 'string') return putText(utf8(value))
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('a number that is not whole')
    // −0 is 0.
    return put(`i${value + 0}e`)
  }
  if (Array.isArray(value)) {
    put('l')
    for (const one of value as unknown[]) add(out, one)
    return put('e')
  }
  put('d')
  const members = Object.entries(value as Json).map(([name, inner]) => ({ name: utf8(name), inner }))
  for (const { name, inner } of members.sort((a, b) => before(a.name, b.name))) {
    putText(name)
    add(out, inner)
  }
  put('e')
}

function textOf(content: Json): Bytes {
  const parts: Bytes[] = []
  add(parts, content)
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const membersOf = (site: string, body: Json, names: string[]): Json => ({ site, ...Object.fromEntries(names.filter((name) => Object.hasOwn(body, name)).map((name) => [name, body[name]])) })

/** Of form 1, from before what a record shows was part of it: the digest in hex; throws where the content has none. */
export const earlierSignedContent = async (site: string, body: Json): Promise<string> => sha256Hex(textOf(membersOf(site, body, kMembers)))

/** Of form 2. Likewise. */
export async function signedContent(site: string, body: Json, files: RecordFile[]): Promise<string> {
  const shown = files.filter(({ role }) => kShownRoles.includes(role)).map(({ sha256, type, role, item, of, photo }) => {
    const one: Json = { role, sha256, type }
    for (const [name, value] of Object.entries({ item, of, caption: photo?.caption, reason: photo?.reason })) if (value) one[name] = value
    return one
  })
  const inOrder = shown.map((one) => ({ one, text: textOf(one) })).sort((a, b) => before(a.text, b.text))
  return sha256Hex(textOf({ ...membersOf(site, body, [...kMembers, 'inspected', 'test']), files: inOrder.map(({ one }) => one), form: 2 }))
}

function statedIn(body: Json): { content: string; withFiles: boolean }[] {
  const party = isObject(body.party) ? body.party : {}
  const refused = isObject(party.refused) ? party.refused : {}
  return [party.strokes, refused.strokes].filter(isObject).map((strokes) => ({ content: String(strokes.content), withFiles: Object.hasOwn(strokes, 'form') }))
}

const correctedAt = (payload: Line['payload']) => Date.parse(payload.at) + (payload.clock?.offset ?? 0)

/** Whether the place that a line states, where it states one, was measured about when it was signed. */
function isOfItsMoment(payload: Line['payload']): boolean {
  const { place } = payload.body
  if (!isObject(place) || Object.hasOwn(place, 'none')) return true
  return Math.abs(Date.parse(String(place.at)) - correctedAt(payload)) <= kOldestPlace + kClocksDiffer
}

/** The first member of a report that speaks of a day which had not come, by its own zone and corrected clock; null where none does. */
function doneAhead(payload: Line['payload']): string | null {
  if (payload.type !== 'rectification.reported' || !Array.isArray(payload.body.findings)) return null
  const latest = correctedDay(payload, kClocksDiffer)
  const at = (payload.body.findings as Json[]).findIndex(({ day }) => typeof day === 'string' && day > latest)
  return at < 0 ? null : `body.findings[${at}].day`
}

/** REQUIRES: the body is well-formed. */
export async function checkContext({ payload }: Line): Promise<Check> {
  if (statesPlace(payload.type) && !isOfItsMoment(payload)) return bad('body', 'body.bad', { member: 'body.place' })
  const ahead = doneAhead(payload)
  if (ahead !== null) return bad('body', 'body.ahead', { member: ahead })
  // Nothing was delivered later than its author says that she says so.
  if (payload.type === 'inspection.delivered' && Date.parse(String(payload.body.at)) - kClocksDiffer > correctedAt(payload)) return bad('body', 'body.bad', { member: 'body.at' })
  if (!kVersions.includes(payload.type)) return ok('body', 'body.ok')
  for (const { content, withFiles } of statedIn(payload.body)) {
    const site = payload.site ?? ''
    const own = await (withFiles ? signedContent(site, payload.body, payload.files ?? []) : earlierSignedContent(site, payload.body)).catch(() => '')
    if (content !== own) return bad('body', 'body.lifted')
  }
  const party = isObject(payload.body.party) ? payload.body.party : {}
  const refused = isObject(party.refused) ? party.refused : {}
  const shown = (payload.files ?? []).some((file) => file.role === 'refusal' && /^(audio|video)\//.test(file.type))
  if (refused.no_witness && !shown) return bad('body', 'body.bad', { member: 'body.party.refused' })
  return ok('body', 'body.ok')
}
