import { describe, expect, it } from 'vitest'
import { coversRegion, findGrant, mayGive, type Grant } from '../../src/trust/rights'

describe('rights', () => {
  const g = (role: Grant['role'], ...regions: string[]): Grant => ({ role, regions, sites: [] })
  it('a prefix covers what lies under it', () => {
    expect(coversRegion(g('inspector', '62'), '620321')).toBe(true)
    expect(coversRegion(g('inspector', '6203'), '62')).toBe(false)
    expect(coversRegion(g('inspector', '63', '6203'), '620321')).toBe(true)
    expect(coversRegion(g('inspector', ''), '11')).toBe(true)
    expect(coversRegion(g('inspector'), '62')).toBe(false)
    expect(coversRegion(g('inspector', '62'), undefined)).toBe(false)
  })
  it.each([
    ['inspector', 'inspection.submitted', '620321', 'ok'],
    ['inspector', 'inspection.amended', '620321', 'ok'],
    ['inspector', 'inspection.submitted', '630100', 'region'],
    ['inspector', 'review.accepted', '620321', 'role'],
    ['supervisor', 'review.returned', '620321', 'ok'],
    ['supervisor', 'inspection.submitted', '620321', 'role'],
    ['administrator', 'invite.issued', undefined, 'ok'],
    ['administrator', 'review.accepted', '620321', 'role'],
    ['auditor', 'review.accepted', '620321', 'role'],
    ['supervisor', 'something.new', '620321', 'role'],
  ] as const)('%s may write %s in %s: %s', (role, type, region, answer) => {
    const found = findGrant([g(role, '62')], type, region)
    expect('fault' in found ? found.fault : 'ok').toBe(answer)
  })
  it('no administrator gives what lies outside her own regions', () => {
    expect(mayGive([g('administrator', '62')], [g('inspector', '6203')])).toBe(true)
    expect(mayGive([g('administrator', '62')], [g('inspector', '6203', '63')])).toBe(false)
    expect(mayGive([g('administrator', '6203'), g('supervisor', '')], [g('inspector', '62')])).toBe(false)
  })
})
