/**
 * The chain of trust, checked by the page itself: root (whose thumbprint the invitation told) → invite.issued →
 * key.enrolled → the device's key; key.revoked, role.granted and role.withdrawn change what a key may. The book takes the
 * trust lines in log order and judges each as of its place, with the rules of shared/domain/trust.h: a key counts from its
 * enrolment's index on and no more from its first revocation's, and what it said between the two stands for ever.
 * That the indexes are the log's own is for the caller to have proved.
 */
import { fromBase64, utf8 } from '../base/bytes'
import { readPublicJwk, thumbprint, type PublicJwk } from '../crypto/jwk'
import { readInstant } from '../line/clock'
import { parseLine, verifyDetached, verifyLine, type Line } from '../line/line'
import type { PlacedText } from '../log/feed_page'
import { isBefore, type LogPlace } from './facts'
import { completeRegions, isSameGrant, liesWithin, readGrants, type Grant } from './grants'
import { isTrustType } from './record_types'

export interface Person {
  id: string
  name: string
}

/** A grant, and the trust lines from which on it counted, and no more counted. */
export interface HeldGrant {
  grant: Grant
  since: number
  until: number | null
}

export interface Device {
  kid: string
  jwk: PublicJwk
  person: Person
  device: string
  held: HeldGrant[]
  /** The invitation that it claimed, and the hash of the line by which it did. */
  invite: Invite
  enrolment: string
  enrolledOn: string
  /** The kid that signed the invitation: the root's, or an administrator's device. */
  issuer: string
  enrolledAt: number
  /** The first line that revoked the key. */
  revoked: { index: number; line: Line } | null
}

/** What shows that a person may inspect, as the invitation states it: for readers, judged by nobody. */
export interface Certificate {
  number: string
  until: string
}

export interface Invite {
  kid: string
  jwk: PublicJwk
  person: Person
  certificate: Certificate | null
  grants: Grant[]
  issuer: string
  issuedAt: number
  expires: string
  used: boolean
}

export type ChainFault =
  | 'no_root_key' | 'bad_signature' | 'unknown_author' | 'issuer_revoked' | 'not_administrator' | 'beyond_region' | 'bad_proof'
  | 'malformed' | 'reused' | 'namesake' | 'not_held' | 'not_root'

const kEverywhere: Grant[] = [{ role: 'administrator', regions: [''], sites: [] }]

export function enrolText(inviteKid: string, deviceKid: string) {
  return utf8(`plumb-enrol-v1\n${inviteKid}\n${deviceKid}`)
}

export function grantsAt(device: Device | undefined, place: LogPlace): Grant[] {
  const counts = (h: HeldGrant) => isBefore(h.since, place) && !(h.until !== null && isBefore(h.until, place))
  return device ? device.held.filter(counts).map((h) => h.grant) : []
}

export function isRevokedBefore(device: Device, place: LogPlace): boolean {
  return device.revoked !== null && isBefore(device.revoked.index, place)
}

export class TrustBook {
  rootKey: PublicJwk | null = null
  readonly devices = new Map<string, Device>()
  /** Why a line was not believed, by the kid that it would have vouched for. */
  readonly faults = new Map<string, ChainFault>()
  /** Why a line was not believed, by its place. */
  readonly refused = new Map<number, ChainFault>()
  /** The place of the last line that was judged. */
  last = -1
  readonly invites = new Map<string, Invite>()
  /** The root's lines that name an authority of document keys, in log order. */
  readonly documentAuthorities: { index: number; line: Line }[] = []
  private readonly personOfName = new Map<string, string>()

  constructor(readonly root: string) {}

  /** The id under which a name stands already. */
  personNamed(name: string): string | undefined {
    return this.personOfName.get(name)
  }

  /** The root's public key is believed for its thumbprint only, whoever offers it. */
  async offerRootKey(candidate: unknown): Promise<void> {
    const jwk = readPublicJwk(candidate)
    if (jwk && (await thumbprint(jwk)) === this.root) this.rootKey = jwk
  }

