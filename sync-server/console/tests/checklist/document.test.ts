import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readChecklist, say } from '../../src/checklist/document'

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
