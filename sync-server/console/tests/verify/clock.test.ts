import { describe, expect, it } from 'vitest'
import { checkClock, clockPlace } from '../../src/verify/clock'
import type { Line } from '../../src/line/line'
import type { Checkpoint } from '../../src/log/checkpoint'
import { lasting } from '../../src/i18n/words'
import { makeBrowser } from '../support'

const day = 24 * 3600 * 1000
const bracket = { after: '2026-11-20T00:00:00.000Z', before: '2026-11-22T00:00:00.000Z' }
const line = (at: string, offset?: number) => ({ payload: { at, ...(offset !== undefined && { clock: { offset, within: 300, size: 9, time: bracket.after } }) } }) as unknown as Line
const checkpoint = (time: string) => ({ time }) as unknown as Checkpoint

describe('the time that a record states, against what the log proves', () => {
  it('passes inside the bracket, and within what clocks that are right differ by', () => {
    for (const at of ['2026-11-21T08:00:00.000+08:00', '2026-11-20T00:00:00.000Z', '2026-11-19T23:59:00.000Z', '2026-11-22T00:01:30.000Z'])
      expect(checkClock(line(at), bracket, null)).toMatchObject({ id: 'clock', state: 'ok', say: 'clock.ok' })
    expect(checkClock(line('2026-11-01T00:00:00.000Z'), { after: null, before: bracket.before }, null)).toMatchObject({ state: 'ok', say: 'clock.ok_open' })
  })
  it('does not pass three days ahead or behind, and says by how much at least', () => {
    expect(checkClock(line('2026-11-25T00:00:00.000Z'), bracket, null)).toEqual({ id: 'clock', state: 'bad', say: 'clock.late', args: { span: 3 * day } })
    expect(checkClock(line('2026-11-17T00:00:00.000Z'), bracket, null)).toEqual({ id: 'clock', state: 'bad', say: 'clock.early', args: { span: 3 * day } })
    expect(clockPlace(line('2026-11-25T00:00:00.000Z'), bracket, null).place).toBe('late')
  })
  it('is open, not passed, where the record itself says that its clock was wrong and the corrected time lies inside', () => {
    expect(checkClock(line('2026-11-24T00:00:00.000Z', -3 * day), bracket, null)).toMatchObject({ state: 'unknown', say: 'clock.said_ahead', args: { span: 3 * day } })
    expect(checkClock(line('2026-11-18T00:00:00.000Z', 3 * day), bracket, null)).toMatchObject({ state: 'unknown', say: 'clock.said_behind' })
    expect(checkClock(line('2026-11-28T00:00:00.000Z', -3 * day), bracket, null)).toMatchObject({ state: 'bad', say: 'clock.still_ahead' })
  })
  it('never lies after a checkpoint that includes the record, whatever the server says of the bracket', () => {
    expect(checkClock(line('2026-11-23T00:00:00.000Z'), { after: null, before: '2027-01-01T00:00:00.000Z' }, checkpoint('2026-11-22T00:00:00.000Z'))).toMatchObject({ state: 'bad', say: 'clock.late' })
  })
  it('says spans in their largest unit', () => {
    expect([lasting(3 * day), lasting(-5 * 3600_000), lasting(150_000)]).toEqual(['3 天', '5 小时', '3 分钟'])
  })
  it('is one of the checks of a record', async () => {
    const b = await makeBrowser()
    const answer = await b.api.record(b.ids.veto)
    b.api.record = async () => ({ ...answer, bracket: { after: '2026-11-25T00:00:00.000Z', before: '2026-11-26T00:00:00.000Z' } })
    const found = (await b.verify(b.ids.veto)).checks.filter((c) => c.state !== 'ok')
    expect(found.map((c) => `${c.id}:${c.state}:${c.say}`)).toEqual(['clock:bad:clock.early'])
  })
})
