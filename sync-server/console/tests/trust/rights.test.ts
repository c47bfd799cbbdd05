import { beforeEach, describe, expect, it } from 'vitest'
import type { Payload } from '../../src/line/line'
import { Facts, type LogPlace } from '../../src/trust/facts'
import type { Grant } from '../../src/trust/grants'
import { kRecordTypes } from '../../src/trust/record_types'
import { mayAuthor, mayWrite } from '../../src/trust/rights'

const g = (role: Grant['role'], ...regions: string[]): Grant => ({ role, regions, sites: [] })
const enterprise = (regions: string[], ...sites: string[]): Grant => ({ role: 'enterprise', regions, sites })
let next = 0
const payload = (type: string, more: Partial<Payload> = {}): Payload => ({ v: 1, id: `id-${++next}`, type, seq: 1, prev: '', at: '2026-11-22T08:00:00.000+08:00', files: [], body: {}, ...more })
const at = (region: string, site?: string) => ({ region, ...(site && { site }) })
const admin = { kid: 'admin', person: 'p-admin' }
const wang = { kid: 'wang', person: 'p-wang' }

// Two sites, one of which moved at 20; an inspection of Wang's at 30.
let facts: Facts
let inspection: Payload
beforeEach(() => {
  facts = new Facts()
  facts.add(payload('site.published', { ...at('620321'), body: { id: 'veg' } }), 5, admin)
  facts.add(payload('site.published', { ...at('620321'), body: { id: 'moved' } }), 6, admin)
  facts.add(payload('checklist.published', { body: { id: 'list' } }), 7, admin)
  facts.add(payload('site.published', { ...at('630106'), body: { id: 'moved' } }), 20, admin)
  inspection = payload('inspection.submitted', at('620321', 'veg'))
  facts.add(inspection, 30, wang)
})

function judge(grants: Grant[], p: Payload, place: LogPlace = 40, who: { kid: string; person: string; invitedByRoot?: boolean } = { kid: 'zhao', person: 'p-zhao' }): string {
  const grantsOf = (kid: string) => (kid === 'admin' ? [g('administrator', '62', '6301'), g('inspector', '11')] : [])
  const found = mayAuthor({ invitedByRoot: false, ...who, grants }, p, place, facts, grantsOf)
  return 'fault' in found ? found.fault : 'ok'
}

describe('who may write what', () => {
  it.each([
    ['inspector', 'inspection.submitted', 'ok'], ['inspector', 'review.accepted', 'role'], ['supervisor', 'review.returned', 'ok'], ['supervisor', 'inspection.submitted', 'role'],
    ['administrator', 'invite.issued', 'ok'], ['administrator', 'review.accepted', 'role'], ['auditor', 'review.accepted', 'role'], ['enterprise', 'assessment.submitted', 'region'],
    ['inspector', 'role.granted', 'role'], ['administrator', 'key.enrolled', 'role'], ['administrator', 'log.recovered', 'not_root'], ['auditor', 'something.new', 'ok'], ['auditor', 'standard.feedback', 'ok'],
    ['auditor', 'complaint.received', 'ok'], ['auditor', 'complaint.answered', 'role'], ['inspector', 'rectification.ordered', 'ok'], ['supervisor', 'task.assigned', 'ok'], ['inspector', 'draw.committed', 'role'],
  ] as const)('%s, %s: %s', (role, type, answer) => {
    expect(judge([g(role, '62')], payload(type, { ...at('620321', 'veg'), body: { of: inspection.id, id: 'new' } }))).toBe(answer)
  })

  it('every type is nobody’s without a grant', () => {
    for (const type of kRecordTypes.keys()) expect(judge([], payload(type, at('620321', 'veg'))), type).toBe('role')
    expect(judge([], payload('something.new'))).toBe('role')
  })

  it('nobody writes where her regions do not reach', () => {
    expect(judge([g('inspector', '63')], payload('inspection.submitted', at('620321', 'veg')))).toBe('region')
    expect(judge([g('auditor', '62')], payload('something.new', at('63')))).toBe('region')
    expect(judge([g('auditor', '62')], payload('something.new'))).toBe('ok')
  })

  it('what concerns the whole log is for whom the root itself invited', () => {
    const chief = { kid: 'chief', person: 'p', invitedByRoot: true }
    expect(judge([g('administrator', '62')], payload('log.recovered'), 40, chief)).toBe('ok')
    expect(judge([g('supervisor', '')], payload('log.recovered'), 40, chief)).toBe('role')
  })
})

