import { describe, expect, it } from 'vitest'
import { kRoles } from '../../src/trust/grants'
import { isTrustType, kRecordTypes, recordType } from '../../src/trust/record_types'

describe('the table of record types', () => {
  it('has every type, each with a rule that this page knows', () => {
    expect(kRecordTypes.size).toBe(76)
    for (const [name, type] of kRecordTypes) {
      expect(['trust', 'log', 'publication', 'site', 'record', 'region', 'any'], name).toContain(type.place)
      expect([undefined, 'author', 'another'], name).toContain(type.by)
      for (const role of type.authors) expect(kRoles, name).toContain(role)
    }
  })
  it('lets every role write a type that it does not know, which changes nothing', () => {
    expect(recordType('something.new')).toEqual({ family: 'unknown', authors: kRoles, place: 'any' })
    expect(recordType('toString').family).toBe('unknown')
  })
  it('names six types of trust', () => {
    expect([...kRecordTypes.keys()].filter(isTrustType)).toEqual(['invite.issued', 'key.enrolled', 'key.revoked', 'role.granted', 'role.withdrawn', 'documents.certified'])
    expect(isTrustType('site.published')).toBe(false)
  })
})
