// RFC 6962 by its recursive definitions (§2.1), slow and plain; checkpoints as C2SP signed notes.
import { generateKeyPairSync, sign } from 'node:crypto'
import { sha256 } from './keys.mjs'

const node = (l, r) => sha256(Buffer.concat([Buffer.of(1), l, r]))
export const leafOf = (line) => sha256(Buffer.concat([Buffer.of(0), Buffer.from(line)]))
const split = (n) => 2 ** Math.floor(Math.log2(n - 1))

export function rootOf(leaves) {
  if (leaves.length === 0) return sha256('')
  if (leaves.length === 1) return leaves[0]
  const k = split(leaves.length)
  return node(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)))
}

export function inclusion(m, leaves) {
  if (leaves.length <= 1) return []
  const k = split(leaves.length)
  return m < k ? [...inclusion(m, leaves.slice(0, k)), rootOf(leaves.slice(k))] : [...inclusion(m - k, leaves.slice(k)), rootOf(leaves.slice(0, k))]
}

export function consistency(m, leaves) {
  return m === 0 || m === leaves.length ? [] : sub(m, leaves, true)
}

function sub(m, leaves, whole) {
  if (m === leaves.length) return whole ? [] : [rootOf(leaves)]
  const k = split(leaves.length)
  return m <= k ? [...sub(m, leaves.slice(0, k), whole), rootOf(leaves.slice(k))] : [...sub(m - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))]
}

/** The hashes of the largest subtrees without a wanted leaf, from left to right; `begin` is where these leaves stand. */
export function multiProof(wanted, leaves, begin = 0) {
  if (wanted.length === 0) return leaves.length > 0 || begin > 0 ? [rootOf(leaves)] : []
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  const [left, right] = [wanted.filter((i) => i < begin + k), wanted.filter((i) => i >= begin + k)]
  return [...multiProof(left, leaves.slice(0, k), begin), ...multiProof(right, leaves.slice(k), begin + k)]
}

const kTrust = ['invite.issued', 'key.enrolled', 'key.revoked', 'role.granted', 'role.withdrawn', 'documents.certified']
const isTrust = (line) => kTrust.some((t) => line.includes(`"type":"${t}"`))
export const trustDigest = (lines) => lines.reduce((d, l) => sha256(Buffer.concat([d, sha256(l)])), Buffer.alloc(32))

export const texts = (hashes) => hashes.map((h) => h.toString('base64'))

export function makeLog(origin, now = () => new Date()) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.concat([Buffer.of(1), Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url')])
  const id = sha256(Buffer.concat([Buffer.from(`${origin}\n`), raw])).subarray(0, 4)
  const lines = []
  const leaves = []
  const log = {
    origin,
    lines,
    key: `${origin}+${id.toString('hex')}+${raw.toString('base64')}`,
    append(line) {
      lines.push(line)
      leaves.push(leafOf(line))
      return lines.length - 1
    },
    root: (size = leaves.length) => rootOf(leaves.slice(0, size)),
    checkpoint(size = leaves.length) {
      const trust = log.trust(size).map((l) => l.text)
      const said = log.silent ? '' : `trust ${trust.length} ${trustDigest(trust).toString('base64')}\n`
      const text = `${origin}\n${size}\n${log.root(size).toString('base64')}\ntime ${now().toISOString()}\n${said}`
      return `${text}\n\u2014 ${origin} ${Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')}\n`
    },
    /** An older server: its checkpoints say nothing of trust lines. */
    silent: false,
    trust: (size = leaves.length) => lines.slice(0, size).flatMap((text, index) => (isTrust(text) ? [{ index, text }] : [])),
    multiProof: (wanted, size = leaves.length) => texts(multiProof([...new Set(wanted)].sort((a, b) => a - b), leaves.slice(0, size))),
    inclusion: (i, size = leaves.length) => texts(inclusion(i, leaves.slice(0, size))),
    consistency: (from, to = leaves.length) => texts(consistency(from, leaves.slice(0, to))),
    indexOf: (hash) => lines.findIndex((l) => sha256(l).toString('hex') === hash),
    /** A backup was restored: the last lines are gone. */
    forget(n) {
      lines.splice(-n)
      leaves.splice(-n)
    },
    /** The operator rewrote an old line. */
    rewrite(i, line) {
      lines[i] = line
      leaves[i] = leafOf(line)
    },
  }
  return log
}
