// What the page says: rows from a checklist, figures, and both languages whole.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readChecklist, say, type Question } from '../../src/checklist/document'
import { en } from '../../src/i18n/en'
import { zh } from '../../src/i18n/zh'
import { points, round } from '../../src/i18n/words'
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
    expect(r.get('4')).toMatchObject({ verdict: 'pass', attention: false })
    expect(r.get('11')!.answers[0]).toMatchObject({ words: '0.012 mm', out: false })
    expect(r.get('9')!.answers[0]!.words).toBe('有机磷、氨基甲酸酯')
    expect(r.get('15')).toMatchObject({ verdict: 'na', na: '无冷库，当日采收当日发运' })
    expect(r.get('8')!.verdict).toBe('none')
    expect(byId(await rows(demo.ids.veto, 'en')).get('9')!.answers[0]!.words).toBe('organophosphates, carbamates')
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
  it('list answers inside repeats under their copy, and those of groups under their title', () => {
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

describe('the published checklist', () => {
  const doc = readChecklist(readFileSync(new URL('../../../../assets/checklists/6a.json', import.meta.url), 'utf8'))!
  it('is read whole: titles, choices and grades in both languages', () => {
    expect(doc.sections.length).toBeGreaterThan(0)
    for (const item of doc.sections.flatMap((s) => s.items)) {
      expect(say(item.text, 'zh'), item.id).not.toBe('')
      expect(say(item.text, 'en'), item.id).not.toBe(say(item.text, 'zh'))
      for (const q of item.questions) if (q.type.startsWith('select')) expect(q.choices.length, q.id).toBeGreaterThan(0)
      if (item.rule === 'choice') expect(item.judge, item.id).not.toBeNull()
    }
    expect(say(doc.grades.get('handover')!.label, 'zh')).not.toBe('')
  })
  it('hostile documents end in nothing, not in an exception', () => {
    for (const text of ['', '[]', '{}', '{"sections":1}', '{']) expect(readChecklist(text)).toBeNull()
    expect(readChecklist('{"sections":[null,1,{"items":[{"questions":[{"choices":"none","limits":7}],"rule":[]}]}],"choices":[],"grades":"x"}')!.sections.length).toBe(1)
  })
})

describe('words', () => {
  it('points are exact', () => {
    expect([78200, 100000, 57692, 500, 0, -1500].map(points)).toEqual(['78.2', '100.0', '57.692', '0.5', '0.0', '-1.5'])
    expect([100000, 20500].map(round)).toEqual(['100', '20.5'])
  })
  it('English has every sentence that Chinese has, with the same places', () => {
    const flat = (o: object, path = ''): [string, string][] => Object.entries(o).flatMap(([k, v]) => (typeof v === 'string' ? [[`${path}${k}`, v] as [string, string]] : flat(v as object, `${path}${k}.`)))
    const places = (t: string) => [...t.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()
    const [z, e] = [new Map(flat(zh)), new Map(flat(en))]
    expect([...e.keys()].sort()).toEqual([...z.keys()].sort())
    for (const [k, t] of z) if (k !== 'say.files.ok') expect(places(e.get(k)!), k).toEqual(places(t))
    for (const [k, t] of [...z, ...e]) expect(/[@|]/.test(t), k).toBe(false)
  })
})
