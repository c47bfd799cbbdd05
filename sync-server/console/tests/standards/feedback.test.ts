import { describe, expect, it } from 'vitest'
import { bodyFault } from '../../src/verify/body'
import { answeredBody, readFeedback, type Feedback } from '../../src/standards/feedback'
import { makeBrowser } from '../support'

const said: Feedback = { id: '0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f', index: 1, at: '2026-11-22T08:00:00.000+08:00', author: '检查员甲', text: '意见', standard: 'x', clause: '', checklist: '', item: '', site: '', region: '620321', answer: null }

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
  it('carries its newest answer, by whoever may give it, for herself', async () => {
    const b = await makeBrowser()
    const at = '2026-11-22T18:00:00.000+08:00'
    b.world.sayOfSite(b.wang, 'standard.feedback', '', '620321', { text: '保存期限不一致', standard: 'NY/T 3445', clause: '4.2' }, at)
    let checkpoint = await b.watch.refresh()
    let read = await readFeedback(b.api, checkpoint, (await b.trustLog.asOf(checkpoint)).book)
    const one = read.said[0]!
    expect(one.answer).toBeNull()
    const me = b.reviewer
    const person = (await b.trustLog.asOf(checkpoint)).book.devices.get(me.key?.kid ?? me.kid)!.person.id
    for (const text of ['先看', '以国家标准为准']) b.world.sayOfSite(me, 'feedback.answered', '', '620321', answeredBody(one, person, 'unclear', text), at)
    b.world.sayOfSite(b.wang, 'feedback.answered', '', '620321', answeredBody(one, person, 'other', '不是审核员'), at)
    b.world.sayOfSite(me, 'feedback.answered', '', '620321', answeredBody(one, 'somebody', 'other', '替别人'), at)
    checkpoint = await b.watch.refresh()
    read = await readFeedback(b.api, checkpoint, (await b.trustLog.asOf(checkpoint)).book)
    expect(read.said).toHaveLength(1)
    expect(read.unbelieved).toBe(2)
    expect(read.said[0]!.answer).toMatchObject({ as: 'unclear', text: '以国家标准为准' })
  })
})

it('an answer is a body that the rule takes', () => {
  expect(bodyFault('feedback.answered', answeredBody(said, 'me', 'outdated', ' 已修订 '))).toBeNull()
})
