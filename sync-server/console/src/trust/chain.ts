/**
 * The chain of trust, checked by the page itself: root (whose thumbprint the invitation told) → invite.issued →
 * key.enrolled → the device's key, as far as an author. Starts from the root's kid and believes a line only once the
 * line's own author is believed, so an order of lines, or lines of strangers among them, can change nothing.
 */
import { utf8 } from '../base/bytes'
import { readPublicJwk, thumbprint, type PublicJwk } from '../crypto/jwk'
import { parseLine, verifyDetached, verifyLine, type Line } from '../line/line'
import { findGrant, mayGive, readGrants, type Grant } from './rights'

export interface Person {
  id: string
  name: string
}

export interface Device {
  kid: string
  jwk: PublicJwk
  person: Person
  device: string
  grants: Grant[]
  /** The kid that signed the invitation: the root's, or an administrator's device. */
  issuer: string
  invitation: Line
  enrolment: Line
}

interface Invite {
  kid: string
  jwk: PublicJwk
  person: Person
  grants: Grant[]
  issuer: string
  line: Line
}

export type ChainFault = 'no_root_key' | 'bad_signature' | 'not_administrator' | 'beyond_region' | 'bad_proof' | 'malformed' | 'reused'

export interface Trust {
  root: string
  rootKey: PublicJwk | null
  devices: Map<string, Device>
  revocations: Map<string, Line[]>
  /** Why a line was not believed, by the kid that it would have vouched for. */
  faults: Map<string, ChainFault>
}

export function enrolText(inviteKid: string, deviceKid: string) {
  return utf8(`plumb-enrol-v1\n${inviteKid}\n${deviceKid}`)
}

/** `candidates`: what may be the root's public key; only one whose thumbprint is `root` is taken, whoever offers it. */
export async function buildTrust(root: string, candidates: unknown[], texts: string[]): Promise<Trust> {
  const lines = await readLines(texts)
  const trust: Trust = { root, rootKey: null, devices: new Map(), revocations: new Map(), faults: new Map() }
  // The root's own invitations carry its public key; the thumbprint alone decides whether it is the root's.
  for (const c of [...candidates, ...lines.map((l) => l.payload.body.root)]) {
    const jwk = readPublicJwk(c)
    if (jwk && (await thumbprint(jwk)) === root) trust.rootKey = jwk
  }
  if (!trust.rootKey) return trust
  const invites = new Map<string, Invite>()
  const open = new Set(lines)
  // Each round believes at least one more line, or ends.
  for (let grew = true; grew; ) {
    grew = false
    for (const line of open) {
      const known = await judge(trust, invites, line)
      if (!known) continue
      open.delete(line)
      grew = true
    }
  }
  return trust
}

/** From the root's first administrator to this key; empty when the key is not believed. */
export function pathTo(trust: Trust, kid: string): Device[] {
  const path: Device[] = []
  for (let d = trust.devices.get(kid); d; d = trust.devices.get(d.issuer)) {
    path.unshift(d)
    if (d.issuer === trust.root) return path
  }
  return []
}

async function readLines(texts: string[]): Promise<Line[]> {
  const lines: Line[] = []
  const met = new Set<string>()
  for (const text of texts) {
    try {
      const line = await parseLine(text)
      if (met.has(line.hash)) continue
      met.add(line.hash)
      lines.push(line)
    } catch {
      // A malformed line vouches for nobody; whoever needed it is not found below.
    }
  }
  return lines
}

/** True when the line has been dealt with, false while its author is still unknown. */
async function judge(trust: Trust, invites: Map<string, Invite>, line: Line): Promise<boolean> {
  switch (line.payload.type) {
    case 'invite.issued':
      return judgeInvite(trust, invites, line)
    case 'key.enrolled':
      return judgeEnrolment(trust, invites, line)
    case 'key.revoked':
      return judgeRevocation(trust, line)
    default:
      return true
  }
}

function keyOf(trust: Trust, kid: string): PublicJwk | null {
  return kid === trust.root ? trust.rootKey : (trust.devices.get(kid)?.jwk ?? null)
}

async function judgeInvite(trust: Trust, invites: Map<string, Invite>, line: Line): Promise<boolean> {
  const key = keyOf(trust, line.kid)
  if (!key) return false
  const jwk = readPublicJwk(line.payload.body.key)
  if (!jwk) return true
  const kid = await thumbprint(jwk)
  if (!(await verifyLine(line, key))) {
    trust.faults.set(kid, 'bad_signature')
    return true
  }
  const issuer = trust.devices.get(line.kid)
  if (issuer && 'fault' in findGrant(issuer.grants, 'invite.issued')) {
    trust.faults.set(kid, 'not_administrator')
    return true
  }
  const grants = readGrants(line.payload.body.grants)
  if (issuer && !mayGive(issuer.grants, grants)) {
    trust.faults.set(kid, 'beyond_region')
    return true
  }
  const person = readPerson(line.payload.body.person)
  if (!person) trust.faults.set(kid, 'malformed')
  else if (!invites.has(kid)) invites.set(kid, { kid, jwk, person, grants, issuer: line.kid, line })
  return true
}

async function judgeEnrolment(trust: Trust, invites: Map<string, Invite>, line: Line): Promise<boolean> {
  const invite = invites.get(line.kid)
  const jwk = readPublicJwk(line.payload.body.key)
  if (!jwk) return true
  const kid = await thumbprint(jwk)
  if (!invite) {
    // Left standing while the invitation may still come; the reason is kept for who asks in the end.
    const fault = trust.faults.get(line.kid)
    if (fault) trust.faults.set(kid, fault)
    return false
  }
  const { proof, device } = line.payload.body
  if (line.payload.seq !== 1 || !(await verifyLine(line, invite.jwk))) trust.faults.set(kid, 'bad_signature')
  else if (typeof proof !== 'string' || !(await verifyDetached(proof, 'plumb+enrol', kid, enrolText(invite.kid, kid), jwk)))
    trust.faults.set(kid, 'bad_proof')
  else if (kid === trust.root || [...trust.devices.values()].some((d) => d.enrolment.kid === line.kid)) trust.faults.set(kid, 'reused')
  else if (!trust.devices.has(kid)) {
    trust.faults.delete(kid)
    const name = typeof device === 'string' ? device : ''
    trust.devices.set(kid, { kid, jwk, person: invite.person, device: name, grants: invite.grants, issuer: invite.issuer, invitation: invite.line, enrolment: line })
  }
  return true
}

async function judgeRevocation(trust: Trust, line: Line): Promise<boolean> {
  const key = keyOf(trust, line.kid)
  if (!key) return false
  const issuer = trust.devices.get(line.kid)
  const of = line.payload.body.key
  if (typeof of !== 'string' || !(await verifyLine(line, key))) return true
  if (issuer && 'fault' in findGrant(issuer.grants, 'key.revoked')) return true
  trust.revocations.set(of, [...(trust.revocations.get(of) ?? []), line])
  return true
}

function readPerson(value: unknown): Person | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, name } = value as Record<string, unknown>
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null
}
