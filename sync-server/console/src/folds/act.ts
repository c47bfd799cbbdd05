/**
 * One act of a rectification, as its body says it: the one shape of shared/records/rectification/act.h. Reading takes bodies
 * whose form was checked (verify/bodies/rectification.ts) and judges nothing.
 */
import type { DayCount } from '../base/working_days'
import { hex, utf8 } from '../base/bytes'
import { sha256 } from '../crypto/sha256'

export const kActTypes = {
  ordered: 'rectification.ordered',
  delivered: 'rectification.delivered',
  reported: 'rectification.reported',
  objected: 'rectification.objected',
  extensionRequested: 'rectification.extension_requested',
  extended: 'rectification.extended',
  extensionRefused: 'rectification.extension_refused',
  verified: 'rectification.verified',
  rejected: 'rectification.rejected',
  withdrawn: 'rectification.withdrawn',
  handedOver: 'rectification.handed_over',
  ended: 'rectification.ended',
  archived: 'rectification.archived',
} as const
export type ActKind = keyof typeof kActTypes

/** What each act says of a finding beside its item: the members that hold the text and the day. */
interface Wanted {
  text: string
  textNeeded: boolean
  day?: string
  dayNeeded?: boolean
}
export const kWanted: Record<ActKind, Wanted> = {
  ordered: { text: 'facts', textNeeded: true, day: 'due', dayNeeded: true },
  delivered: { text: 'remark', textNeeded: false },
  reported: { text: 'done', textNeeded: true, day: 'day' },
  objected: { text: 'reason', textNeeded: true },
  extensionRequested: { text: 'reason', textNeeded: true, day: 'until', dayNeeded: true },
  extended: { text: 'remark', textNeeded: false, day: 'until', dayNeeded: true },
  extensionRefused: { text: 'reason', textNeeded: true },
  verified: { text: 'remark', textNeeded: false },
  rejected: { text: 'reason', textNeeded: true, day: 'due', dayNeeded: true },
  withdrawn: { text: 'reason', textNeeded: true },
  handedOver: { text: 'reason', textNeeded: true },
  ended: { text: 'reason', textNeeded: true },
  archived: { text: 'remark', textNeeded: false },
}

export type DeliveryWay = 'in_person' | 'refused' | 'post' | 'electronic'
export interface Delivery {
  how: DeliveryWay
  name: string
  /** SHA-256 of the drawn image, a file of the record. */
  signature: string
  witness: string
  reason: string
  tracking: string
}

/** The standard that a finding fails, as it stood on the day. */
export interface Clause {
  standard?: string
  title?: string
  clause?: string
  force?: string
  status?: string
}

export interface ActEntry {
  item: string
  /** The facts, what was done, the reason … */
  text: string
  requirement: string
  /** Why a report came only after the day that was due. */
  late: string
  /** Ordered, rejected: due; asked, extended: until; reported: done on. */
  day: string | null
  clause: Clause | null
}

export interface Act {
  kind: ActKind
  of: string
  hash: string
  order: string
  about: string
  entries: ActEntry[]
  counted: DayCount
  office: string
  contact: string
  remedies: string
  delivery: Delivery | null
  inspection: string
  to: string
  why: string
  term: string
}

type Json = Record<string, unknown>
const str = (v: unknown) => (typeof v === 'string' ? v : '')
const obj = (v: unknown): Json | null => (typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Json) : null)
const kKinds = new Map<string, ActKind>(Object.entries(kActTypes).map(([kind, type]) => [type, kind as ActKind]))

export function actKindOf(type: string): ActKind | null {
  return kKinds.get(type) ?? null
}

export function readAct(kind: ActKind, body: Json): Act {
  const text = (name: string) => str(body[name])
  const delivery = obj(body.delivery)
  const wanted = kWanted[kind]
  const entries = Array.isArray(body.findings) ? body.findings.map(obj).filter((f) => f !== null) : []
  return {
    kind,
    of: text('of'),
    hash: text('hash'),
    order: text('order'),
    about: text('about'),
    entries: entries.map((f) => ({
      item: str(f.item),
      text: str(f[wanted.text]),
      requirement: str(f.requirement),
      late: str(f.late),
      day: wanted.day ? str(f[wanted.day]) || null : null,
      clause: obj(f.clause) as Clause | null,
    })),
    counted: body.count === 'working' ? 'working' : 'calendar',
    office: text('office'),
    contact: text('contact'),
    remedies: text('remedies'),
    delivery: delivery && { how: str(delivery.how) as DeliveryWay, name: str(delivery.name), signature: str(delivery.signature), witness: str(delivery.witness), reason: str(delivery.reason), tracking: str(delivery.tracking) },
    inspection: text('inspection'),
    to: text('to'),
    why: text('why'),
    term: text('term'),
  }
}

/** The enterprise has the order by the order itself: one that was sent it has not yet. */
export function isInHand(delivery: Delivery | null): boolean {
  return delivery?.how === 'in_person' || delivery?.how === 'refused'
}

const kLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // Crockford's 32

/** By which people call an order: region, year, the key's code, the line's number in its chain. It follows from the line alone. */
export async function orderNumber(region: string, day: string, kid: string, seq: number): Promise<string> {
  const bits = parseInt(hex((await sha256(utf8(kid))).slice(0, 4)), 16)
  let code = ''
  for (let i = 0; i < 6; ++i) code += kLetters[(bits >>> (27 - 5 * i)) & 31]
  return `${region}-${day.slice(0, 4)}-${code}-${seq}`
}
