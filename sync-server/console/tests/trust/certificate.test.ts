/** Until when a certificate holds. */
import { describe, expect, it } from 'vitest'
import { certifiedUntil, lastDayOf } from '../../src/trust/certificate'
import type { TrustBook } from '../../src/trust/chain'

const device = (kid: string, person: string, until: string | null, enrolledAt: number) => [kid, { kid, person: { id: person, name: person }, enrolledAt, invite: { certificate: until === null ? null : { number: '甘 0016', until } } }] as const
const bookOf = (...devices: ReturnType<typeof device>[]) => ({ devices: new Map(devices) }) as unknown as TrustBook

describe('a certificate', () => {
  it('holds to the end of a month that is stated whole, and to a day that is', () => {
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
    expect(lastDayOf('2027-02')).toBe('2027-02-28')
    expect(lastDayOf('2028-06-15')).toBe('2028-06-15')
    for (const none of ['', '2028', '2028-13', '2028-02-30', '06/2028', '2028-6']) expect(lastDayOf(none)).toBeNull()
  })

  it('is the latest that the invitations of the person state up to the place', () => {
    const book = bookOf(device('a', 'wang', '2026-11', 3), device('b', 'wang', '2030-05-31', 9), device('c', 'li', '2031-01', 1), device('d', 'zhao', null, 1))
    expect(certifiedUntil(book, 'wang', 5)).toBe('2026-11-30')
    expect(certifiedUntil(book, 'wang', 20)).toBe('2030-05-31')
    expect(certifiedUntil(book, 'zhao', 20)).toBeNull()
    expect(certifiedUntil(book, 'wang', 2)).toBeNull()
  })
})
