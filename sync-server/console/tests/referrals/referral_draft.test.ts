// What followed a failed item: the fold that server and console share, and the bodies that are written.
import { describe, expect, it } from 'vitest'
import { foldReferral, isReferred, referralsOf, referralState, type Referral } from '../../src/folds/referral'
import type { Payload } from '../../src/line/line'
import { answerBody, answerLacks, referralBody, referralLacks } from '../../src/referrals/referral_draft'
import { bodyFault } from '../../src/verify/body'
import { example } from '../support'

const id = '0198d2c4-7a10-7c3e-8f21-0000000000f1'
const at = '2026-12-24T10:00:00.000+08:00'
const payload = (type: string, change: Record<string, unknown> = {}, of = id) => ({ id: of, type, at, body: { ...example(type), ...change } }) as unknown as Payload
const answer = (as: string, day = '2026-12-20') => payload('referral.answered', { of: id, as, day }, '0198d2c4-7a10-7c3e-8f21-0000000000f2')
const folded = (...all: Payload[]) => all.reduce<Referral[]>(foldReferral, [])

describe('a referral', () => {
  const made = payload('finding.referred')
  it('is received, and then concluded or declined once', () => {
    const state = (...answers: Payload[]) => referralState(folded(made, ...answers)[0]!)
    expect(state()).toBe('referred')
    expect(state(answer('received'))).toBe('received')
    expect(state(answer('concluded'))).toBe('concluded')
    expect(state(answer('received'), answer('declined'), answer('concluded'))).toBe('declined')
    expect(folded(made, answer('received'), answer('received'))[0]!.answers.length).toBe(1)
  })
  it('takes no day before what is answered, nor one that has not come', () => {
    expect(folded(made, answer('received', '2026-11-22'))[0]!.answers).toEqual([])
    expect(folded(made, answer('received', '2026-12-25'))[0]!.answers).toEqual([])
    expect(folded(made, answer('received', '2026-12-10'), answer('concluded', '2026-12-09'))[0]!.answers.length).toBe(1)
    expect(folded(payload('finding.referred', { day: '2026-12-25' }))).toEqual([])
    expect(folded(answer('received'))).toEqual([])
  })
  it('of another inspection is none of this one, whoever hands it out with it', () => {
    const of = String(made.body.of)
    const other = '0198d2c4-7a10-7c3e-8f21-0000000000f9'
    expect(referralsOf(of, [made, answer('received')]).map(referralState)).toEqual(['received'])
    expect(referralsOf(of, [payload('finding.referred', { of: other }), answer('received')])).toEqual([])
    expect(referralsOf(of, [payload('finding.referred', { of: other }, other), made]).map((one) => one.id)).toEqual([id])
  })
  it('stands for its items until it is declined', () => {
    expect(isReferred(folded(made), '2')).toBe(true)
    expect(isReferred(folded(made), '3')).toBe(false)
    expect(isReferred(folded(made, answer('declined')), '2')).toBe(false)
  })
  it('is written in the form that the log takes', () => {
    const draft = { items: ['2'], to: ' 执法大队 ', number: '12号', day: '2026-11-23', text: '' }
    const body = referralBody(draft, { of: id, hash: '0'.repeat(64), kind: 'enforcement', person: 'p' })
    expect(bodyFault('finding.referred', body)).toBe(null)
    expect(body.to).toBe('执法大队')
    expect(referralLacks({ items: [], to: '', number: ' ', day: '', text: '' })).toEqual(['items', 'to', 'number', 'day'])
    const said = { as: 'received' as const, day: '2026-11-24', text: '', number: '' }
    expect(answerLacks(said)).toEqual([])
    expect(answerLacks({ ...said, as: 'declined' })).toEqual(['text'])
    expect(bodyFault('referral.answered', answerBody(said, id, 'p'))).toBe(null)
    expect(bodyFault('referral.answered', answerBody({ ...said, as: 'concluded', text: '已立案' }, id, 'p'))).toBe(null)
  })
})
