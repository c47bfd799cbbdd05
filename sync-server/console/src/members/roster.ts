/**
 * The roster: people, their devices and open invitations, made from the believed trust lines, with what the server counts
 * of each device's chain beside. Pure.
 */
import type { ChainState } from '../api/types'
import { grantsAt, type Certificate, type Device, type Invite, type Person, type TrustBook } from '../trust/chain'
import { coversRegion, liesWithin, type Grant, type Role } from '../trust/grants'

/** In the order in which they ask for somebody. */
export type RowState = 'fork' | 'gap' | 'compare' | 'stale' | 'expired' | 'invited' | 'whole' | 'quiet' | 'revoked'

export interface RosterRow {
  /** The kid of the device, or of the invitation that waits for one. */
  kid: string
  state: RowState
  person: Person
  certificate: Certificate | null
  /** What it may do now; what it may, once claimed. */
  grants: Grant[]
  /** What it was ever given. */
  held: Grant[]
  device: string
  browser: boolean
  chain: ChainState | null
  seen: string | null
  /** Of an invitation that waits. */
  expires: string | null
  revoked: { index: number; at: string; reason: string } | null
  enrolment: string | null
  enrolledOn: string | null
  /** Whether who looks may revoke it, give and take. */
  mine: boolean
}

export interface Summary {
  people: number
  devices: number
  forks: number
  gaps: number
  stale: number
}

export const kStaleDays = 30
const kDay = 86_400_000
/** An invitation that nobody took is shown so long after its end. */
const kShownAfterEnd = 14 * kDay

export interface Onlooker {
  kid: string
  grants: Grant[]
}

/** `compared`: devices whose characters were compared in this browser, or need not be. */
export function makeRoster(book: TrustBook, chains: ReadonlyMap<string, ChainState>, me: Onlooker, compared: ReadonlySet<string>, now: Date): RosterRow[] {
  const own = me.grants.filter((g) => g.role === 'administrator')
  const overseen = (grants: Grant[]) => me.grants.some((g) => (g.role === 'administrator' || g.role === 'auditor') && grants.some((h) => h.regions.some((r) => coversRegion(g, r))))
  const rows: RosterRow[] = []
  for (const device of book.devices.values()) {
    const held = device.held.map((h) => h.grant)
    if (device.kid !== me.kid && !overseen(held)) continue
    rows.push(rowOfDevice(device, held, chains.get(device.kid) ?? null, own.length > 0 && liesWithin(own, held), device.issuer === me.kid && !compared.has(device.kid), now))
  }
  for (const invite of book.invites.values()) {
    if (invite.used || !overseen(invite.grants) || now.getTime() - Date.parse(invite.expires) > kShownAfterEnd) continue
    rows.push(rowOfInvite(invite, now, own.length > 0 && liesWithin(own, invite.grants)))
  }
  return rows
}

function rowOfDevice(device: Device, held: Grant[], chain: ChainState | null, mine: boolean, fresh: boolean, now: Date): RosterRow {
  const { revoked } = device
  const reason = revoked?.line.payload.body.reason
  return {
    kid: device.kid, state: stateOf(device, chain, fresh, now), person: device.person, certificate: device.invite.certificate, grants: grantsAt(device, null), held,
    device: device.device, browser: /浏览器|browser|chrome|edge|firefox|safari/i.test(device.device), chain, seen: chain?.seen ?? device.enrolledOn, expires: null,
    revoked: revoked && { index: revoked.index, at: revoked.line.payload.at, reason: typeof reason === 'string' ? reason : '' },
    enrolment: device.enrolment, enrolledOn: device.enrolledOn, mine,
  }
}

function rowOfInvite(invite: Invite, now: Date, mine: boolean): RosterRow {
  const state = Date.parse(invite.expires) < now.getTime() ? 'expired' : 'invited'
  return { kid: invite.kid, state, person: invite.person, certificate: invite.certificate, grants: invite.grants, held: invite.grants, device: '', browser: false, chain: null, seen: null, expires: invite.expires, revoked: null, enrolment: null, enrolledOn: null, mine }
}

function stateOf(device: Device, chain: ChainState | null, fresh: boolean, now: Date): RowState {
  if (device.revoked) return 'revoked'
  if (chain && chain.forks > 0) return 'fork'
  if (chain && chain.missing.length > 0) return 'gap'
  if (fresh) return 'compare'
  const last = chain?.seen ?? device.enrolledOn
  if (now.getTime() - Date.parse(last) > kStaleDays * kDay) return 'stale'
  return chain && chain.size > 0 ? 'whole' : 'quiet'
}

export function summarise(rows: RosterRow[]): Summary {
  const inUse = rows.filter((r) => r.expires === null && r.state !== 'revoked')
  const count = (state: RowState) => inUse.filter((r) => r.state === state).length
  return { people: new Set(inUse.map((r) => r.person.id)).size, devices: inUse.length, forks: count('fork'), gaps: count('gap'), stale: count('stale') }
}

export interface Filter {
  text: string
  role: Role | ''
  region: string
  state: RowState | ''
}

const kStates: RowState[] = ['fork', 'gap', 'compare', 'stale', 'expired', 'invited', 'whole', 'quiet', 'revoked']

/** What asks for somebody comes first. */
export function pick(rows: RosterRow[], filter: Filter): RosterRow[] {
  const text = filter.text.trim().toLowerCase()
  const found = rows.filter((row) => {
    const grants = row.grants.length > 0 ? row.grants : row.held
    if (filter.role && !grants.some((g) => g.role === filter.role)) return false
    if (filter.state && row.state !== filter.state) return false
    if (filter.region && !grants.some((g) => g.regions.some((r) => r.startsWith(filter.region) || filter.region.startsWith(r)))) return false
    return text === '' || [row.person.name, row.device, row.kid, row.certificate?.number ?? ''].some((t) => t.toLowerCase().includes(text))
  })
  const byName = (a: RosterRow, b: RosterRow) => a.person.name.localeCompare(b.person.name, 'zh', { numeric: true }) || a.kid.localeCompare(b.kid)
  const seen = (r: RosterRow) => (r.seen ? Date.parse(r.seen) : 0)
  return found.sort((a, b) => kStates.indexOf(a.state) - kStates.indexOf(b.state) || seen(b) - seen(a) || byName(a, b))
}
