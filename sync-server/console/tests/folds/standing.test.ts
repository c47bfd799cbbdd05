import { describe, expect, it } from 'vitest'
import { assessmentOf } from '../../src/folds/assessment'
import { caseOf } from '../../src/folds/case'
import type { CaseLine } from '../../src/folds/case_row'
import { advance, firstStatus, mayDeliver, type Standing } from '../../src/folds/standing'

const line = (type: string, body: Record<string, unknown>, hash = 'a', kid = 'k1'): CaseLine =>
  ({ kid, hash, index: 1, payload: { id: 'one', type, seq: 1, prev: '', at: '2026-11-22T08:00:00.000+08:00', site: 's', region: '620321', files: [], body } }) as unknown as CaseLine
const checklist = { id: 'c', version: '1', sha256: 'c'.repeat(64) }

describe('what was made in test mode', () => {
  it('stands so, and waits for no second inspector', () => {
    expect(firstStatus({ test: true })).toBe('test')
    expect(firstStatus({ test: true, signers: 2 })).toBe('test')
    expect(firstStatus({ signers: 2 })).toBe('incomplete')
  })

  it('is moved by nothing that follows', () => {
    const standing: Standing = { id: 'one', kid: 'k1', newest: 'a', status: 'test', version: 1 }
    for (const [type, kid] of [['inspection.amended', 'k1'], ['inspection.cosigned', 'k2'], ['review.accepted', 'k2'], ['review.returned', 'k2']] as const)
      expect(advance(standing, line(type, { of: 'one', hash: 'a' }, 'b', kid))).toBe('none')
    expect(standing).toEqual({ id: 'one', kid: 'k1', newest: 'a', status: 'test', version: 1 })
    expect(mayDeliver(standing, { of: 'one', hash: 'a' })).toBe(false)
  })

  it('opens no case', async () => {
    const findings = [{ item: '1', severity: 'minor', text: 'x', due: '2026-12-01' }]
    expect(await caseOf([line('inspection.submitted', { checklist, findings, test: true })])).toBeNull()
    expect(await caseOf([line('inspection.submitted', { checklist, findings })])).not.toBeNull()
  })

  it('is no progress of a round', () => {
    const submitted = (more = {}) => ({ ...line('assessment.submitted', { checklist, round: 'r', ...more }), index: 1 })
    expect(assessmentOf([submitted({ test: true })])).toBeNull()
    expect(assessmentOf([submitted()])?.submitted?.status).toBe('submitted')
  })
})
