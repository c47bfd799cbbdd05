/**
 * Is this line by someone who was allowed to write it? Signature over the exact bytes, the chain from the root, the
 * revocations among the trust lines (by their proved place in the log), and the grants for type, region and site.
 */
import { fromBase64 } from '../base/bytes'
import type { Proof } from '../api/types'
import { kSuiteName } from '../crypto/suites'
import type { Checkpoint } from '../log/checkpoint'
import { leafHash, verifyInclusion } from '../log/merkle'
import { verifyLine, type Line } from '../line/line'
import { pathTo, type Device, type Trust } from '../trust/chain'
import { findGrant } from '../trust/rights'
import { bad, ok, unknown, type Check } from './check'

export interface PlaceInLog {
  /** Where the line stands, when that has been proved already; null to have it proved if it matters. */
  index: number | null
  checkpoint: Checkpoint
  /** The server's proof for another line under the same checkpoint. */
  proofOf(hash: string): Promise<Proof>
}

export interface Authority {
  author: Device | null
  signature: Check
  chain: Check
  rights: Check
}

export async function checkAuthority(line: Line, trust: Trust, place: PlaceInLog | null): Promise<Authority> {
  const author = trust.devices.get(line.kid) ?? null
  if (!author) {
    const fault = trust.rootKey ? (trust.faults.get(line.kid) ?? 'unknown_author') : 'no_root_key'
    return {
      author,
      signature: bad('signature', 'signature.no_key', { kid: line.kid.slice(0, 8) }),
      chain: bad('chain', `chain.${fault}`, { kid: line.kid.slice(0, 8) }),
      rights: bad('rights', 'rights.no_author'),
    }
  }
  const signed = await verifyLine(line, author.jwk)
  return {
    author,
    signature: signed
      ? ok('signature', 'signature.ok', { suite: kSuiteName[line.alg], bytes: line.payloadBytes.length })
      : bad('signature', 'signature.bad', { suite: kSuiteName[line.alg] }),
    chain: await checkChain(line, author, trust, place),
    rights: checkRights(line, author),
  }
}

function checkRights(line: Line, author: Device): Check {
  const { type, region } = line.payload
  const found = findGrant(author.grants, type, region)
  if ('fault' in found) return bad('rights', `rights.${found.fault}`, { name: author.person.name, region: region ?? '—' })
  return ok('rights', 'rights.ok', {
    name: author.person.name,
    role: `role.${found.grant.role}`,
    regions: found.grant.regions.join(' '),
    region: region ?? '—',
  })
}

async function checkChain(line: Line, author: Device, trust: Trust, place: PlaceInLog | null): Promise<Check> {
  const path = pathTo(trust, author.kid)
  if (path.length === 0) return bad('chain', 'chain.unknown_author', { kid: line.kid.slice(0, 8) })
  const names = path.map((d) => d.person.name).join(' → ')
  const later: number[] = []
  // Each key of the path must not have been revoked before the line that it vouches with: the next one's invitation, or this line.
  for (const [step, device] of path.entries()) {
    const vouched = path[step + 1]?.invitation ?? line
    for (const r of trust.revocations.get(device.kid) ?? []) {
      const name = device.person.name
      const own = place && (vouched === line && place.index !== null ? place.index : await provedIndex(vouched, place))
      const index = place && (await provedIndex(r, place))
      if (own === null || index === null) return unknown('chain', 'chain.revocation_unplaced', { name })
      if (index < own) return bad('chain', 'chain.revoked', { name, at: index + 1 })
      later.push(index + 1)
    }
  }
  if (later.length > 0) return ok('chain', 'chain.revoked_later', { names, at: Math.min(...later) })
  return ok('chain', 'chain.ok', { names, root: trust.root.slice(0, 8), steps: path.length })
}

async function provedIndex(line: Line, place: PlaceInLog): Promise<number | null> {
  try {
    const p = await place.proofOf(line.hash)
    const leaf = await leafHash(line.bytes)
    const { size, root } = place.checkpoint
    return (await verifyInclusion(p.index, size, leaf, p.hashes.map(fromBase64), root)) ? p.index : null
  } catch {
    return null
  }
}
