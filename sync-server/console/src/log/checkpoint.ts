/**
 * C2SP signed notes and checkpoints: `<origin>\n<size>\n<base64 root>\n`, then perhaps `time <RFC 3339>\n` and
 * `trust <count> <base64 digest>\n`, then `\n— <origin> <base64(id ‖ signature)>\n`. The verifier key
 * `<origin>+<8 hex>+<base64(0x01 ‖ key)>` comes from the invitation, never from the server.
 */
import { base64, concat, equal, fromBase64, hex, utf8, type Bytes } from '../base/bytes'
import { sha256 } from '../crypto/sha256'
import { verifyEd25519 } from '../crypto/ed25519'

export interface VerifierKey {
  origin: string
  id: Bytes
  key: Bytes
}

export interface Checkpoint {
  origin: string
  size: number
  root: Bytes
  /** When the server says that it signed; null when the note does not say. */
  time: string | null
  /** How many trust lines the log holds, and the digest over them (trust_digest.ts); null in notes of older servers. */
  trust: { count: number; digest: Bytes } | null
  note: string
}

/** What a key's signatures are: of the text alone, or a witness's cosignature (C2SP signed-note, signature types). */
export type KeyType = 1 | 4

/** Throws an Error with a sentence when the text is not an Ed25519 verifier key of this type whose id follows from name and key. */
export async function parseVerifierKey(text: string, type: KeyType = 1): Promise<VerifierKey> {
  const m = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text)
  if (!m) throw new Error('the log key is not in the form name+id+key')
  const [, origin, id, body] = m as unknown as [string, string, string, string]
  const raw = fromBase64(body)
  if (raw.length !== 33 || raw[0] !== type) throw new Error('the log key is not an Ed25519 key')
  const expected = (await sha256(concat(utf8(origin + '\n'), raw))).slice(0, 4)
  if (hex(expected) !== id) throw new Error('the log key does not match its own id')
  return { origin, id: expected, key: raw.slice(1) }
}

/** Reads a note and verifies the log's own signature; other signatures (witnesses) are passed over. Throws on any fault. */
export async function openCheckpoint(note: string, key: VerifierKey): Promise<Checkpoint> {
  const parsed = parseNote(note)
  const [origin, sizeText, rootText, ...rest] = parsed.lines
  if (origin !== key.origin) throw new Error('the checkpoint is of another log')
  const size = countOf(sizeText)
  if (size === null) throw new Error('the checkpoint has no proper size')
  const root = fromBase64(rootText ?? '')
  if (root.length !== 32) throw new Error('the checkpoint has no proper root')
  for (const s of parsed.signatures) {
    if (s.name !== key.origin || s.bytes.length !== 68 || !equal(s.bytes.slice(0, 4), key.id)) continue
    if (await verifyEd25519(key.key, s.bytes.slice(4), utf8(parsed.text)))
      return { origin, size, root, time: timeOf(rest), trust: trustOf(rest), note }
    throw new Error('the checkpoint’s signature is not the log’s')
  }
  throw new Error('the checkpoint is not signed by this log')
}

export function sameRoot(a: { root: Bytes }, b: { root: Bytes }): boolean {
  return equal(a.root, b.root)
}

export function seenOf(c: { size: number; root: Bytes }): { size: number; root: string } {
  return { size: c.size, root: base64(c.root) }
}

function timeOf(lines: string[]): string | null {
  const line = lines.find((l) => l.startsWith('time '))
  return line && !Number.isNaN(Date.parse(line.slice(5))) ? line.slice(5) : null
}

function trustOf(lines: string[]): Checkpoint['trust'] {
  const said = lines.filter((l) => l.startsWith('trust ')).map((line) => {
    const [count, digest, ...more] = line.slice(6).split(' ')
    const trust = { count: countOf(count), digest: fromBase64(digest ?? '') }
    if (trust.count === null || trust.digest.length !== 32 || more.length > 0) throw new Error('the checkpoint has no proper digest of its trust lines')
    return { count: trust.count, digest: trust.digest }
  })
  // The last counts, as it does for tablets: no note may say one thing here and another there.
  return said.at(-1) ?? null
}

function countOf(text: string | undefined): number | null {
  if (!text || !/^(0|[1-9][0-9]{0,15})$/.test(text)) return null
  const n = Number(text)
  return Number.isSafeInteger(n) ? n : null
}

/** Text and signature lines, of which nothing is verified. */
export function parseNote(note: string): { text: string; lines: string[]; signatures: { name: string; bytes: Bytes }[] } {
  const cut = note.lastIndexOf('\n\n')
  if (cut < 0 || !note.endsWith('\n')) throw new Error('the checkpoint is not a signed note')
  const text = note.slice(0, cut + 1)
  const signatures = note
    .slice(cut + 2, -1)
    .split('\n')
    .map((l) => {
      const m = /^\u2014 (\S+) (\S+)$/.exec(l)
      if (!m) throw new Error('the checkpoint has a malformed signature line')
      return { name: m[1]!, bytes: fromBase64(m[2]!) }
    })
  return { text, lines: text.slice(0, -1).split('\n'), signatures }
}
