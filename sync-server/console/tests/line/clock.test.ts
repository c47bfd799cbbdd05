import { describe, expect, it } from 'vitest'
import { instant, readInstant, uuid7 } from '../../src/line/clock'

describe('the clock of a line', () => {
  it('instants carry milliseconds and offset, ids are UUIDv7 in order of time', () => {
    const now = new Date('2026-11-22T00:15:30.123Z')
    expect(instant(now)).toMatch(/^2026-11-2\dT\d\d:\d\d:30\.123[+-]\d\d:\d\d$/)
    expect(Date.parse(instant(now))).toBe(now.getTime())
    expect(uuid7(now)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(parseInt(uuid7(now).replace(/-/g, '').slice(0, 12), 16)).toBe(now.getTime())
  })

  it('an instant is read as it is written, and nothing else is one', () => {
    expect(readInstant('2026-11-22T08:15:30.123+08:00')).toEqual({ day: '2026-11-22', zone: '+08:00', offset: 480 })
    expect(readInstant('2028-02-29T23:59:59Z')).toEqual({ day: '2028-02-29', zone: '+00:00', offset: 0 })
    for (const text of ['2026-11-22', '2026', 'now', '2026-11-22 08:15:30Z', '2026-11-22T08:15Z', '2026-11-22T24:00:00Z', '2026-02-29T08:00:00Z', '2026-11-22T08:15:30', '2026-11-22T08:15:30.Z', '2026-11-22T08:15:30+8:00', 1, null])
      expect(readInstant(text), String(text)).toBeNull()
  })
})
