import { describe, expect, it } from 'vitest'
import { completeRegions, coversPlace, coversRegion, isSameGrant, liesWithin, readGrants, type Grant } from '../../src/trust/grants'

const g = (role: Grant['role'], ...regions: string[]): Grant => ({ role, regions, sites: [] })
const enterprise = (regions: string[], ...sites: string[]): Grant => ({ role: 'enterprise', regions, sites })

describe('a grant', () => {
  it('covers by prefix what lies under it', () => {
    expect(coversRegion(g('inspector', '62'), '620321')).toBe(true)
    expect(coversRegion(g('inspector', '6203'), '62')).toBe(false)
    expect(coversRegion(g('inspector', '63', '6203'), '620321')).toBe(true)
    expect(coversRegion(g('inspector', ''), '11')).toBe(true)
    expect(coversRegion(g('inspector'), '62')).toBe(false)
    expect(coversRegion(g('inspector', '62'), '')).toBe(false)
  })
  it('of an enterprise covers its named sites only, and those only within its regions', () => {
    const grant = enterprise(['62'], 'veg')
    expect(coversPlace(grant, '620321', 'veg')).toBe(true)
    expect(coversPlace(grant, '630106', 'veg')).toBe(false)
    expect(coversPlace(grant, '620321', 'herb')).toBe(false)
    expect(coversPlace(grant, '620321', '')).toBe(false)
    expect(coversPlace(enterprise([], 'veg'), '620321', 'veg')).toBe(false)
    expect(coversPlace(g('inspector', '62'), '620321', '')).toBe(true)
  })
  it('of an enterprise without regions gets its inviter’s; others keep none', () => {
    const own = [g('administrator', '62'), g('administrator', '6301')]
    expect(completeRegions([enterprise([], 'veg'), enterprise(['6203'], 'veg'), g('inspector')], own).map((x) => x.regions)).toEqual([['62', '6301'], ['6203'], []])
  })
  it('is the same with its regions and sites in another order', () => {
    expect(isSameGrant(enterprise(['62', '63'], 'a', 'b'), enterprise(['63', '62'], 'b', 'a', 'a'))).toBe(true)
    expect(isSameGrant(g('inspector', '62'), g('inspector', '62', '63'))).toBe(false)
    expect(isSameGrant(g('inspector', '62'), g('supervisor', '62'))).toBe(false)
    expect(isSameGrant(enterprise(['62'], 'a'), enterprise(['62'], 'b'))).toBe(false)
  })
  it('can be given within one’s own regions only', () => {
    expect(liesWithin([g('administrator', '62')], [g('inspector', '6203')])).toBe(true)
    expect(liesWithin([g('administrator', '62')], [g('inspector', '6203', '63')])).toBe(false)
    expect(liesWithin([g('administrator', '6203')], [g('inspector', '62')])).toBe(false)
  })
  it.each([
    [undefined], [[]], ['x'], [[null]], [[{ role: 'king', regions: ['62'] }]], [[{ role: 'inspector', regions: '62' }]], [[{ role: 'inspector', regions: ['620'] }]],
    [[{ role: 'inspector', regions: ['62'] }, { role: 'inspector', sites: [1] }]],
  ])('that cannot be read gives nothing: %j', (value) => {
    expect(readGrants(value)).toBeNull()
  })
  it('may leave out its sites', () => {
    expect(readGrants([{ role: 'inspector', regions: ['62'] }])).toEqual([g('inspector', '62')])
  })
})
