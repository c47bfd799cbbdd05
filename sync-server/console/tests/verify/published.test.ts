import { beforeEach, describe, expect, it } from 'vitest'
import type { ItemRegister } from '../../src/registers/registered'
import { PublishedLines } from '../../src/verify/published'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
let list: PublishedLines<ItemRegister>
const at = '2026-11-22T18:00:00.000+08:00'
const body = (id: string, name: string) => ({ id, title: { zh: '清单' }, source: { zh: '公告' }, where: '网站', from: '2026-01-01', items: [{ code: '1', name: { zh: name }, basis: { zh: '法' } }] })
const refresh = async () => {
  const checkpoint = await b.watch.refresh()
  await list.refresh(checkpoint, (await b.trustLog.asOf(checkpoint)).book)
  return list.versions.map((v) => [v.id, v.region, v.items[0]!.name.zh])
}

beforeEach(async () => {
  b = await makeBrowser()
  list = new PublishedLines('register.published', (after, size) => b.api.registers(after, size))
})

describe('what the log publishes, of registers', () => {
  it('are listed in all versions, in log order, and only what is new is asked for', async () => {
    expect(await refresh()).toEqual([])
    b.world.publishRegister(b.admin, body('gs', '甲'), at)
    b.world.publishRegister(b.admin, body('gs', '乙'), at)
    expect((await refresh()).map((v) => v[2])).toEqual(['甲', '乙'])
    b.server.calls.length = 0
    expect((await refresh()).length).toBe(2)
    expect(b.server.calls.find((c) => c.target.startsWith('/v1/registers'))!.target).not.toContain('after=0&')
  })

  it('by whoever may not publish them, or of another form, are counted and listed nowhere', async () => {
    b.world.publishRegister(b.wang, body('gs', '甲'), at)
    b.world.publishRegister(b.admin, { ...body('gs', '甲'), items: [] }, at)
    expect(await refresh()).toEqual([])
    expect(list.unbelieved).toBe(2)
  })

  it('of which the server changed a line are not taken at all', async () => {
    b.world.publishRegister(b.admin, body('gs', '标准实施情况'), at)
    b.world.faults.tamper = (line: string) => line.replace('标准实施情况', '随便什么')
    await expect(refresh()).rejects.toThrow(/prove/)
    expect(list.versions).toEqual([])
  })
})
