/** Whom a check may be given to, as the book of trust says it. */
import { describe, expect, it } from 'vitest'
import type { TrustBook } from '../../src/trust/chain'
import type { Grant } from '../../src/trust/grants'
import { inspectorsOf, teamFaults } from '../../src/trust/inspectors'

const inspects: Grant = { role: 'inspector', regions: ['62'], sites: [] }
const device = (id: string, grants: Grant[], until = '', more = {}) => ({ person: { id, name: `检查员${id}` }, held: grants.map((grant) => ({ grant, since: 1, until: null })), enrolledAt: 2, revoked: null, invite: { certificate: until ? { number: '1', until } : null }, ...more })
const bookOf = (...all: ReturnType<typeof device>[]) => ({ devices: new Map(all.map((d, i) => [`k${i}`, d])) }) as unknown as TrustBook
const book = bookOf(device('甲', [inspects], '2026-12'), device('乙', [inspects]), device('丙', [inspects, { role: 'enterprise', regions: ['62'], sites: ['s3'] }]), device('丁', [{ ...inspects, regions: ['63'] }]), device('戊', [inspects], '', { revoked: { index: 9 } }))

describe('a team', () => {
  it('is told who of it cannot go, each with the reason', () => {
    const place = { region: '620321', site: 's3', due: '2026-12-20' }
    expect(teamFaults(book, ['甲', '乙'], place)).toEqual([])
    expect(teamFaults(book, ['甲'], { ...place, due: '2027-01-01' })).toEqual([{ fault: 'certificate_over', person: '甲', name: '检查员甲', until: '2026-12-31' }])
    expect(teamFaults(book, ['丁', '戊', '谁'], place).map((f) => f.fault)).toEqual(['not_inspector', 'not_inspector', 'not_inspector'])
    expect(teamFaults(book, ['丙'], place).map((f) => f.fault)).toEqual(['of_enterprise'])
    expect(teamFaults(book, ['丙'], { ...place, site: 's1' })).toEqual([])
  })
  it('is of those whose regions cover the place', () => {
    expect(inspectorsOf(book, '6203').map((p) => [p.id, p.until])).toEqual([['丙', null], ['甲', '2026-12-31'], ['乙', null]].sort((a, b) => `检查员${a[0]}`.localeCompare(`检查员${b[0]}`, 'zh')))
  })
})
