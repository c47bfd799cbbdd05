import { beforeAll, describe, expect, it } from 'vitest'
import type { ChainState } from '../../src/api/types'
import { makeRoster, pick, summarise, type Filter } from '../../src/members/roster'
import type { TrustBook } from '../../src/trust/chain'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
let book: TrustBook
const now = new Date('2026-11-22T10:20:00.000Z')
const me = { kid: 'me', grants: [{ role: 'administrator' as const, regions: ['62'], sites: [] }] }
const chain = (kid: string, more: Partial<ChainState>): [string, ChainState] => [kid, { kid, size: 5, forks: 0, missing: [], doubled: [], line: now.toISOString(), seen: now.toISOString(), ...more }]
const filter: Filter = { text: '', role: '', region: '', state: '' }

beforeAll(async () => {
  b = await makeBrowser()
  const pending = b.world.invite(b.admin, '未登记者', [{ role: 'inspector', regions: ['6207'], sites: [] }], now.toISOString())
  expect(pending.kid).toBeTruthy()
  b.world.enrol(b.admin, '青海的', [{ role: 'inspector', regions: ['63'], sites: [] }], now.toISOString())
  book = (await b.trustLog.asOf(await b.watch.refresh())).book
})
const rows = (chains: [string, ChainState][] = [], looking = me) => makeRoster(book, new Map(chains), looking, new Set(), now)

describe('the roster', () => {
  it('holds devices and open invitations of the regions that one administers, and no others', () => {
    const names = rows().map((r) => r.person.name)
    expect(names).toContain('孙审核')
    expect(names).toContain('未登记者')
    expect(names).not.toContain('青海的')
    expect(rows([], { kid: 'x', grants: [] })).toEqual([])
  })

  it('tells forks, gaps and silence apart, the worst first', () => {
    const kids = rows().filter((r) => r.expires === null).map((r) => r.kid)
    const all = rows([chain(kids[0]!, { seen: '2026-10-01T00:00:00Z' }), chain(kids[1]!, { missing: [[88, 90]] }), chain(kids[2]!, { forks: 1, doubled: [57] })])
    expect(pick(all, filter).slice(0, 3).map((r) => r.state)).toEqual(['fork', 'gap', 'stale'])
    expect(summarise(all)).toMatchObject({ forks: 1, gaps: 1, stale: 1, devices: kids.length })
  })

  it('asks to compare what one invited oneself, until it was done', () => {
    const invitedBy = b.admin.key.kid
    const looking = { ...me, kid: invitedBy }
    const mine = rows([], looking).find((r) => r.person.name === '孙审核')!
    expect(mine.state).toBe('compare')
    expect(makeRoster(book, new Map(), looking, new Set([mine.kid]), now).find((r) => r.kid === mine.kid)!.state).toBe('quiet')
  })

  it('is searched by name, device and fingerprint, and filtered by role and region', () => {
    const all = rows()
    const one = all.find((r) => r.person.name === '孙审核')!
    expect(pick(all, { ...filter, text: one.kid.slice(0, 12).toLowerCase() })).toContain(one)
    expect(pick(all, { ...filter, role: 'supervisor' }).every((r) => r.grants.some((g) => g.role === 'supervisor'))).toBe(true)
    expect(pick(all, { ...filter, region: '6207' }).map((r) => r.person.name)).toContain('未登记者')
    expect(pick(all, { ...filter, text: 'nobody' })).toEqual([])
  })
})
