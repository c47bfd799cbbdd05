import { beforeEach, describe, expect, it } from 'vitest'
import { Batch, isPassing, type BatchItem } from '../../src/import/batch'
import { kOutbox } from '../../src/storage/kept'
import { makeBrowser } from '../support'

let b: Awaited<ReturnType<typeof makeBrowser>>
const items: BatchItem[] = ['甲', '乙', '丙'].map((label) => ({ label, draft: { type: 'standard.feedback', region: '62', body: { text: label } } }))
const batch = () => new Batch('people', b.author, b.store)

beforeEach(async () => {
  b = await makeBrowser()
  await b.watch.refresh()
})

describe('a batch', () => {
  it('signs its lines one after the other, and keeps what became of each', async () => {
    const mine = batch()
    await mine.begin(items)
    const steps: number[] = []
    expect(await mine.run((n) => steps.push(n))).toEqual({ end: 'done' })
    expect(steps).toEqual([0, 1, 2])
    expect(mine.outcomes.map((o) => o?.status)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('whose answer was lost goes on with the very same line, also after the tab was closed', async () => {
    const mine = batch()
    await mine.begin(items)
    b.world.faults.losePush = true
    const end = await mine.run()
    expect(end.end).toBe('broken')
    expect(isPassing(end.end === 'broken' && end.why)).toBe(true)
    const before = b.world.log.lines.length
    b.world.faults.losePush = false
    const again = batch()
    expect(await again.open()).toBe(true)
    expect(again.left).toBe(3)
    expect(await again.run()).toEqual({ end: 'done' })
    expect(again.left).toBe(0)
    // The first line was in the log already.
    expect(b.world.log.lines.length).toBe(before + 2)
  })

  it('tells a refusal and goes on with the next', async () => {
    const mine = batch()
    await mine.begin(items)
    b.world.faults.refuse = 'namesake'
    await mine.run((n) => n === 0 && (b.world.faults.refuse = undefined))
    expect(mine.outcomes.map((o) => o?.status)).toEqual(['refused', 'accepted', 'accepted'])
    expect(mine.outcomes[0]).toMatchObject({ code: 'namesake' })
  })

  it('stops when it is told to, and is taken up', async () => {
    const mine = batch()
    await mine.begin(items)
    expect(await mine.run(() => mine.stop())).toEqual({ end: 'stopped' })
    expect(mine.left).toBe(2)
    expect(await mine.run()).toEqual({ end: 'done' })
  })

  it('leaves nothing when it is put away', async () => {
    const mine = batch()
    await mine.begin(items)
    await mine.run()
    await mine.clear()
    expect([...b.store.values.keys()].filter((k) => k.startsWith('batch/'))).toEqual([])
    expect(b.store.values.has(kOutbox)).toBe(false)
    expect(await batch().open()).toBe(false)
  })
})
