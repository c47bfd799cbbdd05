/**
 * The code on an inspector's credential page: `#c.<compact JWS>.<log key>`. Her device signed it with the key by which she signs
 * records, at the moment that it states. What is computed here: the key signed it; a chain of signed lines leads from the root
 * that named this log to that key, each of them proved to stand in the log in this order; what the key may do follows from
 * them, and so does its revocation. The log is signed by the key that the code carries. That no later revocation is kept back
 * is the office's word (SECURITY.md, "A shown credential").
 */
import { equal, fromBase64, fromBase64url, fromUtf8, utf8, type Bytes } from '../base/bytes'
import { algOf, thumbprint, readPublicJwk } from '../crypto/jwk'
import { isLowS } from '../crypto/low_s'
import { sha256 } from '../crypto/sha256'
import { verifySignature } from '../crypto/suites'
import { parseLine, type Line } from '../line/line'
import { openCheckpoint, parseVerifierKey, type Checkpoint } from '../log/checkpoint'
import { leafHash, verifyInclusion } from '../log/merkle'
import { certifiedUntil } from '../trust/certificate'
import { grantsAt, pathTo, TrustBook } from '../trust/chain'

/** A code that is older is a picture of a code; one from so far ahead, a wrong clock. */
export const kFreshMs = 5 * 60_000
export const kAheadMs = 2 * 60_000
const kTyp = 'plumb+credential'

export interface Token {
  kid: string
  alg: string
  name: string
  /** When the device signed it, by its corrected clock. */
  at: number
  signed: Bytes
  signature: Bytes
  /** The first 16 bytes of the SHA-256 of the log's verifier key. */
  logKey: Bytes
}

