/**
 * The code on an inspector's credential page: `#c.<compact JWS>.<log key>`. Her device signed it with the key by which she signs
 * records, at the moment that it states. What is computed here: the key signed it; the log holds the invitation that names
 * her and the enrolment by which her device claimed it; the log is signed by the key that the code carries. What the key may
 * do now, and that it was not revoked, is the server's word (SECURITY.md, "A shown credential").
 */
import { equal, fromBase64, fromBase64url, fromUtf8, utf8, type Bytes } from '../base/bytes'
import { algOf, readPublicJwk, thumbprint, type PublicJwk } from '../crypto/jwk'
import { isLowS } from '../crypto/low_s'
import { sha256 } from '../crypto/sha256'
import { verifySignature } from '../crypto/suites'
import { parseLine, verifyDetached, verifyLine, type Line } from '../line/line'
import { openCheckpoint, parseVerifierKey, type Checkpoint } from '../log/checkpoint'
import { leafHash, verifyInclusion } from '../log/merkle'

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

export type Mismatch = 'answer' | 'log_key' | 'checkpoint' | 'inclusion' | 'chain' | 'signature' | 'name'

export interface HeldCredential {
  name: string
  at: number
  device: string
  /** The number by which she may inspect, as the proved invitation states it; '' where it states none. */
  certificate: string
  roles: string[]
  regions: string[]
  revoked: boolean
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

const texts = (v: unknown): string[] => (Array.isArray(v) ? v.filter((one): one is string => typeof one === 'string') : [])

async function proved(v: unknown, type: string, checkpoint: Checkpoint): Promise<Proved> {
  const o = v as { index?: unknown; line?: unknown; inclusion?: unknown } | null
  if (typeof o?.line !== 'string' || !Number.isSafeInteger(o.index) || !Array.isArray(o.inclusion) || o.inclusion.length > 128) throw new No('answer')
  const line = await parseLine(o.line).catch(() => null)
  if (!line || line.payload.type !== type) throw new No('answer')
  const inclusion = (o.inclusion as unknown[]).map((one) => fromBase64(String(one)))
  if (!(await verifyInclusion(o.index as number, checkpoint.size, await leafHash(line.bytes), inclusion, checkpoint.root))) throw new No('inclusion')
  return { index: o.index as number, line }
}

async function keyIn(line: Line, kid: string): Promise<PublicJwk> {
  const key = readPublicJwk(line.payload.body.key)
  if (!key || (await thumbprint(key)) !== kid) throw new No('chain')
  return key
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
    const invited = await proved(answer.invited, 'invite.issued', checkpoint)
    const enrolled = await proved(answer.enrolled, 'key.enrolled', checkpoint)
    // The invitation's one-time key authored the enrolment, and the device's own key answered for itself in it.
    const inviteKey = await keyIn(invited.line, enrolled.line.kid)
    const key = await keyIn(enrolled.line, token.kid)
    const proof = String(enrolled.line.payload.body.proof)
    const answers = await verifyDetached(proof, 'plumb+enrol', token.kid, utf8(`plumb-enrol-v1\n${enrolled.line.kid}\n${token.kid}`), key)
    if (!answers || !(await verifyLine(enrolled.line, inviteKey)) || invited.index >= enrolled.index) throw new No('chain')
    const oneForm = algOf(key) === token.alg && (token.alg !== 'ES256' || isLowS(token.signature))
    if (!oneForm || !(await verifySignature(algOf(key), key, token.signature, token.signed))) throw new No('signature')
    const person = invited.line.payload.body.person as { name?: unknown; certificate?: { number?: unknown; until?: unknown } } | undefined
    const { number, until } = person?.certificate ?? {}
    if (person?.name !== token.name) throw new No('name')
    return {
      held: {
        name: token.name,
        at: token.at,
        device: String(enrolled.line.payload.body.device ?? ''),
        certificate: typeof number === 'string' ? number + (typeof until === 'string' && until !== '' ? ` (${until})` : '') : '',
        roles: texts(answer.roles),
        regions: texts(answer.regions),
        revoked: answer.revoked === true,
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
