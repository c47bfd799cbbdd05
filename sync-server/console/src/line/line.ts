/**
 * The record line: `<protected>..<signature> <payload>`, a detached JWS (RFC 7515 appendix F), a space, the payload's
 * exact bytes. A Line here is well formed, not yet believed: `verifyLine` says whether a key signed it.
 */
import { readInstant } from './clock'
import { concat, fromBase64url, fromUtf8, hex, utf8, type Bytes } from '../base/bytes'
import { sha256 } from '../crypto/sha256'
import type { Alg, PublicJwk } from '../crypto/jwk'
import { isLowS } from '../crypto/low_s'
import { signingInput, verifySignature } from '../crypto/suites'
import { checkPayloadForm } from './payload_form'
import { isPhotoOrigin, type PhotoOrigin } from './photo_origin'

export const kMaxLine = 262144
/** The one way to write `at`. */
const kInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?!-00:00)[+-]\d\d:\d\d$/

export interface Payload {
  v: number
  id: string
  type: string
  seq: number
  prev: string
  at: string
  /** What the author knew that their clock lacked, in ms, and what that was measured against. */
  clock?: { offset: number; within: number; size: number; time: string }
  seen?: { size: number; root: string }
  site?: string
  region?: string
  files: RecordFile[]
  body: Record<string, unknown>
}

export interface RecordFile {
  sha256: string
  size: number
  type: string
  role: string
  item?: string
  /** The file that this one belongs to: of marks, and of a picture to be shown. */
  of?: string
  photo?: PhotoOrigin
}

export interface Line {
  bytes: Bytes
  hash: string
  alg: Alg
  kid: string
  protectedPart: string
  signature: Bytes
  payloadBytes: Bytes
  payload: Payload
}

/** Throws an Error with a sentence that says which rule of the form is broken. */
export async function parseLine(text: string): Promise<Line> {
  const bytes = utf8(text)
  if (fromUtf8(bytes) !== text) throw new Error('the line is not proper Unicode')
  if (bytes.length > kMaxLine) throw new Error('the line is longer than 262,144 bytes')
  if (/[\r\n]/.test(text)) throw new Error('the line has a newline inside')
  const m = /^([A-Za-z0-9_-]+)\.\.([A-Za-z0-9_-]+) (\{.*\})$/s.exec(text)
  if (!m) throw new Error('the line is not “protected..signature payload”')
  const [, protectedPart, signatureText, payloadText] = m as unknown as [string, string, string, string]
  const header = parseHeader(protectedPart, 'plumb+json')
  const signature = fromBase64url(signatureText)
  if (signature.length !== 64) throw new Error('the signature is not 64 bytes')
  return {
    bytes,
    hash: hex(await sha256(bytes)),
    alg: header.alg,
    kid: header.kid,
    protectedPart,
    signature,
    payloadBytes: utf8(payloadText),
    payload: parsePayload(payloadText),
  }
}

export async function verifyLine(line: Line, key: PublicJwk): Promise<boolean> {
  return verifyOneForm(line.alg, key, line.signature, signingInput(line.protectedPart, line.payloadBytes))
}

/** A line has one signature, not the two that ES256 alone would take. */
async function verifyOneForm(alg: Alg, key: PublicJwk, signature: Bytes, message: Bytes): Promise<boolean> {
  if (alg === 'ES256' && !isLowS(signature)) return false
  return verifySignature(alg, key, signature, message)
}

/** A detached JWS beside its payload, as the proof inside key.enrolled is. */
export async function verifyDetached(jws: string, typ: string, kid: string, payload: Bytes, key: PublicJwk): Promise<boolean> {
  const m = /^([A-Za-z0-9_-]+)\.\.([A-Za-z0-9_-]+)$/.exec(jws)
  if (!m) return false
  try {
    const header = parseHeader(m[1]!, typ)
    if (header.kid !== kid) return false
    return await verifyOneForm(header.alg, key, fromBase64url(m[2]!), signingInput(m[1]!, payload))
  } catch {
    return false
  }
}

export function protectedPartOf(alg: Alg, kid: string, typ: string): Bytes {
  return concat(utf8(JSON.stringify({ alg, kid, typ })))
}

function parseHeader(part: string, typ: string): { alg: Alg; kid: string } {
  const h: unknown = JSON.parse(fromUtf8(fromBase64url(part)))
  if (typeof h !== 'object' || h === null || Object.keys(h).sort().join() !== 'alg,kid,typ')
    throw new Error('the protected header has other members than alg, kid, typ')
  const { alg, kid, typ: t } = h as Record<string, unknown>
  if (t !== typ) throw new Error('the protected header is of another typ')
  if (alg !== 'EdDSA' && alg !== 'ES256' && alg !== 'SM2') throw new Error('the algorithm is not known')
  if (typeof kid !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(kid)) throw new Error('the kid is not a thumbprint')
  return { alg, kid }
}

function parsePayload(text: string): Payload {
  const p: unknown = JSON.parse(text)
  if (typeof p !== 'object' || p === null || Array.isArray(p)) throw new Error('the payload is not an object')
  checkPayloadForm(text, p)
  const o = p as Record<string, unknown>
  const need = (ok: boolean, what: string) => {
    if (!ok) throw new Error(`the payload has no proper ${what}`)
  }
  need(o.v === 1, 'v')
  need(typeof o.id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(o.id), 'id')
  need(typeof o.type === 'string' && o.type !== '' && o.type.length <= 64, 'type')
  need(Number.isSafeInteger(o.seq) && (o.seq as number) >= 1, 'seq')
  need(typeof o.prev === 'string' && /^([0-9a-f]{64})?$/.test(o.prev) && (o.prev === '') === (o.seq === 1), 'prev')
  need(typeof o.at === 'string' && kInstant.test(o.at) && readInstant(o.at) !== null, 'at')
  need(o.seen === undefined || isSeen(o.seen), 'seen')
  need(o.site === undefined || typeof o.site === 'string', 'site')
  need(o.region === undefined || (typeof o.region === 'string' && /^(\d\d){0,3}$/.test(o.region)), 'region')
  need(o.clock === undefined || (typeof o.clock === 'object' && o.clock !== null && Number.isFinite((o.clock as Record<string, unknown>).offset)), 'clock')
  need(typeof o.body === 'object' && o.body !== null && !Array.isArray(o.body), 'body')
  need(o.files === undefined || (Array.isArray(o.files) && o.files.every(isFile)), 'files')
  return { ...(o as unknown as Payload), files: (o.files as RecordFile[] | undefined) ?? [] }
}

function isSeen(v: unknown): boolean {
  if (typeof v !== 'object' || v === null) return false
  const { size, root } = v as Record<string, unknown>
  return Number.isSafeInteger(size) && (size as number) >= 0 && typeof root === 'string'
}

function isFile(f: unknown): f is RecordFile {
  if (typeof f !== 'object' || f === null) return false
  const o = f as Record<string, unknown>
  return (
    typeof o.sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(o.sha256) &&
    typeof o.size === 'number' &&
    typeof o.type === 'string' &&
    typeof o.role === 'string' &&
    (o.item === undefined || typeof o.item === 'string') &&
    (o.of === undefined || (typeof o.of === 'string' && /^[0-9a-f]{64}$/.test(o.of))) &&
    (o.photo === undefined || isPhotoOrigin(o.photo))
  )
}
