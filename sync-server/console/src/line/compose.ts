/** Makes a record line: the payload's members in the order of RECORDS.md, signed as they stand. */
import { base64url, utf8, type Bytes } from '../base/bytes'
import type { Alg } from '../crypto/jwk'
import { signingInput } from '../crypto/suites'
import { instant, uuid7 } from './clock'
import { kMaxLine, protectedPartOf } from './line'

export interface LineSigner {
  alg: Alg
  kid: string
  sign(message: Bytes): Promise<Bytes>
}

/** A file that a line names; its bytes follow the line. */
export interface AttachedFile {
  sha256: string
  type: string
  role: string
  bytes: Bytes
}

/** One that lies sealed here, under `kept`, or that the log's other lines brought ('' then). */
export interface KeptFile {
  sha256: string
  type: string
  role: string
  size: number
  /** The item that it belongs to. */
  item: string
  /** Of a layer of marks: the hash of its photo. */
  of?: string
  kept: string
  /** Once it was brought it need not stay. */
  release?: boolean
}

export interface Draft {
  type: string
  site?: string
  region?: string
  files?: (AttachedFile | KeptFile)[]
  body: Record<string, unknown>
}

export interface Place {
  seq: number
  prev: string
  seen: { size: number; root: string } | null
}

export async function composeLine(signer: LineSigner, draft: Draft, place: Place, now: Date): Promise<string> {
  const payload = JSON.stringify({
    v: 1,
    id: uuid7(now),
    type: draft.type,
    seq: place.seq,
    prev: place.prev,
    at: instant(now),
    ...(place.seen && { seen: place.seen }),
    ...(draft.site && { site: draft.site }),
    ...(draft.region && { region: draft.region }),
    ...(draft.files?.length && { files: draft.files.map((f) => ({ sha256: f.sha256, size: 'kept' in f ? f.size : f.bytes.length, type: f.type, role: f.role, ...('kept' in f && f.item && { item: f.item }), ...('kept' in f && f.of && { of: f.of }) })) }),
    body: draft.body,
  })
  const line = `${await detached(signer, 'plumb+json', utf8(payload))} ${payload}`
  if (utf8(line).length > kMaxLine) throw new Error('the comments are too long for one line')
  return line
}

/** A detached JWS over these bytes. */
export async function detached(signer: LineSigner, typ: string, payload: Bytes): Promise<string> {
  const part = base64url(protectedPartOf(signer.alg, signer.kid, typ))
  return `${part}..${base64url(await signer.sign(signingInput(part, payload)))}`
}
