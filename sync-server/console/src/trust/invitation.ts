/**
 * The invitation: `plumb://enrol?s=…&p=…&l=…&r=…&a=…&k=…`, pasted as text or carried by this page's own link
 * `/#/enrol?i=<percent-encoded URI>`. It is the one thing a browser is told from outside: the log's key and the root's
 * thumbprint are believed from here and from nowhere else. Hostile text ends in an InvitationError with a code.
 */
import { fromBase64url, type Bytes } from '../base/bytes'
import type { Alg } from '../crypto/jwk'
import { parseVerifierKey } from '../log/checkpoint'

export type InvitationFault = 'empty' | 'form' | 'missing' | 'server' | 'log' | 'root' | 'alg' | 'key'

export class InvitationError extends Error {
  constructor(
    readonly code: InvitationFault,
    detail: string,
  ) {
    super(detail)
  }
}

export interface Invitation {
  server: string
  pin: string | null
  log: string
  origin: string
  root: string
  alg: Alg
  secret: Bytes
}

const kMaxLength = 4096
const kThumbprint = /^[A-Za-z0-9_-]{43}$/

export async function parseInvitation(input: string): Promise<Invitation> {
  const text = unwrapLink(input.trim())
  if (text === '') throw new InvitationError('empty', 'nothing was pasted')
  if (text.length > kMaxLength) throw new InvitationError('form', 'longer than any invitation')
  const m = /^plumb:\/\/enrol\/?\?([^#\s]*)$/i.exec(text)
  if (!m) throw new InvitationError('form', 'not a plumb://enrol?… text')
  const values = readQuery(m[1]!)
  const server = values.get('s')
  const log = values.get('l')
  const root = values.get('r')
  const key = values.get('k')
  if (!server || !log || !root || !key) throw new InvitationError('missing', 'a part is missing: s, l, r and k are needed')
  const alg = values.get('a') ?? 'ES256'
  if (alg !== 'ES256' && alg !== 'EdDSA') throw new InvitationError('alg', `the suite ${alg.slice(0, 20)} cannot be used in a browser`)
  if (!kThumbprint.test(root)) throw new InvitationError('root', 'the root is not a thumbprint')
  const pin = values.get('p') || null
  if (pin && !kThumbprint.test(pin)) throw new InvitationError('form', 'the certificate pin is malformed')
  return { server: readServer(server), pin, log, origin: await readOrigin(log), root, alg, secret: readSecret(key) }
}

/** A link of this page may be pasted instead of the URI that it carries. */
function unwrapLink(text: string): string {
  const m = /^https?:\/\/[^#\s]*#\/enrol\?i=([^&\s]+)$/i.exec(text)
  return m ? decode(m[1]!) : text
}

function readQuery(query: string): Map<string, string> {
  const values = new Map<string, string>()
  for (const part of query.split('&')) {
    if (part === '') continue
    const at = part.indexOf('=')
    const name = at < 0 ? part : part.slice(0, at)
    if (values.has(name)) throw new InvitationError('form', 'a part stands twice')
    // '+' is a plus: the log key holds some, and this is no HTML form.
    values.set(name, at < 0 ? '' : decode(part.slice(at + 1)))
  }
  return values
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new InvitationError('form', 'a percent sign is not followed by two digits')
  }
}

function readServer(text: string): string {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw new InvitationError('server', 'the server is not a URL')
  }
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password)
    throw new InvitationError('server', 'the server is not a web address')
  return url.origin
}

async function readOrigin(log: string): Promise<string> {
  try {
    return (await parseVerifierKey(log)).origin
  } catch (e) {
    throw new InvitationError('log', (e as Error).message)
  }
}

function readSecret(text: string): Bytes {
  try {
    const secret = fromBase64url(text)
    if (secret.length === 32 && secret.some((b) => b !== 0)) return secret
  } catch {
    // The sentence below is the answer to either fault.
  }
  throw new InvitationError('key', 'the invite key is not 32 bytes')
}
