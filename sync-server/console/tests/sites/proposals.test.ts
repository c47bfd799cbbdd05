import { beforeEach, describe, expect, it } from 'vitest'
import { applied, changesOf, moved, readProposals, type Proposal } from '../../src/sites/proposals'
import { siteOfBody, toBody } from '../../src/sites/site'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
const at = '2026-11-22T18:00:00.000+08:00'
const site = { id: 'veg', name: '示范区', region: '620321', point: { lat: 38.2471, lon: 101.9683 } }
const boundary = { type: 'Polygon', coordinates: [[[101.9669, 38.2461], [101.9703, 38.2464], [101.97, 38.2484], [101.9669, 38.2461]]] }
let base = ''
let proposed: { payload: { id: string }; index: number }

const read = async () => {
  const checkpoint = await b.watch.refresh()
  return readProposals(b.api, checkpoint, (await b.trustLog.asOf(checkpoint)).book)
}
const propose = (author: unknown, changes: object = { name: '另一个名称', point: { lat: 38.2501, lon: 101.9683 }, boundary }) => b.world.sayOfSite(author, 'site.proposed', 'veg', '620321', { base, changes, reason: '牌匾上是这个名称' }, at)
const only = async () => (await read()).proposals[0] as Proposal

beforeEach(async () => {
  b = await makeBrowser()
  const { createHash } = await import('node:crypto')
  const made = b.world.publishSite(b.admin, site, at)
  base = createHash('sha256').update(made.line).digest('hex')
  proposed = propose(b.wang)
})

describe('proposals about sites', () => {
  it('are listed with who made them, and what they change', async () => {
    const { proposals, unbelieved } = await read()
    expect(unbelieved).toBe(0)
    expect(proposals).toHaveLength(1)
    const one = proposals[0]!
    expect(one).toMatchObject({ id: proposed.payload.id, site: 'veg', state: 'open', overtaken: false })
    expect(one.author).not.toBe('')
    expect(one.publishers).toHaveLength(1)
    const before = siteOfBody(site)
    expect(moved(before, changesOf(one))).toBeGreaterThan(330)
    expect(moved(before, changesOf(one))).toBeLessThan(336)
    const after = applied(before, changesOf(one))
    expect(after).toMatchObject({ name: '另一个名称', id: 'veg', region: '620321', boundary })
    expect(applied(after, { contact: '王负责' })).toMatchObject({ name: '另一个名称', contact: '王负责', boundary })
  })

  it('are taken up by the publication that names them, once; the next version does not name them again', async () => {
    const body = { ...site, name: '另一个名称', proposal: proposed.payload.id }
    b.world.publishSite(b.admin, body, at)
    expect(await only()).toMatchObject({ state: 'accepted' })
    b.world.sayOfSite(b.admin, 'site.declined', 'veg', '620321', { of: proposed.payload.id, reason: 'x' }, at)
    expect(await only()).toMatchObject({ state: 'accepted', reason: '' })
    expect(toBody(siteOfBody(body))).not.toHaveProperty('proposal')
  })

  it('are declined with a reason by another person', async () => {
    b.world.sayOfSite(b.wang, 'site.declined', 'veg', '620321', { of: proposed.payload.id, reason: 'x' }, at)
    expect(await only()).toMatchObject({ state: 'open' })
    b.world.sayOfSite(b.admin, 'site.declined', 'veg', '620321', { of: proposed.payload.id, reason: '以红线为准' }, at)
    const { proposals, unbelieved } = await read()
    expect(proposals[0]).toMatchObject({ state: 'declined', reason: '以红线为准' })
    expect(unbelieved).toBe(1)
  })

  it('by who may not, or that say nothing, are not believed', async () => {
    propose(b.admin)
    propose(b.wang, {})
    const { proposals, unbelieved } = await read()
    expect(proposals).toHaveLength(1)
    expect(unbelieved).toBe(2)
  })

  it('tell that the site was published anew since', async () => {
    b.world.publishSite(b.admin, { ...site, contact: '王负责' }, at)
    expect(await only()).toMatchObject({ state: 'open', overtaken: true })
  })

  it('of which the server changed a line are not taken at all', async () => {
    b.world.faults.tamper = (line: string) => line.replace('牌匾', '招牌')
    await expect(read()).rejects.toThrow(/prove/)
  })
})