  /**
   * Judges the line at `index` and takes it in when it is good. `signed`: this very line was good at this place before, so
   * its signatures are not computed again. REQUIRES: `index` is beyond that of every line before.
   */
  async add(line: Line, index: number, signed = false): Promise<ChainFault | null> {
    if (index <= this.last) throw new Error('trust lines are taken in log order')
    this.last = index
    // The root introduces itself: its own lines carry its key.
    if (!this.rootKey && line.kid === this.root) await this.offerRootKey(line.payload.body.root)
    const fault = await this.judge(line, index, signed)
    if (fault) this.refused.set(index, fault)
    return fault
  }

  private judge(line: Line, index: number, signed: boolean): Promise<ChainFault | null> {
    switch (line.payload.type) {
      case 'invite.issued':
        return this.takeInvite(line, index, signed)
      case 'key.enrolled':
        return this.takeEnrolment(line, index, signed)
      case 'documents.certified':
        return this.takeAuthority(line, index, signed)
      case 'key.revoked':
      case 'role.granted':
      case 'role.withdrawn':
        return this.takeChange(line, index, signed)
      default:
        return Promise.resolve('malformed')
    }
  }

  /** What the line's author administers as of its place, when she did sign it. */
  private async issuer(line: Line, index: number, signed: boolean): Promise<{ own: Grant[] } | { fault: ChainFault }> {
    const device = this.devices.get(line.kid)
    const key = line.kid === this.root ? this.rootKey : device?.jwk
    if (!key) return { fault: line.kid === this.root ? 'no_root_key' : 'unknown_author' }
    if (!signed && !(await verifyLine(line, key))) return { fault: 'bad_signature' }
    if (line.kid === this.root) return { own: kEverywhere }
    if (isRevokedBefore(device!, index)) return { fault: 'issuer_revoked' }
    const own = grantsAt(device, index).filter((g) => g.role === 'administrator')
    return own.length > 0 ? { own } : { fault: 'not_administrator' }
  }

  private async takeInvite(line: Line, index: number, signed: boolean): Promise<ChainFault | null> {
    const { key, person: said, grants: given, expires } = line.payload.body
    const jwk = readPublicJwk(key)
    const issuer = await this.issuer(line, index, signed)
    if (!jwk) return 'fault' in issuer ? issuer.fault : 'malformed'
    const kid = await thumbprint(jwk)
    const refuse = (fault: ChainFault) => {
      // One that stands already is not undone by another with the same key.
      if (!this.invites.has(kid) && fault !== 'unknown_author') this.faults.set(kid, fault)
      return fault
    }
    if ('fault' in issuer) return refuse(issuer.fault)
    const person = readPerson(said)
    const grants = readGrants(given)
    if (!person || !grants || !readInstant(expires)) return refuse('malformed')
    if (this.invites.has(kid)) return refuse('reused')
    // One person under two ids could review herself.
    const known = this.personOfName.get(person.name)
    if (known !== undefined && known !== person.id && !saysNamesake(said)) return refuse('namesake')
    if (!liesWithin(issuer.own, grants)) return refuse('beyond_region')
    if (known === undefined) this.personOfName.set(person.name, person.id)
    this.faults.delete(kid)
    const certificate = readCertificate(said)
    this.invites.set(kid, { kid, jwk, person, certificate, grants: completeRegions(grants, issuer.own), issuer: line.kid, issuedAt: index, expires: String(expires), used: false })
    return null
  }

  private async takeEnrolment(line: Line, index: number, signed: boolean): Promise<ChainFault | null> {
    const invite = this.invites.get(line.kid)
    const jwk = readPublicJwk(line.payload.body.key)
    if (!jwk) return 'malformed'
    const kid = await thumbprint(jwk)
    const refuse = (fault: ChainFault) => {
      if (!this.devices.has(kid) && fault !== 'unknown_author') this.faults.set(kid, fault)
      return fault
    }
    if (!invite) return refuse(this.faults.get(line.kid) ?? 'unknown_author')
    const { proof, device } = line.payload.body
    if (!signed && !(await verifyLine(line, invite.jwk))) return refuse('bad_signature')
    if (invite.used) return refuse('reused')
    const proves = async () => typeof proof === 'string' && verifyDetached(proof, 'plumb+enrol', kid, enrolText(invite.kid, kid), jwk)
    if (!signed && !(await proves())) return refuse('bad_proof')
    if (kid === this.root || this.devices.has(kid) || this.invites.has(kid)) return refuse('reused')
    invite.used = true
    this.faults.delete(kid)
    const held = invite.grants.map((grant) => ({ grant, since: index, until: null }))
    const name = typeof device === 'string' ? device : ''
    this.devices.set(kid, { kid, jwk, person: invite.person, device: name, held, invite, enrolment: line.hash, enrolledOn: line.payload.at, issuer: invite.issuer, enrolledAt: index, revoked: null })
    return null
  }

