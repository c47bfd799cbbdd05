/** The roster as the page shows it, refreshed while somebody looks; invitations made here; devices that were compared. */
import { reactive } from 'vue'
import type { ChainState } from '../api/types'
import type { Said } from '../i18n/said'
import { services, session } from '../people/session'
import { sayFault, trustNow } from '../people/send'
import { refreshSites } from '../sites/published'
import { kCompared, kInvitations, type KeptInvitation } from '../storage/kept'
import type { TrustBook } from '../trust/chain'
import type { KeyValue } from '../storage/database'
import { makeRoster, type RosterRow } from './roster'
import type { MadeInvitation } from './invite'

const kRefreshMs = 10_000

export const members = reactive({
  rows: [] as RosterRow[],
  /** Of invitations whose private half this browser holds: their texts, by the kid. */
  invitations: {} as Record<string, KeptInvitation>,
  loading: true,
  said: null as Said | null,
  /** By the server's clock. */
  now: new Date(),
})
let book: TrustBook | null = null

export function trustBook(): TrustBook | null {
  return book
}

function store(): KeyValue {
  return services().store
}

export async function refreshMembers(): Promise<void> {
  try {
    const trust = await trustNow()
    book = trust.book
    const chains = new Map<string, ChainState>()
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<ReturnType<typeof services>['api']['chains']>> = await services().api.chains(after)
      for (const item of page.items) chains.set(item.kid, item)
      members.now = new Date(page.now)
      after = page.next
    }
    const compared = new Set((await store().get<string[]>(kCompared)) ?? [])
    members.rows = makeRoster(book, chains, { kid: session.kid, grants: session.grants }, compared, members.now)
    await readInvitations()
    Object.assign(members, { said: null })
    session.offline = false
  } catch (e) {
    members.said = sayFault(e)
  } finally {
    members.loading = false
  }
}

/** Watches while the page is shown. */
export function keepMembersFresh(): () => void {
  const tick = () => void (document.visibilityState === 'visible' && refreshMembers())
  const timer = setInterval(tick, kRefreshMs)
  tick()
  void refreshSites()
  return () => clearInterval(timer)
}

/** Before the line is signed: an invitation whose text is lost lets nobody in. */
export async function keepInvitations(made: MadeInvitation[]): Promise<void> {
  const kept = (await store().get<KeptInvitation[]>(kInvitations)) ?? []
  await store().write({ [kInvitations]: [...kept, ...made.map(({ kid, uri, expires }) => ({ kid, uri, expires }))] })
  await readInvitations()
}

/** What is claimed or past its time goes: a private key is kept no longer than it is needed. */
async function readInvitations(): Promise<void> {
  const kept = (await store().get<KeptInvitation[]>(kInvitations)) ?? []
  const still = kept.filter((k) => !book?.invites.get(k.kid)?.used && Date.parse(k.expires) > members.now.getTime())
  if (still.length < kept.length) await store().write({ [kInvitations]: still })
  members.invitations = Object.fromEntries(still.map((k) => [k.kid, k]))
}

export async function markCompared(kid: string): Promise<void> {
  const compared = (await store().get<string[]>(kCompared)) ?? []
  if (!compared.includes(kid)) await store().write({ [kCompared]: [...compared, kid] })
  await refreshMembers()
}
