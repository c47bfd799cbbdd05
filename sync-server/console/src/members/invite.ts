/**
 * Drafts of what an administrator says about people: an invitation with its one-time key, rights given and taken, a key
 * revoked. What the reader would refuse is told before anything is signed.
 */
import { base64url, fromBase64url } from '../base/bytes'
import { thumbprint, readPublicJwk } from '../crypto/jwk'
import { instant, uuid7 } from '../line/clock'
import type { Draft } from '../line/compose'
import { liesWithin, type Grant } from '../trust/grants'
import type { TrustBook } from '../trust/chain'

export interface InviteForm {
  name: string
  /** Of a person who is known already; '' for a new one. */
  personId: string
  /** Another person of the same name. */
  namesake: boolean
  certificate: { number: string; until: string }
  grants: Grant[]
  days: number
}

export interface Place {
  server: string
  pin: string | null
  log: string
  root: string
}

export interface MadeInvitation {
  draft: Draft
  kid: string
  uri: string
  expires: string
  personId: string
}

export const kMostDays = 90

export type InviteFault = 'no_name' | 'name_long' | 'no_grant' | 'no_region' | 'no_site' | 'not_yours' | 'days' | 'until' | 'namesake'

/** What speaks against it; a namesake is none where the form says which person is meant. */
export function judgeInvite(form: InviteForm, own: Grant[], book: TrustBook): InviteFault[] {
  const faults: InviteFault[] = []
  const name = form.name.trim()
  if (name === '') faults.push('no_name')
  if (name.length > 40) faults.push('name_long')
  faults.push(...judgeGrants(form.grants, own))
  if (!Number.isInteger(form.days) || form.days < 1 || form.days > kMostDays) faults.push('days')
  if (form.certificate.until !== '' && !/^\d{4}-\d\d(-\d\d)?$/.test(form.certificate.until)) faults.push('until')
  const known = book.personNamed(name)
  if (known !== undefined && known !== form.personId && !form.namesake) faults.push('namesake')
  return faults
}

export function judgeGrants(grants: Grant[], own: Grant[]): InviteFault[] {
  const faults: InviteFault[] = []
  if (grants.length === 0) faults.push('no_grant')
  if (grants.some((g) => g.regions.length === 0)) faults.push('no_region')
  if (grants.some((g) => g.role === 'enterprise' && g.sites.length === 0)) faults.push('no_site')
  if (!liesWithin(own.filter((g) => g.role === 'administrator'), grants)) faults.push('not_yours')
  return faults
}

/** Makes the one-time key. Its private half stands in `uri` and nowhere else. */
export async function makeInvitation(form: InviteForm, place: Place, now: Date): Promise<MadeInvitation> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const jwk = readPublicJwk(await crypto.subtle.exportKey('jwk', pair.publicKey))
  const { d = '' } = await crypto.subtle.exportKey('jwk', pair.privateKey)
  if (!jwk || fromBase64url(d).length !== 32) throw new Error('this browser made a key that is not P-256')
  const expires = instant(new Date(now.getTime() + form.days * 86_400_000))
  const personId = form.personId || uuid7(now)
  const { number, until } = form.certificate
  const person = {
    id: personId, name: form.name.trim(),
    ...(form.namesake && { namesake: true }),
    ...(number.trim() !== '' && { certificate: { number: number.trim(), ...(until !== '' && { until }) } }),
  }
  const body = { key: { crv: jwk.crv, kty: jwk.kty, x: jwk.x, ...('y' in jwk && { y: jwk.y }) }, person, grants: form.grants.map(plain), expires }
  return { draft: { type: 'invite.issued', body }, kid: await thumbprint(jwk), uri: writeUri(place, d), expires, personId }
}

export function writeUri({ server, pin, log, root }: Place, secret: string): string {
  const part = (name: string, value: string) => `${name}=${encodeURIComponent(value)}`
  return `plumb://enrol?${[part('s', server), ...(pin ? [part('p', pin)] : []), part('l', log), part('r', root), part('a', 'ES256'), part('k', base64url(fromBase64url(secret)))].join('&')}`
}

/** The page that takes the invitation, for browsers. */
export function linkOf(uri: string, server: string): string {
  return `${server}/#/enrol?i=${encodeURIComponent(uri)}`
}

export function draftRevocation(kid: string, reason: string): Draft {
  return { type: 'key.revoked', body: { key: kid, reason: reason.trim() } }
}

export function draftChange(type: 'role.granted' | 'role.withdrawn', kid: string, grants: Grant[], reason: string): Draft {
  return { type, body: { key: kid, grants: grants.map(plain), reason: reason.trim() } }
}

function plain({ role, regions, sites }: Grant): Grant {
  return { role, regions: [...regions], sites: [...sites] }
}
