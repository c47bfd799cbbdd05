import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/line/line'
import { bodyOf, personsIn, publishedResult, withdrawalOf } from '../../src/publishing/published_result'
import { bodyFault } from '../../src/verify/body'

const id = '0198d2c4-7a10-7c3e-8f21-0000000000a1'
const hash = '897abbb178d59a98b5bbc2f51aa5ef612730a437bd717f8a5b344d8a747d987f'
const version = (more: object = {}) =>
  ({ hash, payload: { at: '2026-11-22T23:30:00.000+08:00', body: { kind: 'supervision', checklist: { id: '6a', version: '1.0', sha256: hash }, score: { points: 1, max: 2, grade: '合格' }, findings: [{}, {}], team: ['王芳', '李强'], party: { name: '马国栋', refused: { witness: '赵敏' } }, ...more } } }) as unknown as Line
const site = { payload: { body: { name: '丰乐合作社', code: '93620321MA0000007K', contact: '马国栋 13800001234' } } } as unknown as Line

describe('a result that is published', () => {
  it('follows from the verified version and the published site, and has nothing of a person', () => {
    expect(publishedResult(version(), site)).toEqual({ name: '丰乐合作社', code: '93620321MA0000007K', checked: '2026-11-22', kind: 'supervision', checklist: '6a', version: '1.0', grade: '合格', findings: 2 })
    expect(JSON.stringify(bodyOf(id, version(), site, ' 县局网站 ', null))).not.toMatch(/马国栋|王芳|138/)
    expect(publishedResult(version({ score: {}, findings: [] }), site)).not.toHaveProperty('grade')
  })

  it('becomes bodies that every reader takes', () => {
    expect(bodyFault('publication.made', bodyOf(id, version(), site, '', null))).toBeNull()
    expect(bodyFault('publication.corrected', bodyOf(id, version(), site, '县局网站', { previous: hash, reason: ' 复核 ' }))).toBeNull()
    expect(bodyFault('publication.made', bodyOf(id, version(), site, '', { previous: hash, reason: '复核' }))).toBe('body.previous')
    expect(bodyFault('publication.withdrawn', withdrawalOf(id, { previous: hash, reason: '退回' }))).toBeNull()
  })

  it('knows everybody who is named in it', () => {
    expect(personsIn(version())).toEqual(['王芳', '李强', '马国栋', '赵敏'])
  })
})
