// Answers taken from a file of the checklist's are shown by what the file calls them.
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/crypto/sha256'
import { utf8, type Bytes } from '../../src/base/bytes'
import { readChecklist } from '../../src/checklist/document'
import type { Inspection } from '../../src/record/inspection'
import { readLists } from '../../src/record/read_document'
import { buildRows } from '../../src/record/rows'

const csv = 'name,label,code,title\ndongwan,东湾村,1,东湾\nxiwan,西湾村,2,西湾\ndongwan,第二次,3,不算\nbare,,4,\n'
const checklist = async (file = csv) =>
  readChecklist(
    JSON.stringify({
      attachments: { 'villages.csv': await sha256Hex(utf8(file)) },
      sections: [{ id: 's', title: 'S', items: [{ id: '1', text: 'Villages', rule: 'record', questions: [
        { id: 'village', type: 'select_one', file: 'villages.csv', label: 'Village' },
        { id: 'more', type: 'select_multiple', file: 'villages.csv', label: 'More' },
        { id: 'coded', type: 'select_one', file: 'villages.csv', parameters: 'value=code label=title', label: 'Coded' },
        { id: 'plots', type: 'repeat', label: 'Plot', questions: [{ id: 'at', type: 'select_one', file: 'villages.csv', label: 'At' }] }] }] }],
    }),
  )!
const inspection = { answers: { village: 'dongwan', more: 'xiwan nowhere bare', coded: '2', plots: '1', 'plots[1]/at': 'xiwan' }, na: {}, notes: {}, findings: [], score: null } as unknown as Inspection
const told = async (fetch: (hash: string) => Promise<Bytes>) => {
  const list = await checklist()
  const { listed, check } = await readLists(inspection, list, fetch)
  return { check, words: buildRows(inspection, [], list, 'zh', listed)[0]!.rows[0]!.answers.filter((a) => !a.heading).map((a) => a.words) }
}

describe('choices in an attached file', () => {
  it('are shown by their labels, in repeats and by other columns too; an unknown name stays', async () => {
    expect(await told(async () => utf8(csv))).toEqual({ check: null, words: ['东湾村', '西湾村、nowhere、bare', '西湾', '西湾村'] })
  })
  it('stay names where the file is not the one that the document names, and the page says so', async () => {
    const { check, words } = await told(async () => utf8(csv.replace('东湾村', '南湾村')))
    expect(check).toMatchObject({ id: 'document', state: 'bad', say: 'document.list_bad', args: { file: 'villages.csv' } })
    expect(words).toEqual(['dongwan', 'xiwan、nowhere、bare', '2', 'xiwan'])
  })
  it('stay names where the file does not come', async () => {
    const { check, words } = await told(async () => Promise.reject(new Error('no network')))
    expect(check).toMatchObject({ state: 'unknown', say: 'document.list_missing', args: { detail: 'no network' } })
    expect(words[0]).toBe('dongwan')
  })
  it('are not fetched for a record that has none', async () => {
    const asked: string[] = []
    await readLists({ ...inspection, answers: {} }, await checklist(), async (hash) => (asked.push(hash), utf8('')))
    expect(asked).toEqual([])
  })
})
