import { beforeEach, describe, expect, it } from 'vitest'
import { OwnFeed } from '../../src/assess/own_feed'
import { kOwnFeed } from '../../src/storage/kept'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
let feed: OwnFeed
const at = '2026-11-22T18:00:00.000+08:00'
const made = () => new OwnFeed(b.api, b.watch, b.trustLog, b.store)
const sites = (of: OwnFeed) => of.lines.filter((l) => l.line.payload.type === 'site.published').map((l) => l.line.payload.site)

beforeEach(async () => {
  b = await makeBrowser()
  feed = made()
})

describe('what the log says of one’s own', () => {
  it('is taken as it is proved, then only what is new, and is there without a network', async () => {
    await feed.refresh()
    expect(sites(feed)).toContain('yongchang-veg')
    expect(feed.lines.some((l) => l.line.payload.type === 'checklist.published')).toBe(true)
    b.world.publishSite(b.admin, { id: 'new', name: '新站', region: '620321' }, at)
    b.server.calls.length = 0
    await feed.refresh()
    expect(sites(feed).at(-1)).toBe('new')
    expect(b.server.calls.find((c) => c.target.startsWith('/v1/records'))!.target).not.toContain('after=0&')
    const again = made()
    await again.open()
    expect(again.lines.map((l) => l.line.hash)).toEqual(feed.lines.map((l) => l.line.hash))
  })
  it('takes no line twice, whoever refreshes', async () => {
    await feed.refresh()
    const count = feed.lines.length
    await feed.refresh()
    expect(feed.lines.length).toBe(count)
  })
  it('takes nothing of a page in which a line was changed', async () => {
    b.world.faults.tamper = (line: string) => line.replace('蔬菜', '水果')
    await expect(feed.refresh()).rejects.toThrow(/prove/)
    expect([feed.lines.length, b.store.values.has(kOwnFeed)]).toEqual([0, false])
  })
  it('believes nothing while trust lines are withheld', async () => {
    b.world.faults.withhold = (text: string) => text.includes('key.enrolled')
    await expect(feed.refresh()).rejects.toMatchObject({ code: 'trust_withheld' })
    expect(feed.lines.length).toBe(0)
  })
  it('counts, and does not keep, what its author may not say', async () => {
    b.world.publishSite(b.wang, { id: 'forged', name: '检查员公布的', region: '620321' }, at)
    await feed.refresh()
    expect(sites(feed)).not.toContain('forged')
    expect(feed.unbelieved).toBe(1)
  })
  it('of a log that shrank raises the alarm', async () => {
    await feed.refresh()
    b.world.faults.tamper = undefined
    const kept = feed.lines.length
    b.watch.seen = { ...b.watch.seen!, size: b.watch.seen!.size + 5 }
    await expect(feed.refresh()).rejects.toThrow()
    expect(feed.lines.length).toBe(kept)
  })
})