/** null where the fragment is no such code. */
export function readToken(fragment: string): Token | null {
  const parts = fragment.replace(/^#/, '').split('.')
  if (parts[0] !== 'c' || parts.length !== 5) return null
  try {
    const [, head, body, mac, pin] = parts as [string, string, string, string, string]
    const header = JSON.parse(fromUtf8(fromBase64url(head))) as Record<string, unknown>
    const said = JSON.parse(fromUtf8(fromBase64url(body))) as Record<string, unknown>
    const logKey = fromBase64url(pin)
    const { alg, kid, typ } = header
    if (typ !== kTyp || typeof kid !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(kid) || typeof alg !== 'string' || Object.keys(header).length !== 3) return null
    if (said.v !== 1 || typeof said.name !== 'string' || typeof said.at !== 'string' || Number.isNaN(Date.parse(said.at)) || logKey.length !== 16) return null
    return { kid, alg, name: said.name, at: Date.parse(said.at), signed: utf8(`${head}.${body}`), signature: fromBase64url(mac), logKey }
  } catch {
    return null
  }
}

export type Mismatch = 'answer' | 'log_key' | 'checkpoint' | 'inclusion' | 'root' | 'chain' | 'signature' | 'name'

export interface HeldCredential {
  name: string
  at: number
  device: string
  /** The number by which she may inspect, as the proved invitation states it; '' where it states none. */
  certificate: string
  /** The last day on which it holds; null where none is stated. */
  certifiedUntil: string | null
  /** What the key may do as of the checkpoint, by the proved lines. */
  roles: string[]
  regions: string[]
  /** Proved by a line; or, without one, said by the server, which nobody says against herself. */
  revoked: boolean
  revokedAt: string | null
  /** The first 8 characters of the root's thumbprint, for a person to compare, and how many keys lie between. */
  root: string
  steps: number
  checkpoint: Checkpoint
  enrolledAt: number
}

interface Proved {
  index: number
  line: Line
}

class No extends Error {
  constructor(readonly why: Mismatch) {
    super(why)
  }
}

/** More than any chain of keys has lines. */
const kMostLines = 4096

async function provedLine(v: unknown, checkpoint: Checkpoint): Promise<Proved> {
  const o = v as { index?: unknown; line?: unknown; inclusion?: unknown } | null
  if (typeof o?.line !== 'string' || !Number.isSafeInteger(o.index) || !Array.isArray(o.inclusion) || o.inclusion.length > 128) throw new No('answer')
  const line = await parseLine(o.line).catch(() => null)
  if (!line) throw new No('answer')
  const inclusion = (o.inclusion as unknown[]).map((one) => fromBase64(String(one)))
  if (!(await verifyInclusion(o.index as number, checkpoint.size, await leafHash(line.bytes), inclusion, checkpoint.root))) throw new No('inclusion')
  return { index: o.index as number, line }
}

/** The root introduces itself in its first line, and names the log that it rules there. */
async function bookOf(lines: Proved[], logKey: string): Promise<TrustBook> {
  const first = lines[0]?.line
  const jwk = first && readPublicJwk(first.payload.body.root)
  if (!first || !jwk || (await thumbprint(jwk)) !== first.kid) throw new No('root')
  const named = lines.some(({ line }) => line.kid === first.kid && line.payload.body.log === logKey)
  if (!named) throw new No('root')
  const book = new TrustBook(first.kid)
  let last = -1
  for (const { line, index } of lines) {
    if (index <= last) throw new No('answer')
    last = index
    if ((await book.add(line, index)) !== null) throw new No('chain')
  }
  return book
}

/** Holds the server's answer about the token's key against the token. */
export async function holdCredential(token: Token, body: string): Promise<{ held: HeldCredential } | { mismatch: Mismatch }> {
  try {
    const answer = JSON.parse(body) as Record<string, unknown>
    if (answer.kid !== token.kid || typeof answer.log_key !== 'string' || typeof answer.checkpoint !== 'string') throw new No('answer')
    if (!equal((await sha256(utf8(answer.log_key))).slice(0, 16), token.logKey)) throw new No('log_key')
    const verifier = await parseVerifierKey(answer.log_key).catch(() => null)
    const checkpoint = verifier && (await openCheckpoint(answer.checkpoint, verifier).catch(() => null))
    if (!checkpoint) throw new No('checkpoint')
    if (!Array.isArray(answer.trust) || answer.trust.length > kMostLines) throw new No('answer')
    const lines: Proved[] = []
    for (const one of answer.trust as unknown[]) lines.push(await provedLine(one, checkpoint))
    const book = await bookOf(lines, answer.log_key)
    const device = book.devices.get(token.kid)
    if (!device) throw new No('chain')
    const oneForm = algOf(device.jwk) === token.alg && (token.alg !== 'ES256' || isLowS(token.signature))
    if (!oneForm || !(await verifySignature(algOf(device.jwk), device.jwk, token.signature, token.signed))) throw new No('signature')
    if (device.person.name !== token.name) throw new No('name')
    const grants = grantsAt(device, null)
    const { number, until } = device.invite.certificate ?? { number: '', until: '' }
    const enrolled = lines.find(({ index }) => index === device.enrolledAt)!
    return {
      held: {
        name: token.name,
        at: token.at,
        device: device.device,
        certificate: number + (until !== '' ? ` (${until})` : ''),
        certifiedUntil: certifiedUntil(book, device.person.id, checkpoint.size),
        roles: [...new Set(grants.map((g) => g.role as string))],
        regions: [...new Set(grants.flatMap((g) => g.regions))],
        revoked: device.revoked !== null || answer.revoked === true,
        revokedAt: device.revoked?.line.payload.at ?? null,
        root: book.root.slice(0, 8),
        steps: pathTo(book, token.kid).length,
        checkpoint,
        enrolledAt: Date.parse(enrolled.line.payload.at),
      },
    }
  } catch (e) {
    return { mismatch: e instanceof No ? e.why : 'answer' }
  }
}

export type Freshness = 'now' | 'old' | 'ahead'

export function freshness(at: number, now: number): Freshness {
  return now - at > kFreshMs ? 'old' : at - now > kAheadMs ? 'ahead' : 'now'
}
