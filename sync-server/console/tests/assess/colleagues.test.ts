import { describe, expect, it } from 'vitest'
import { colleaguesOf } from '../../src/assess/colleagues'
import type { Device, TrustBook } from '../../src/trust/chain'

type Held = Device['held']
const device = (id: string, name: string, role: string, over: { sites?: string[]; regions?: string[] } = {}): Device =>
  ({ kid: `kid-${id}-${name}`, person: { id, name }, revoked: null, held: [{ grant: { role, regions: over.regions ?? ['62'], sites: over.sites ?? ['s1'] }, since: 1, until: null }] as unknown as Held }) as unknown as Device
const book = (...all: Device[]): TrustBook => ({ devices: new Map(all.map((d) => [d.kid, d])) }) as unknown as TrustBook

describe('whom a section may be assigned to', () => {
  it('are the people of the site, each once, oneself first', () => {
    const known = book(device('b', '乙', 'enterprise'), device('b', '乙', 'enterprise'), device('a', '甲', 'enterprise'), device('c', '丙', 'enterprise', { sites: ['s2'] }), device('i', '检查员', 'inspector', { sites: [] }))
    expect(colleaguesOf(known, '620321', 's1', 'b')).toEqual([{ id: 'b', name: '乙' }, { id: 'a', name: '甲' }])
  })
})
