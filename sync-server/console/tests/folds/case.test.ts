// What the fold of shared/records/rectification makes of each walk, this one makes of it.
import { describe, expect, it } from 'vitest'
import { actKindOf, orderNumber, readAct } from '../../src/folds/act'
import { caseOf, foldCase } from '../../src/folds/case'
import { isOverdue, stateOf, type CaseRow } from '../../src/folds/case_row'
import { mayHappen, mayJudge } from '../../src/folds/may_happen'
import { bodyFault } from '../../src/verify/body'
import { i18n } from '../../src/i18n'
import { lineOf, readWalks, type Step } from '../walks'

/** As the server writes it: sentences are each reader's own, so an ignored act is its hash. */
function written(row: CaseRow) {
  const { orders, ignored, archived, ...rest } = row
  return { ...rest, state: stateOf(row), orders, ignored: ignored.map((i) => i.hash), archived }
}
function asWritten({ orders = [], ignored = [], archived = '', ...rest }: Record<string, unknown>) {
  return { ...rest, orders, ignored: (ignored as { hash: string }[]).map((i) => i.hash), archived }
}
const walks = readWalks('rectification.json')

describe('a case', () => {
  it.each(walks.map((steps, i) => ({ i, steps })))('goes walk $i as it is written', async ({ steps }) => {
    let row: CaseRow | null = null
    for (const step of steps) {
      const line = lineOf(step)
      if (step.type.startsWith('rectification.')) expect(bodyFault(step.type, step.body), JSON.stringify(step)).toBe(null)
      const kind = actKindOf(step.type)
      if (row && kind) expect(mayHappen(row, readAct(kind, step.body), line)?.code ?? '', JSON.stringify(step)).toBe(step.said)
      row = await foldCase(row, line)
      expect(row && stateOf(row)).toBe(step.state)
      if (step.row) expect(JSON.parse(JSON.stringify(written(row!)))).toEqual(asWritten(step.row))
    }
  })
  it('is nothing without its submission', async () => {
    expect(await caseOf(walks[0]!.slice(1).map(lineOf))).toBe(null)
  })
  it('is not opened by a re-check, nor by what comes after one', async () => {
    const [submitted, ...after] = walks[0]!.map(lineOf)
    const recheck = { ...submitted!, payload: { ...submitted!.payload, body: { ...submitted!.payload.body, order: '0198d2c4-7a10-7c3e-8f21-000000000011' } } }
    expect(await caseOf([submitted!])).not.toBe(null)
    expect(await caseOf([recheck, ...after])).toBe(null)
  })
  it('says why a line is ignored, in both languages', async () => {
    const rows = await Promise.all(walks.map((steps) => caseOf(steps.map(lineOf))))
    const ignored = rows.flatMap((r) => r!.ignored)
    expect(ignored.length).toBeGreaterThan(20)
    for (const { refusal } of ignored)
      for (const locale of ['zh', 'en'] as const) expect(i18n.global.te(`act.${refusal.say}`, locale), refusal.say).toBe(true)
  })
  it('is overdue once the day that is due has passed, and only while the enterprise has it', () => {
    expect(isOverdue({ state: 'delivered', due: '2026-11-24' }, '2026-11-24')).toBe(false)
    expect(isOverdue({ state: 'delivered', due: '2026-11-24' }, '2026-11-25')).toBe(true)
    expect(isOverdue({ state: 'reported', due: '2026-11-24' }, '2026-11-25')).toBe(false)
    expect(isOverdue({ state: 'ordered' }, '2026-11-25')).toBe(false)
  })
  it('has orders whose number follows from the line', async () => {
    // The same as orderNumber() of shared/records gives (tests/unit/records/act_test.cpp).
    const first = walks.flat().find((s) => s.row && Array.isArray(s.row.orders) && s.row.orders.length > 0)!
    const [order] = first.row!.orders as { number: string; id: string }[]
    const line = lineOf(walks.flat().find((s) => lineOf(s).payload.id === order!.id)!)
    expect(await orderNumber('620321', line.payload.at.slice(0, 10), line.kid, line.payload.seq)).toBe(order!.number)
  })
  it('is judged by another person than reported, whatever their keys, and ignores what is not, with a sentence', async () => {
    // On paper: what was reported is judged by the report alone.
    const isJudged = (s: Step) => s.type === 'rectification.verified' && s.said === '' && !s.body.inspection
    const walk = walks.find((steps) => steps.some(isJudged))!
    const at = walk.findIndex(isJudged)
    const before = walk.slice(0, at).map(lineOf)
    const verified = lineOf(walk[at]!)
    const reported = (await caseOf(before))!
    const act = readAct('verified', verified.payload.body)
    const finding = reported.findings.find((f) => f.item === act.entries[0]!.item)!
    expect(finding.reporter).toBeTruthy()
    const strangers = (kid: string) => `person of ${kid}`
    const onePerson = (kid: string) => (kid === finding.reporter || kid === verified.kid ? 'p' : strangers(kid))
    expect(mayJudge(reported, act, verified.kid, strangers)).toBe(null)
    expect(mayJudge(reported, act, verified.kid, () => '')).toBe(null)
    expect(mayJudge(reported, { ...act, kind: 'handedOver' }, verified.kid, onePerson)).toBe(null)
    expect(mayJudge(reported, { ...act, kind: 'withdrawn' }, verified.kid, onePerson)).toMatchObject({ code: 'own_report' })
    expect(mayJudge(reported, act, verified.kid, onePerson)).toMatchObject({ code: 'own_report', say: 'own_person', args: { item: finding.item } })
    for (const locale of ['zh', 'en'] as const) expect(i18n.global.te('act.own_person', locale)).toBe(true)
    const [state, ignored] = [finding.state, reported.ignored.length]
    const after = (await foldCase(reported, verified, onePerson))!
    expect(after.findings.find((f) => f.item === finding.item)!.state).toBe(state)
    expect(after.ignored.slice(ignored)).toEqual([{ hash: verified.hash, refusal: expect.objectContaining({ code: 'own_report' }) }])
    // Where the book knows two persons, or nobody, it counts.
    expect((await caseOf([...before, verified], strangers))!.findings.find((f) => f.item === finding.item)!.state).toBe('passed')
    expect((await caseOf([...before, verified]))!.findings.find((f) => f.item === finding.item)!.state).toBe('passed')
  })
})
