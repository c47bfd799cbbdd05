// A case on its page: verified line by line, folded here, and what may be signed next.
import { describe, expect, it } from 'vitest'
import { actionsFor, companions } from '../../src/board/actions'
import { picturesOf, statedFinding, stepsOf } from '../../src/board/steps'
import { stateOf } from '../../src/folds/case_row'
import { kActTypes } from '../../src/folds/act'
import { makeBrowser } from '../support'

const d = (t: string) => `2026-11-${t}.000+08:00`

async function ordered() {
  const b = await makeBrowser()
  const { world, admin, reviewer, wang, ids } = b
  const quality = world.enrol(admin, '质量员', [{ role: 'enterprise', regions: ['62'], sites: ['yongchang-veg'] }], d('22T10:00:00'))
  const hash = world.records.get(ids.veto).versions.at(-1).hash
  world.review(reviewer, ids.veto, 'accepted', d('22T11:00:00'), '属实')
  const due = (item: string) => ({ item, facts: '事实', requirement: '改正', due: '2026-12-01' })
  const order = world.act(reviewer, ids.veto, 'ordered', d('22T12:00:00'), { hash, office: '县局', count: 'working', delivery: { how: 'refused', witness: '村委会', reason: '不收' }, findings: [due('1'), due('2')] })
  const act = (author: unknown, kind: string, at: string, finding: object, more = {}, files: unknown[] = []) => world.act(author, ids.veto, kind, at, { order: order.payload.id, ...more, findings: [finding] }, files)
  return { ...b, quality, order, act, wang, id: ids.veto as string }
}

describe('a case in this browser', () => {
  it('is folded from the lines that are believed, and from nothing else', async () => {
    const b = await ordered()
    b.act(b.quality, 'reported', d('23T09:00:00'), { item: '1', done: '已清走' })
    // By a key whose role may not: kept, shown, counts for nothing.
    b.act(b.quality, 'verified', d('23T10:00:00'), { item: '1' })
    const v = await b.verify(b.id)
    expect(v.case?.findings.map((f) => [f.item, f.state])).toEqual([['1', 'reported'], ['2', 'delivered'], ['7', 'found']])
    expect(v.unbelieved.map((x) => x.line.payload.type)).toEqual(['rectification.verified'])
    expect(v.acts.length).toBe(3)
    expect(stateOf(v.case!)).toBe('ordered')
  })

  it('shows a line that is believed and out of turn, and ignores it', async () => {
    const b = await ordered()
    b.act(b.reviewer, 'verified', d('23T09:00:00'), { item: '1' })
    const v = await b.verify(b.id)
    expect(v.unbelieved).toEqual([])
    const last = stepsOf(v, '1').at(-1)!
    expect([last.of.good, last.ignored?.code]).toEqual([true, 'not_its_turn'])
    expect(v.case?.findings[0]!.state).toBe('delivered')
  })

  it('tells what happened to one finding alone', async () => {
    const b = await ordered()
    const photo = b.world.file(Buffer.from('after'), 'image/png', 'evidence', '2')
    b.act(b.quality, 'reported', d('23T09:00:00'), { item: '2', done: '已等够' }, {}, [photo])
    const v = await b.verify(b.id)
    expect(stepsOf(v, '2').map((s) => s.of.line.payload.type)).toEqual(['inspection.submitted', 'review.accepted', 'rectification.ordered', 'rectification.reported'])
    expect(stepsOf(v, '1').map((s) => s.of.line.payload.type)).toEqual(['inspection.submitted', 'review.accepted', 'rectification.ordered'])
    const pictures = picturesOf(v, '2', v.case!.findings[1]!)
    expect([pictures.before.length, pictures.after.map((f) => f.sha256), pictures.round]).toEqual([2, [photo.sha256], 1])
    expect(statedFinding(v.current, '2')).toMatchObject({ where: '2 号棚', due: '2026-11-29', corrected: null })
    expect(statedFinding(v.current, '99')).toBe(null)
  })

  it('is in doubt where one of its lines is another than the log proves', async () => {
    const b = await ordered()
    const r = b.world.records.get(b.id)
    r.acts[0] = { ...r.acts[0], line: r.acts[0].line.replace('县局', '市局') }
    const v = await b.verify(b.id)
    expect(v.acts[0]!.good).toBe(false)
    expect(v.case).toBe(null)
  })

  it('offers what its state, the grants and the key allow', async () => {
    const b = await ordered()
    b.act(b.quality, 'reported', d('23T09:00:00'), { item: '1', done: '已清走' })
    b.act(b.quality, 'extension_requested', d('23T10:00:00'), { item: '2', reason: '等', until: '2026-12-20' })
    const row = (await b.verify(b.id)).case!
    const kinds = (item: string, may = (_: string) => true, kid = 'me', personOf = (_: string) => '') => actionsFor(row, row.findings.find((f) => f.item === item)!, may, kid, personOf).map((a) => a.kind)
    expect(kinds('1')).toEqual(['verified', 'rejected', 'withdrawn', 'handedOver', 'ended'])
    expect(kinds('2')).toEqual(['extended', 'extensionRefused', 'withdrawn', 'handedOver', 'ended'])
    expect(kinds('7')).toEqual(['ordered', 'ended'])
    expect(kinds('1', undefined, b.quality.key.kid)).not.toContain('verified')
    expect(kinds('7', (type) => type !== kActTypes.ordered)).toEqual(['ended'])
    expect(kinds('1', () => false)).toEqual([])
    expect(actionsFor(row, row.findings[0]!, () => true, 'me', () => '').filter((a) => a.primary).map((a) => a.key)).toEqual(['S'])
    // Of one order, whose turn it is as well.
    expect(companions(row, row.findings[0]!, 'withdrawn').map((f) => f.item)).toEqual(['1'])
    expect(companions(row, row.findings[2]!, 'ordered').map((f) => f.item)).toEqual(['7'])
  })
})
