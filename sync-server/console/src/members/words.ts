/** What the roster says in words: a chain's state, what somebody may do, how long ago. */
import { i18n } from '../i18n'
import { regionNames } from '../i18n/regions'
import { count, day, list } from '../i18n/words'
import { siteById } from '../sites/published'
import type { Grant } from '../trust/grants'
import type { RosterRow, RowState } from './roster'

const { t } = i18n.global

export const kMarkOf: Record<RowState, 'veto' | 'fail' | 'part' | 'pass' | 'na' | 'wait'> = { fork: 'veto', gap: 'fail', compare: 'part', stale: 'part', expired: 'na', invited: 'na', whole: 'pass', quiet: 'na', revoked: 'na' }

export function roleWords(grants: Grant[]): string {
  return list([...new Set(grants.map((g) => t(`role.${g.role}`)))])
}

/** Regions; of an enterprise its sites by name. */
export function placeWords(grants: Grant[]): string {
  const sites = grants.filter((g) => g.role === 'enterprise').flatMap((g) => g.sites.map((id) => siteById(id)?.name ?? id))
  const regions = grants.filter((g) => g.role !== 'enterprise').flatMap((g) => g.regions)
  return list([...(regions.length > 0 ? [regionNames(regions)] : []), ...new Set(sites)]) || '—'
}

/** "88–90, 95" */
export function numbers(runs: [number, number][]): string {
  return list(runs.map(([a, b]) => (a === b ? count(a) : `${count(a)}–${count(b)}`)))
}

/** The chain alone, whatever else its device asks for. */
export function chainWords(row: RosterRow): string {
  if (row.state === 'fork' || row.state === 'gap') return stateWords(row)
  const size = row.chain?.size ?? 0
  return size > 1 ? t('members.state.whole', { n: count(size) }) : t(size === 1 ? 'members.state.one' : 'members.state.empty')
}

export function stateWords(row: RosterRow): string {
  const { chain, state } = row
  switch (state) {
    case 'fork':
      return chain!.doubled.length > 0 ? t('members.state.fork', { n: list(chain!.doubled.slice(0, 3).map(count)) }) : t('members.state.forkOther')
    case 'gap':
      return t('members.state.gap', { n: numbers(chain!.missing.slice(0, 3)) })
    case 'invited':
    case 'expired':
      return t(`members.state.${state}`, { n: until(row.expires!, new Date()) })
    case 'revoked':
      return t('members.state.revoked', { day: day(row.revoked!.at), reason: row.revoked!.reason })
    case 'compare':
      return t('members.state.compare')
    case 'stale':
    case 'whole':
    case 'quiet':
      return chainWords(row)
  }
}

/** "5 minutes ago", by the server's clock. */
export function ago(instant: string | null, now: Date): string {
  if (!instant) return t('members.never')
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / 60_000)
  if (minutes < 2) return t('members.ago.now')
  if (minutes < 60) return t('members.ago.minutes', { n: minutes })
  if (minutes < 24 * 60) return t('members.ago.hours', { n: Math.floor(minutes / 60) })
  return t('members.ago.days', { n: Math.floor(minutes / 1440) })
}

/** How long until then, in its largest unit. */
export function until(instant: string, now: Date): string {
  const hours = Math.floor((Date.parse(instant) - now.getTime()) / 3_600_000)
  if (hours < 0) return day(instant)
  return hours < 72 ? t('lasting.hours', { n: Math.max(1, hours) }) : t('lasting.days', { n: Math.round(hours / 24) })
}

/** As people compare them: "c41e 77d0 2b95 e8a6" would be hex; a thumbprint is shown in groups of four. */
export function grouped(kid: string): string {
  return kid.match(/.{1,4}/g)!.join(' ')
}