  /** The root alone names who certifies document keys; what the certificate says is for whoever reads a PDF. */
  private async takeAuthority(line: Line, index: number, signed: boolean): Promise<ChainFault | null> {
    const issuer = await this.issuer(line, index, signed)
    if ('fault' in issuer) return issuer.fault
    if (line.kid !== this.root) return 'not_root'
    const { root, certificate } = line.payload.body
    const jwk = readPublicJwk(root)
    if (!jwk || (await thumbprint(jwk)) !== this.root || !isCertificate(certificate)) return 'malformed'
    this.documentAuthorities.push({ index, line })
    return null
  }

  /** A revocation, or rights given to and taken from a key that is enrolled. */
  private async takeChange(line: Line, index: number, signed: boolean): Promise<ChainFault | null> {
    const issuer = await this.issuer(line, index, signed)
    if ('fault' in issuer) return issuer.fault
    const { type, body } = line.payload
    if (typeof body.key !== 'string') return 'malformed'
    const whose = this.devices.get(body.key)
    if (!whose) return 'not_held'
    if (type === 'key.revoked') {
      if (!liesWithin(issuer.own, whose.held.map((h) => h.grant))) return 'beyond_region'
      // The first revocation counts: a later one takes nothing back of what it took.
      whose.revoked ??= { index, line }
      return null
    }
    const grants = readGrants(body.grants)
    if (!grants) return 'malformed'
    if (isRevokedBefore(whose, index)) return 'not_held'
    if (!liesWithin(issuer.own, grants)) return 'beyond_region'
    if (type === 'role.granted') {
      for (const grant of completeRegions(grants, issuer.own)) whose.held.push({ grant, since: index, until: null })
      return null
    }
    const now = grantsAt(whose, index)
    if (!grants.every((g) => now.some((has) => isSameGrant(has, g)))) return 'not_held'
    for (const h of whose.held) if (h.until === null && grants.some((g) => isSameGrant(g, h.grant))) h.until = index
    return null
  }
}

/** A book of these lines. What is no proper line vouches for nobody; of two at one place the first is taken. */
export async function buildTrust(root: string, rootKeys: unknown[], placed: PlacedText[]): Promise<TrustBook> {
  const book = new TrustBook(root)
  for (const key of rootKeys) await book.offerRootKey(key)
  await addAll(book, placed)
  return book
}

/** `good`: whether the line was found good at its place before. */
export async function addAll(book: TrustBook, placed: (PlacedText & { good?: boolean })[]): Promise<void> {
  for (const { index, text, good } of [...placed].sort((a, b) => a.index - b.index)) {
    if (index <= book.last) continue
    const line = await parseLine(text).catch(() => null)
    if (line && isTrustType(line.payload.type)) await book.add(line, index, good)
  }
}

/** Lines that were told in log order, without their places: each comes after the one before it. */
export function inOrder(texts: string[]): PlacedText[] {
  return texts.map((text, index) => ({ index, text }))
}

/** From the root's first administrator to this key; empty when the key is not believed. */
export function pathTo(book: TrustBook, kid: string): Device[] {
  const path: Device[] = []
  for (let d = book.devices.get(kid); d; d = book.devices.get(d.issuer)) {
    path.unshift(d)
    if (d.issuer === book.root) return path
  }
  return []
}

function readPerson(value: unknown): Person | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, name } = value as Record<string, unknown>
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null
}

function readCertificate(person: unknown): Certificate | null {
  const said = (person as { certificate?: unknown }).certificate
  if (typeof said !== 'object' || said === null) return null
  const { number, until } = said as Record<string, unknown>
  return typeof number === 'string' && number !== '' ? { number, until: typeof until === 'string' ? until : '' } : null
}

function isCertificate(value: unknown): boolean {
  try {
    return typeof value === 'string' && fromBase64(value).length > 0
  } catch {
    return false
  }
}

function saysNamesake(person: unknown): boolean {
  return (person as { namesake?: unknown }).namesake === true
}
