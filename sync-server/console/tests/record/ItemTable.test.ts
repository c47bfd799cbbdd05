import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, it } from 'vitest'
import { i18n } from '../../src/i18n'
import ItemTable from '../../src/record/ItemTable.vue'
import type { RowSection } from '../../src/record/rows'

const row = { id: '2', no: '2', text: 'Labels', verdict: 'fail', veto: false, attention: true, answers: [], files: [], findings: [], points: 0, max: 8000, note: '', na: '', guidance: '', judgement: '', item: null }
const sections = [{ id: 's', title: 'One', points: 0, max: 8000, rows: [row] }] as unknown as RowSection[]

describe('the items of a record', () => {
  it('have in each row what the page puts there', async () => {
    const app = createSSRApp({ render: () => h(ItemTable, { sections, known: true, open: true, remarks: {} }, { said: ({ item }: { item: string }) => `said at ${item}`, acts: ({ item }: { item: string }) => `asked at ${item}` }) })
    const html = await renderToString(app.use(i18n))
    expect(html).toContain('said at 2')
    expect(html).toContain('asked at 2')
    expect(html).toContain('<caption')
  })
})
