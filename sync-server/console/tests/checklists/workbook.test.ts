import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FormSession } from '../../src/checklists/form_session'
import { publicationOf, readWorkbook } from '../../src/checklists/workbook'
import { writeXlsx } from '../../src/sheets/xlsx_write'
import { builtEngine } from '../built_engine'

const bytesOf = (path: string) => new Uint8Array(readFileSync(new URL(`../../../../${path}`, import.meta.url)))

describe('an author’s workbook', () => {
  it('becomes the document that the build makes of it, and the line that publishes it', async ({ skip }) => {
    const engine = (await builtEngine()) ?? skip()
    const read = await readWorkbook(engine, { name: 'c1.xlsx', bytes: bytesOf('assets/checklists/c1.xlsx') }, [])
    expect(read.problems).toEqual([])
    expect(JSON.parse(read.document)).toEqual(JSON.parse(readFileSync(new URL('../../../../assets/checklists/c1.json', import.meta.url), 'utf8')))
    const draft = await publicationOf(read)
    expect(draft.type).toBe('checklist.published')
    expect(draft.files?.[0]).toMatchObject({ role: 'checklist', type: 'application/json', sha256: draft.body.sha256 })
    expect(draft.body).toMatchObject({ id: read.opened!.id, version: read.opened!.version })
    expect(draft.body).not.toHaveProperty('test')
    expect((await publicationOf(read, { kinds: ['routine'], test: true })).body).toMatchObject({ kinds: ['routine'], test: true })
  })

  it('names every problem by its cell, and publishes nothing', async ({ skip }) => {
    const engine = (await builtEngine()) ?? skip()
    const bytes = writeXlsx({ sheet: 'survey', header: ['type', 'kind', 'name', 'label::zh', 'points'], rows: [['begin_group', 'item', '1', '一', 'many']] })
    const read = await readWorkbook(engine, { name: 'x.xlsx', bytes }, [])
    expect(read.opened).toBeNull()
    expect(read.problems.some((p) => p.sheet === 'survey' && p.row === 2 && p.cell === 'E2')).toBe(true)
    await expect(publicationOf(read)).rejects.toThrow()
  })

  it('is filled on trial as on a tablet, and what cannot be is told', async ({ skip }) => {
    const engine = (await builtEngine()) ?? skip()
    const { opened } = await readWorkbook(engine, { name: '6a.xlsx', bytes: bytesOf('assets/checklists/6a.xlsx') }, [])
    const session = new FormSession(engine, opened!.checklist)
    const row = session.view.value.sections.flatMap((s) => s.items).flatMap((i) => i.rows).find((r) => r.type === 'select_one')!
    const before = session.view.value.totals.missing
    session.change({ set: row.key, value: row.choices![0]!.name })
    expect(session.view.value.totals.missing).not.toBe(before)
    expect(session.view.value.toSign).toMatchObject({ answers: { [row.key]: row.choices![0]!.name } })
    session.change({ set: row.key, value: 'nothing of the kind' })
    expect(session.refused.value).not.toBe('')
    session.change({ undo: true })
    expect(session.refused.value).toBe('')
    session.close()
    expect(() => session.change({ undo: true })).toThrow()
  })
})