describe('a line about a site', () => {
  const submit = (region: string, site?: string, more: Partial<Payload> = {}) => payload('inspection.submitted', { ...at(region, site), ...more })
  const everywhere = [g('inspector', '')]

  it('states the region that the site was published with, whatever the author may', () => {
    expect(judge(everywhere, submit('620321', 'veg'))).toBe('ok')
    expect(judge(everywhere, submit('630106', 'veg'))).toBe('site_region')
    expect(judge(everywhere, submit('6203', 'veg'))).toBe('site_region')
    expect(judge(everywhere, submit('', 'veg'))).toBe('site_region')
  })
  it('names a site that was published before it', () => {
    expect(judge(everywhere, submit('620321', 'nowhere'))).toBe('site_unknown')
    expect(judge(everywhere, submit('620321'))).toBe('no_site')
    expect(judge(everywhere, submit('620321', 'veg'), 5)).toBe('site_unknown')
    expect(judge(everywhere, submit('620321', 'veg'), null)).toBe('ok')
  })
  it('by one who was away while the site moved may state either region; who saw the move, the new one', () => {
    const seen = (size: number) => ({ seen: { size, root: '' } })
    expect(judge(everywhere, submit('620321', 'moved', seen(10)))).toBe('ok')
    expect(judge(everywhere, submit('630106', 'moved', seen(10)))).toBe('ok')
    expect(judge(everywhere, submit('620321', 'moved', seen(25)))).toBe('site_region')
    expect(judge(everywhere, submit('630106', 'moved', seen(25)))).toBe('ok')
    expect(judge(everywhere, submit('620321', 'moved'), 15)).toBe('ok')
    expect(judge(everywhere, submit('630106', 'moved'), 15)).toBe('site_region')
  })
  it('is an enterprise’s for its own site only, within its regions', () => {
    const assess = payload('assessment.submitted', at('620321', 'veg'))
    expect(judge([enterprise(['62'], 'veg')], assess)).toBe('ok')
    expect(judge([enterprise(['62'], 'moved')], assess)).toBe('region')
    expect(judge([enterprise(['63'], 'veg')], assess)).toBe('region')
  })
  it('where one may be named without a site, needs its region all the same', () => {
    expect(judge([g('auditor', '62')], payload('complaint.received', at('')))).toBe('no_region')
    expect(judge([g('auditor', '62')], payload('complaint.received', at('620321')))).toBe('ok')
    expect(judge([g('auditor', '')], payload('complaint.received', at('630106', 'veg')))).toBe('site_region')
  })
})

describe('a line about a record', () => {
  const about = (type: string, region: string, site: string, of: unknown = inspection.id) => payload(type, { ...at(region, site), body: { of } })
  const supervisor = [g('supervisor', '62')]

  it('lies where that record lies', () => {
    expect(judge(supervisor, about('review.accepted', '620321', 'veg'))).toBe('ok')
    expect(judge(supervisor, about('review.accepted', '62', 'veg'))).toBe('of_place')
    expect(judge(supervisor, about('review.accepted', '620321', 'moved'))).toBe('of_place')
    expect(judge([g('supervisor', '63')], about('review.accepted', '620321', 'veg'))).toBe('region')
  })
  it('names a record that is believed', () => {
    expect(judge(supervisor, about('review.accepted', '620321', 'veg', 'unheard-of'))).toBe('of_unknown')
    expect(judge(supervisor, about('review.accepted', '620321', 'veg', 7))).toBe('of_unknown')
  })
  it('is no review by the person who signed the record, under whichever key', () => {
    expect(judge(supervisor, about('review.returned', '620321', 'veg'), 40, { kid: 'desk', person: 'p-wang' })).toBe('own_record')
  })
  it('is an amendment only by the key that signed the record', () => {
    expect(judge([g('inspector', '62')], about('inspection.amended', '620321', 'veg'), 40, wang)).toBe('ok')
    expect(judge([g('inspector', '62')], about('inspection.amended', '620321', 'veg'), 40, { kid: 'tablet 2', person: 'p-wang' })).toBe('not_its_author')
  })
})

describe('a publication', () => {
  const publish = (type: string, id: string, region?: string) => payload(type, { ...(region !== undefined && at(region, id)), body: { id, region } })

  it('counts for the region that it states, or for all of its author’s', () => {
    expect(judge([g('administrator', '62')], publish('checklist.published', 'new'))).toBe('ok')
    expect(judge([g('administrator', '62')], publish('checklist.published', 'new', '6203'))).toBe('ok')
    expect(judge([g('administrator', '62')], publish('checklist.published', 'new', '63'))).toBe('region')
    expect(judge([g('administrator', '62')], publish('checklist.published', '', '62'))).toBe('no_id')
  })
  it('of a site says in its line what its body says', () => {
    const site = (line: Partial<Payload>, body: Record<string, unknown>) => judge([g('administrator', '63')], payload('site.published', { ...line, body }))
    expect(site(at('630106', 'new'), { id: 'new', region: '630106' })).toBe('ok')
    expect(site(at('630106', 'new'), { id: 'new', region: '620321' })).toBe('malformed')
    expect(site(at('630106', 'new'), { id: 'veg', region: '630106' })).toBe('malformed')
    expect(site({ site: 'new' }, { id: 'new', region: '' })).toBe('malformed')
  })
  it('takes the place of another only with the right over that one’s region too', () => {
    expect(judge([g('administrator', '63')], publish('site.published', 'veg', '630106'))).toBe('published_elsewhere')
    expect(judge([g('administrator', '62', '63')], publish('site.published', 'veg', '630106'))).toBe('ok')
    expect(judge([g('administrator', '63')], publish('site.published', 'veg', '630106'), 4)).toBe('ok')
    // The first stated no region: it stands for all that its author administered.
    expect(judge([g('administrator', '62')], publish('checklist.published', 'list', '62'))).toBe('published_elsewhere')
    expect(judge([g('administrator', '62', '6301')], publish('checklist.published', 'list'))).toBe('ok')
  })
})

it('what this browser may write is told by role and place', () => {
  expect(mayWrite([g('supervisor', '62')], 'review.accepted', '620321', 'veg')).toBe(true)
  expect(mayWrite([g('supervisor', '63')], 'review.accepted', '620321', 'veg')).toBe(false)
  expect(mayWrite([g('inspector', '62')], 'review.accepted', '620321', 'veg')).toBe(false)
})
