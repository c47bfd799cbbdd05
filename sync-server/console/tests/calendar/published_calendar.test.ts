import { beforeEach, describe, expect, it } from 'vitest'
import { deadline, kBuiltinCalendar } from '../../src/base/working_days'
import { calendarWith, PublishedCalendar } from '../../src/calendar/published_calendar'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
let list: PublishedCalendar
const at = '2026-11-22T18:00:00.000+08:00'
const year = (off: string[], worked: string[] = [], source = '通知') => ({ source, off, worked })
const refresh = async () => {
  const checkpoint = await b.watch.refresh()
  await list.refresh(checkpoint, (await b.trustLog.asOf(checkpoint)).book)
  return calendarWith(list.byYear.values())
}

beforeEach(async () => {
  b = await makeBrowser()
  list = new PublishedCalendar(b.api)
})

describe('years that the log publishes', () => {
  it('count from then on, the newest line of a year; a year without one stays unknown', async () => {
    expect(await refresh()).toEqual(kBuiltinCalendar)
    b.world.publishCalendar(b.admin, { 2027: year(['2027-01-01']) }, at)
    b.world.publishCalendar(b.admin, { 2027: year(['2027-01-01/2027-01-04'], ['2027-01-09']), 2026: year(['2026-12-31'], [], '改')}, at)
    const now = await refresh()
    expect(deadline(now, '2026-12-29', 2, 'working')).toEqual({ day: '2027-01-05', counted: 'working', sources: ['改', '通知'] })
    expect(deadline(now, '2027-12-30', 5, 'working').counted).toBe('calendar')
    expect(list.byYear.get(2027)).toMatchObject({ author: expect.any(String), at })
    expect(kBuiltinCalendar.has(2027)).toBe(false)
    b.server.calls.length = 0
    await refresh()
    expect(b.server.calls.find((c) => c.target.startsWith('/v1/calendar'))!.target).not.toContain('after=0&')
  })

  it('by whoever may not publish them, or of another form, change nothing and are counted', async () => {
    b.world.publishCalendar(b.wang, { 2027: year(['2027-01-01']) }, at)
    b.world.publishCalendar(b.admin, { 2028: year(['2027-01-01']) }, at)
    expect(await refresh()).toEqual(kBuiltinCalendar)
    expect(list.unbelieved).toBe(2)
  })

  it('of which the server changed a line are not taken at all', async () => {
    b.world.publishCalendar(b.admin, { 2027: year(['2027-01-01']) }, at)
    b.world.faults.tamper = (line: string) => line.replace('2027-01-01', '2027-01-02')
    await expect(refresh()).rejects.toThrow(/prove/)
    expect(list.byYear.size).toBe(0)
  })
})
