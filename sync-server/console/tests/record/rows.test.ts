// What the page says of a record: its answers, joined with the checklist.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readChecklist, type Question } from '../../src/checklist/document'
import { readInspection } from '../../src/record/inspection'
import { parseLine } from '../../src/line/line'
import { answerOf, buildRows } from '../../src/record/rows'
import { makeDemo } from '../fake/demo.mjs'

const demo = makeDemo()
const checklist = readChecklist(readFileSync(new URL('../fake/checklist.json', import.meta.url), 'utf8'))!

async function rows(id: string, language = 'zh', list: typeof checklist | null = checklist) {
  const line = await parseLine(demo.world.records.get(id)!.versions.at(-1)!.line)
  return buildRows(readInspection(line), line.payload.files, list, language)
}
const byId = (sections: Awaited<ReturnType<typeof rows>>) => new Map(sections.flatMap((s) => s.rows).map((r) => [r.id, r]))

describe('rows', () => {
  it('give answers in words, verdicts, limits, notes, findings and photos', async () => {
    const r = byId(await rows(demo.ids.veto))
    expect(r.get('1')).toMatchObject({ verdict: 'fail', veto: true, judgement: '不符合', attention: true })
    expect(r.get('1')!.files.length).toBe(2)
    expect(r.get('2')!.verdict).toBe('fail')
    expect(r.get('2')!.answers.at(-1)).toMatchObject({ label: '实际间隔', words: '5 天', limits: '≥ 7', out: true })
    expect(r.get('4')).toMatchObject({ verdict: 'pass', attention: false, points: 4000, max: 4000 })
    expect(r.get('1')).toMatchObject({ points: 0, max: 8000 })
    expect(r.get('9')).toMatchObject({ verdict: 'part', points: 2000, max: 4000 })
    expect(r.get('11')!.answers[0]).toMatchObject({ words: '0.012 mm', out: false })
    expect(r.get('9')!.answers[0]!.words).toBe('有机磷、氨基甲酸酯')
    expect(r.get('15')).toMatchObject({ verdict: 'na', na: '无冷库，当日采收当日发运' })
    expect(r.get('8')).toMatchObject({ verdict: 'pass', points: 0, max: 0 })
    expect(byId(await rows(demo.ids.veto, 'en')).get('9')!.answers[0]!.words).toBe('organophosphates, carbamates')
  })
  it('say of an older record, which states no items, what it says itself, and nothing that it does not', async () => {
    const r = byId(await rows(demo.ids.returned))
    expect(r.get('6')).toMatchObject({ verdict: 'fail', points: null, max: null, attention: true })
    expect(r.get('15')!.verdict).toBe('na')
    // A choice, a measurement inside its limits, a section with full points: none of them is the verdict.
    for (const id of ['1', '2', '11', '16']) expect(r.get(id), id).toMatchObject({ verdict: 'none', points: null })
    expect(r.get('1')!.judgement).toBe('符合')
  })
  it('take verdicts from the record, not from answers', async () => {
    const line = await parseLine(demo.world.records.get(demo.ids.veto)!.versions.at(-1)!.line)
    const inspection = readInspection(line)
    inspection.score!.items!.set('4', { verdict: 'part', points: 1000, max: 4000 })
    inspection.score!.items!.set('16', { verdict: 'open', points: 0, max: 0 })
    inspection.score!.items!.delete('13')
    inspection.score!.items!.delete('6')
    delete inspection.answers.q6
    const r = byId(buildRows(inspection, line.payload.files, checklist, 'zh'))
    expect(r.get('4')).toMatchObject({ verdict: 'part', points: 1000, judgement: '', attention: true })
    expect(r.get('4')!.answers.map((a) => a.words)).toEqual(['符合'])
    expect(r.get('16')!.verdict).toBe('open')
    // Not stated beside those that are: it was not asked. What was answered is shown all the same.
    expect(r.get('13')!.verdict).toBe('none')
    expect(r.has('6')).toBe(false)
  })
  it('carry the section’s signed score', async () => {
    expect((await rows(demo.ids.veto)).map((s) => [s.points, s.max])).toEqual([[8000, 24000], [4000, 8000], [10000, 12000], [8000, 8000]])
  })
  it('show raw ids and values when the checklist is not there', async () => {
    const sections = await rows(demo.ids.veto, 'zh', null)
    expect(sections.length).toBe(1)
    const r = byId(sections)
    expect(r.get('q2_days')!.answers[0]!.words).toBe('5')
    expect(r.get('15')!.na).toContain('无冷库')
    expect(r.get('1')!.files.length).toBe(2)
  })
  it('list answers inside repeats under their instance, and those of groups under their title', () => {
    const plots = readChecklist(
      JSON.stringify({
        sections: [{ id: 's', title: 'S', items: [{ id: '1', text: 'Plots', rule: 'record', questions: [
          { id: 'farm', type: 'group', label: { zh: '农场', en: 'Farm' }, questions: [{ id: 'seen', type: 'time', label: 'Seen' }] },
          { id: 'plots', type: 'repeat', label: { zh: '地块', en: 'Plot' }, questions: [
            { id: 'area', type: 'decimal', label: 'Area', unit: 'mu', limits: { max: '${most}' } },
            { id: 'most', type: 'decimal', label: 'Most' },
            { id: 'crop', type: 'select_one', label: 'Crop', or_other: true, choices: [{ name: 'rape', label: 'Rape' }] },
            { id: 'rows', type: 'repeat', label: 'Row', questions: [{ id: 'long', type: 'integer', label: 'Length' }] }] },
          { id: 'none', type: 'repeat', label: 'None', questions: [{ id: 'x', type: 'text', label: 'X' }] }] }],
          sections: [{ id: 't', title: 'T', items: [{ id: '2', text: 'Inner', questions: [{ id: 'q', type: 'text', label: 'Q' }] }] }] }],
      }),
    )!
    const inspection = {
      answers: { seen: '07:30:00.000+08:00', plots: '2', 'plots[1]/area': '5', 'plots[1]/most': '4', 'plots[1]/crop': 'other', 'plots[1]/crop_other': 'barley', 'plots[2]/area': '3', 'plots[2]/most': '4', 'plots[2]/rows': '2', 'plots[2]/rows[2]/long': '70', q: 'here', stranger: 'x' },
      na: {}, notes: {}, findings: [], score: null,
    } as unknown as Parameters<typeof buildRows>[0]
    const sections = buildRows(inspection, [], plots, 'en')
    const told = sections[0]!.rows[0]!.answers.map((a) => '  '.repeat(a.depth ?? 0) + (a.heading ? a.label : `${a.label}: ${a.words}${a.out ? ' !' : ''}`))
    expect(told).toEqual(['Farm', '  Seen: 07:30', 'Plot 1', '  Area: 5 mu !', '  Most: 4', '  Crop: Other', '  Please say which: barley', 'Plot 2', '  Area: 3 mu', '  Most: 4', '  Row 1', '  Row 2', '    Length: 70'])
    expect(sections.map((s) => s.id)).toEqual(['s', 't', ''])
    expect(sections[2]!.rows.map((r) => r.id)).toEqual(['stranger'])
  })
  it('compare with limits in exact decimals', () => {
    const q = (lower: string | null, upper: string | null, inclusive = true): Question => ({ id: 'q', type: 'decimal', label: {}, unit: {}, choices: [], calculation: '', lower: lower === null ? null : { value: lower, inclusive }, upper: upper === null ? null : { value: upper, inclusive } })
    const out = (question: Question, value: string) => answerOf(question, value, { b: '7' }, false, 'zh').out
    expect(out(q('0.010', null), '0.01')).toBe(false)
    expect(out(q('0.010', null), '0.0099999999999999999')).toBe(true)
    expect(out(q(null, '35'), '35.0')).toBe(false)
    expect(out(q(null, '35', false), '35.0')).toBe(true)
    expect(out(q('-18', '-15'), '-16.5')).toBe(false)
    expect(out(q('-0.5', null), '-0.6')).toBe(true)
    expect(out(q('${b}', null), '6')).toBe(true)
    expect(out(q('${unknown}', null), '6')).toBe(false)
    expect(out(q('1', null), 'a lot')).toBe(false)
  })
})
