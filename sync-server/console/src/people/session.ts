/**
 * Who this browser is, and what works for it: opened once, then a set of services that the other stores use. Secrets and
 * services stay outside Vue's proxies; the reactive part holds only what is shown.
 */
import { reactive } from 'vue'
import { Api, OpenApi } from '../api/client'
import { utf8 } from '../base/bytes'
import { sha256Hex } from '../crypto/sha256'
import { comparisonCharacters } from '../trust/comparison'
import { asProblem, type Problem } from '../api/problem'
import { TokenSource } from '../api/token'
import { signEs256 } from '../crypto/own_key'
import type { Said } from '../i18n/said'
import { enrol, EnrolError, finishEnrolment, isEnrolled } from './enrol'
import { parseVerifierKey } from '../log/checkpoint'
import { LogFault, LogWatch, type Alarm } from '../log/watch'
import { Author } from './author'
import { forgetOldTyping } from './old_typing'
import { buildTrust, grantsAt, inOrder, type Person, type TrustBook } from '../trust/chain'
import type { Grant } from '../trust/grants'
import { TrustLog } from '../trust/trust_log'
import { InvitationError, parseInvitation } from '../trust/invitation'
import { openDatabase, type KeyValue } from '../storage/database'
import { kIdentity, type Identity, type Seen, type Sealed } from '../storage/kept'
import { Seal } from '../storage/sealed'

export type Phase = 'opening' | 'insecure' | 'stranger' | 'enrolling' | 'unfinished' | 'ready'

export interface Services {
  identity: Identity
  api: Api
  watch: LogWatch
  trustLog: TrustLog
  author: Author
  store: KeyValue
  /** What is not signed yet lies sealed. */
  seal: Seal
}

export const session = reactive({
  phase: 'opening' as Phase,
  said: null as Said | null,
  kid: '',
  device: '',
  server: '',
  origin: '',
  root: '',
  person: null as Person | null,
  grants: [] as Grant[],
  /** By which an administrator knows this browser; `fresh`: it has just enrolled, and they are still to be compared. */
  characters: [] as string[],
  fresh: false,
  seen: null as Seen | null,
  alarm: null as Alarm | null,
  offline: false,
})

let store: KeyValue | null = null
let held: Services | null = null

export function services(): Services {
  if (!held) throw new Error('not enrolled')
  return held
}

export async function startSession(): Promise<void> {
  if (!isSecureContext || !crypto.subtle) {
    session.phase = 'insecure'
    return
  }
  try {
    store = await openDatabase()
    const identity = await store.get<Identity>(kIdentity)
    if (isEnrolled(identity)) await become(identity)
    else if (identity) await resume(identity)
    else session.phase = 'stranger'
  } catch (e) {
    session.phase = 'stranger'
    session.said = { key: 'error.storage', detail: asProblem(e).detail }
  }
}

export async function enrolWith(text: string, device: string): Promise<void> {
  await attempt(async () => {
    const invitation = await parseInvitation(text)
    return enrol(invitation, device, new OpenApi(), store!)
  }, 'stranger')
}

/** An enrolment whose answer was lost: the same bytes again. */
export async function resume(identity: Identity | null = null): Promise<void> {
  const begun = identity ?? (await store!.get<Identity>(kIdentity))
  if (begun) await attempt(() => finishEnrolment(begun, new OpenApi(), store!), 'unfinished')
}

export async function forgetBrowser(): Promise<void> {
  await store?.clear()
  held = null
  location.hash = '#/queue'
  location.reload()
}

/** Turns any fault of a call into what is shown; faults of the log have already been raised by the watch. */
export function sayProblem(e: unknown): Said {
  if (e instanceof LogFault) return { key: `alarm.${e.alarm}`, detail: e.message }
  const p: Problem = asProblem(e)
  session.offline = p.code === 'offline'
  return { key: `problem.${p.code}`, detail: p.detail }
}

async function attempt(run: () => Promise<Identity>, otherwise: Phase): Promise<void> {
  session.phase = 'enrolling'
  session.said = null
  try {
    await become(await run())
    session.fresh = true
  } catch (e) {
    if (e instanceof InvitationError) session.said = { key: `invitation.${e.code}`, detail: e.message }
    else if (e instanceof EnrolError) session.said = { key: `enrol.${e.code}`, detail: '' }
    else session.said = sayProblem(e)
    session.phase = (await store!.get(kIdentity)) ? 'unfinished' : otherwise === 'unfinished' ? 'stranger' : otherwise
  }
}

async function become(identity: Identity): Promise<void> {
  const tokens = new TokenSource(identity, identity.origin)
  const api = new Api(tokens)
  const watch = new LogWatch(await parseVerifierKey(identity.log), api, store!, (seen, alarm) => {
    session.seen = seen
    session.alarm = alarm
  })
  await watch.open()
  const signer = { alg: 'ES256' as const, kid: identity.kid, sign: (m: Parameters<typeof signEs256>[1]) => signEs256(identity.privateKey, m) }
  const trustLog = new TrustLog(identity.root, identity.rootKey, api, store!, (book) => introduce(book, identity.kid))
  const seal = await Seal.open(store!)
  await forgetOldTyping(store!, Date.now()).catch(() => undefined)
  const unsealed = async (name: string) => {
    const kept = await store!.get<Sealed>(name)
    return kept ? seal.unseal(name, kept) : null
  }
  held = { identity, api, watch, trustLog, author: new Author(signer, api, watch, store!, undefined, unsealed), store: store!, seal }
  introduce(await buildTrust(identity.root, [identity.rootKey], inOrder(identity.trust)), identity.kid)
  Object.assign(session, {
    kid: identity.kid,
    characters: comparisonCharacters(await sha256Hex(utf8(identity.line))),
    device: identity.device,
    server: identity.server,
    origin: identity.origin,
    root: identity.root,
    phase: 'ready',
  })
}

/** Who this browser is and what it may do now: at first by the lines of its enrolment, later by all of the log's. */
function introduce(book: TrustBook, kid: string): void {
  const me = book.devices.get(kid)
  session.person = me?.person ?? null
  session.grants = grantsAt(me, null)
}
