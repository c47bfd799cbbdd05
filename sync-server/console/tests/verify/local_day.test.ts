import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/line/line'
import { checkLocalDay, readZone } from '../../src/verify/local_day'
import { checkSentence } from '../../src/verify/sentence'
import { makeBrowser } from '../support'

const times = { started: '2026-11-08T08:00:00.000+08:00', finished: '2026-11-08T09:00:00.000+08:00' }
const check = (body: Record<string, unknown>) => checkLocalDay({ payload: { body: { ...times, ...body } } } as unknown as Line)

describe('the zone and day of a record', () => {
  it('are those of its own times', () => {
    expect(check({ zone: '+08:00', day: '2026-11-08' })).toMatchObject({ id: 'local_day', state: 'ok', say: 'local_day.ok' })
    expect(check({ zone: '+00:00', day: '2026-11-08', started: '2026-11-08T08:00:00Z', finished: '2026-11-08T09:00:00.5Z' })).toMatchObject({ state: 'ok' })
    // A check over midnight: the day is that of its end.
    expect(check({ zone: '+08:00', day: '2026-11-08', started: '2026-11-07T23:50:00.000+08:00' })).toMatchObject({ state: 'ok' })
  })

  it('may both be missing: such records are from before, and were scored in UTC', () => {
    expect(check({})).toMatchObject({ state: 'ok', say: 'local_day.none' })
  })

  it.each([
    ['another day', { zone: '+08:00', day: '2026-11-07' }, 'local_day.day'],
    ['a day that is none', { zone: '+08:00', day: '2026-11-8' }, 'local_day.day'],
    ['no day', { zone: '+08:00' }, 'local_day.day'],
    ['another zone', { zone: '+00:00', day: '2026-11-08' }, 'local_day.started'],
    ['times of two zones', { zone: '+08:00', day: '2026-11-08', finished: '2026-11-08T10:00:00.000+09:00' }, 'local_day.finished'],
    ['no zone', { day: '2026-11-08' }, 'local_day.form'],
    ['a zone that is a number', { zone: 8, day: '2026-11-08' }, 'local_day.form'],
    ['a zone that no place has', { zone: '+15:00', day: '2026-11-08' }, 'local_day.form'],
    ['no times', { zone: '+08:00', day: '2026-11-08', started: undefined }, 'local_day.times'],
    ['a day that the calendar lacks', { zone: '+08:00', day: '2026-02-30', finished: '2026-02-30T09:00:00.000+08:00' }, 'local_day.times'],
  ])('are refused: %s', (_, body, say) => {
    const found = check(body)
    expect(found).toMatchObject({ state: 'bad', say })
    expect(checkSentence(found)).not.toMatch(/[{}]|say\./)
  })

  it('zones are written like +08:00 and lie where zones are', () => {
    expect(['+08:00', '-05:30', '+14:00', '-12:00', '+00:00'].map(readZone)).toEqual([480, -330, 840, -720, 0])
    for (const text of ['', 'Z', '8', '+8:00', '+0800', '+08:60', '-00:00', '+14:01', '-12:01', '+08:00 ']) expect(readZone(text), text).toBeNull()
  })

  it('fail the record whose author signed a day that is not its own', async () => {
    const b = await makeBrowser()
    const made = b.world.submit(b.wang, 'yongchang-veg', '2026-11-22T09:00:00.000+08:00', { day: '2026-11-21', score: { points: 0, max: 0, grade: '', vetoes: [], sections: [] } })
    const faults = (await b.verify(made.payload.id)).checks.filter((c) => c.state !== 'ok')
    expect(faults.map((c) => c.say)).toEqual(['body.bad', 'local_day.day'])
  })
})
