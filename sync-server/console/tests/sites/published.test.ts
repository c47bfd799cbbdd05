import { beforeEach, describe, expect, it } from 'vitest'
import { PublishedSites } from '../../src/sites/published'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
let list: PublishedSites
const at = '2026-11-22T18:00:00.000+08:00'
const refresh = async () => {
  const checkpoint = await b.watch.refresh()
  await list.refresh(checkpoint, (await b.trustLog.asOf(checkpoint)).book)
}

beforeEach(async () => {
  b = await makeBrowser()
  list = new PublishedSites(b.api)
})

describe('published sites', () => {
  it('are listed by their newest believed line, and then only what is new is asked for', async () => {
    await refresh()
    const before = list.byId.size
    expect(before).toBeGreaterThan(0)
    b.world.publishSite(b.admin, { id: 'new', name: '新站', region: '620321' }, at)
    b.server.calls.length = 0
    await refresh()
    expect(list.byId.get('new')).toMatchObject({ site: { name: '新站', region: '620321', point: null } })
    expect(list.byId.size).toBe(before + 1)
    expect(b.server.calls.find((c) => c.target.startsWith('/v1/sites'))!.target).not.toContain('after=0&')
    b.world.publishSite(b.admin, { id: 'new', name: '改了名', region: '620321' }, at)
    await refresh()
    expect(list.byId.get('new')!.site.name).toBe('改了名')
  })

  it('by whoever may not publish there are not believed', async () => {
    b.world.publishSite(b.wang, { id: 'forged', name: '检查员公布的', region: '620321' }, at)
    b.world.publishSite(b.admin, { id: 'odd', name: '', region: '620321' }, at)
    await refresh()
    expect(list.byId.has('forged')).toBe(false)
    expect(list.byId.has('odd')).toBe(false)
    expect(list.unbelieved).toBe(2)
  })

  it('of which the server changed a line are not taken at all', async () => {
    b.world.faults.tamper = (line: string) => line.replace('蔬菜', '水果')
    await expect(refresh()).rejects.toThrow(/prove/)
    expect(list.byId.size).toBe(0)
  })
})
