import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareVersions, grouped, supersededIn, textChange, within, type Change } from '../../src/checklists/comparison'
import { builtEngine } from '../built_engine'

type Doc = { version: string; about: Record<string, string>; sections: { items: { points: number; text: Record<string, string>; standards: { ref: string }[] }[] }[] }
const text = readFileSync(new URL('../../../../assets/checklists/6a.json', import.meta.url), 'utf8')
const edited = (edit: (doc: Doc) => void) => {
  const doc = JSON.parse(text) as Doc
  edit(doc)
  return JSON.stringify(doc)
}
const newer = edited((doc) => {
  doc.version = '2'
  doc.sections[0]!.items[0]!.points = 6
  doc.sections[0]!.items[0]!.text.en = 'Another sentence'
  doc.sections[1]!.items.push(doc.sections[0]!.items.splice(1, 1)[0]!)
})

describe('two versions of a checklist', () => {
  it('are told by item, whole first, and by what they bear on', async ({ skip }) => {
    const engine = (await builtEngine()) ?? skip()
    const changes = compareVersions(engine, text, newer)
    const groups = grouped(changes, new Set(['rules', 'basis', 'words']))
    expect(groups.map((g) => [g.key, g.changes.map((c) => `${c.kind} ${c.member}`)])).toEqual([
      ['', ['changed version']],
      ['sections s1/items 1', ['changed points', 'changed text']],
      ['sections s2/items 12', ['moved ']],
    ])
    expect(grouped(changes, new Set(['words'])).map((g) => g.key)).toEqual(['', 'sections s1/items 1'])
    expect(compareVersions(engine, text, text)).toEqual([])
    expect(() => compareVersions(engine, text, '[]')).toThrow(/newer/)
  })

  it('show the language that differs, where the page’s own reads alike', () => {
    const change = { kind: 'changed', touches: 'words', place: [], member: 'text', before: { zh: '一', en: 'one' }, after: { zh: '一', en: 'once' } } as Change
    expect(textChange(change, 'zh')).toMatchObject({ language: 'en' })
    expect(textChange(change, 'en')).toMatchObject({ language: '' })
    expect(textChange({ ...change, touches: 'rules' }, 'zh')).toBeNull()
  })

  it('name what stands in an item by itself', () => {
    const place = [{ list: 'sections', id: 's1', label: null }, { list: 'items', id: '1', label: null }, { list: 'questions', id: 'q', label: null }]
    expect(within({ kind: 'added', touches: 'rules', place, member: '', before: null, after: {} }).map((s) => s.id)).toEqual(['q'])
    expect(within({ kind: 'added', touches: 'rules', place: [{ list: 'grades', id: 'g', label: null }], member: '', before: null, after: {} }).map((s) => s.id)).toEqual(['g'])
  })
})

describe('standards that a checklist cites', () => {
  it('are named with their items where they are not in force on the day', () => {
    const doc = edited((d) => {
      d.sections[0]!.items[0]!.standards = [{ ref: 'GB 2763-2019' }, { ref: 'nothing known' }]
    })
    const found = supersededIn(doc, '2026-11-29')
    expect(found).toContainEqual({ ref: 'GB 2763-2019', clause: '', status: expect.stringMatching(/replaced|withdrawn/), items: ['1.1'] })
    expect(found.some((s) => s.ref === 'nothing known')).toBe(false)
  })
})
