import { describe, expect, it } from 'vitest'
import { instant, uuid7 } from '../../src/line/clock'

describe('the clock of a line', () => {
  it('instants carry milliseconds and offset, ids are UUIDv7 in order of time', () => {
    const now = new Date('2026-11-22T00:15:30.123Z')
    expect(instant(now)).toMatch(/^2026-11-2\dT\d\d:\d\d:30\.123[+-]\d\d:\d\d$/)
    expect(Date.parse(instant(now))).toBe(now.getTime())
    expect(uuid7(now)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(parseInt(uuid7(now).replace(/-/g, '').slice(0, 12), 16)).toBe(now.getTime())
  })
})
