import { expect, it } from 'vitest'
import { countedOf, newestOf, withdrawalOf } from '../../src/checklist/published'
import { bodyFault } from '../../src/verify/body'

const one = (id: string, version: string, withdrawn?: string) => ({ id, version, sha256: version.repeat(64), title: { zh: id }, ...(withdrawn && { withdrawn }) })

it('of each checklist the newest version that stands is offered, else the newest', () => {
  const all = [one('a', '1'), one('b', '1', '停用'), one('a', '2'), one('a', '3', '有误'), one('b', '2', '有误')]
  expect(newestOf(all).map((p) => p.id + p.version)).toEqual(['a2', 'b2'])
})

it('a withdrawal is a line that every reader takes, and names no file', () => {
  const draft = withdrawalOf(one('a', '1'), ' 有误 ')
  expect(draft.files).toBeUndefined()
  expect(bodyFault(draft.type, draft.body)).toBeNull()
  expect(draft.body.withdrawn).toBe('有误')
})

it('a draft that is published to count is the same document for the same sites and kinds, and a draft no more', () => {
  const draft = { id: 'a', version: '2', sha256: 'x', title: { zh: '甲' }, test: true, kinds: ['special'], sectors: ['果品'] }
  const files = [{ sha256: 'x', type: 'application/json', role: 'checklist', bytes: new Uint8Array() }]
  expect(countedOf(draft, files)).toEqual({ type: 'checklist.published', files, body: { id: 'a', version: '2', title: { zh: '甲' }, sha256: 'x', sectors: ['果品'], kinds: ['special'] } })
})
