import { describe, expect, it } from 'vitest'
import { byClause, readFeedback, type Feedback } from '../../src/standards/feedback'
import { makeBrowser } from '../support'

const said = (index: number, standard: string, clause = '', text = '意见'): Feedback => ({ id: String(index), index, at: '2026-11-22T08:00:00.000+08:00', author: '检查员甲', text, standard, clause, checklist: '', item: '' })

describe('feedback on standards', () => {
  it('is counted by clause, the most first, then the latest', () => {
    const groups = byClause([said(1, 'NY/T 3445', '4.2'), said(2, 'GB 5009.1'), said(3, 'ny/t 3445', '4.2'), said(4, 'NY／T 3445', '4.3'), said(5, 'NY/T  3445', '4.2')])
    expect(groups.map((g) => [g.clause, g.said.map((s) => s.index)])).toEqual([['4.2', [5, 3, 1]], ['4.3', [4]], ['', [2]]])
  })
  it('of no named standard stands by itself', () => {
    expect(byClause([said(1, ''), said(2, '', '4.2')])).toHaveLength(2)
  })
})

describe('feedback as this browser believes it', () => {
  it('is what is proved and signed by somebody who is enrolled', async () => {
    const b = await makeBrowser()
    const at = '2026-11-22T18:00:00.000+08:00'
    b.world.sayOfSite(b.wang, 'standard.feedback', '', '620321', { text: '保存期限不一致', standard: 'NY/T 3445', clause: '4.2', met: { checklist: '6a', version: '1', item: 'b3' } }, at)
    b.world.sayOfSite(b.wang, 'standard.feedback', '', '620321', { standard: 'NY/T 3445' }, at)
    const checkpoint = await b.watch.refresh()
    const { book } = await b.trustLog.asOf(checkpoint)
    const read = await readFeedback(b.api, checkpoint, book)
    expect(read.unbelieved).toBe(1)
    expect(read.said).toHaveLength(1)
    expect(read.said[0]).toMatchObject({ text: '保存期限不一致', standard: 'NY/T 3445', clause: '4.2', checklist: '6a', item: 'b3' })
    expect(read.said[0]!.author).not.toBe('')
    const lying = { feedback: async (after: number, size: number) => { const page = await b.api.feedback(after, size); return { ...page, body: page.body.replace('保存期限', '保管期限') } } }
    await expect(readFeedback(lying, checkpoint, book)).rejects.toThrow()
  })
})
