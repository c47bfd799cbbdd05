import { describe, expect, it } from 'vitest'
import { complaintPlaceFault, regionAbove, regionOfAll } from '../../src/trust/complaint_rights'

const grants = (regions: string[]) => [{ since: 1, until: null, grant: { role: 'inspector', regions, sites: [] } }]
const device = (person: string, issuer: string, regions: string[]) => ({ person: { id: person, name: person }, issuer, enrolledAt: 1, held: grants(regions), revoked: null })
const book = { root: 'R', devices: new Map([['a', device('accused', 'x', ['620321'])], ['i', device('intake', 'R', [''])], ['f', device('intake', 'x', [''])]]) } as never
const fault = (author: unknown, type: string, region: string, body: Record<string, unknown>) => complaintPlaceFault(book, author as never, { type, region, body } as never, 9)
const intake = device('intake', 'R', [''])
const clerk = device('clerk', 'x', ['62'])

describe('where a complaint is answered', () => {
  it('lies above whom it is about', () => {
    expect([regionAbove(['620321', '620302']), regionAbove(['6203']), regionAbove(['62']), regionAbove([])]).toEqual(['6203', '62', null, null])
    expect([regionOfAll(['620321', '6208']), regionOfAll(['62', '63'])]).toEqual(['62', ''])
    const person = { channel: 'phone', about: { kind: 'person', person: 'accused' } }
    expect(fault(clerk, 'complaint.received', '6203', person)).toBe(null)
    expect(fault(clerk, 'complaint.received', '620321', person)).toBe('complaint_office')
    expect(fault(clerk, 'complaint.received', '6203', { channel: 'phone', about: { kind: 'person', person: 'nobody' } })).toBe('accused_unknown')
    expect(fault(device('accused', 'x', ['62']), 'complaint.received', '62', person)).toBe('complaint_own')
    expect(fault(clerk, 'complaint.received', '6203', { channel: 'phone', about: { kind: 'office', office: '6203' } })).toBe('complaint_office')
  })
  it('what came through a public page is the intake’s to say, whom the root invited', () => {
    const site = { channel: 'page', about: { kind: 'site' } }
    expect(fault(intake, 'complaint.received', '62', site)).toBe(null)
    expect(fault(clerk, 'complaint.received', '62', site)).toBe('intake_only')
    expect(fault(device('intake', 'x', ['']), 'complaint.received', '62', site)).toBe('intake_only')
    expect(fault(intake, 'complaint.received', '62', { ...site, channel: 'phone' })).toBe('intake_only')
    expect(fault(intake, 'rating.counted', '62', {})).toBe(null)
    expect(fault(clerk, 'rating.said', '62', {})).toBe('intake_only')
    expect(fault(clerk, 'task.assigned', '62', {})).toBe(null)
  })
})
