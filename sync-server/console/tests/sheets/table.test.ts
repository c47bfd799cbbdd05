import { describe, expect, it } from 'vitest'
import { textCell, type Cell } from '../../src/sheets/cell'
import { readTable, type Column } from '../../src/sheets/table'

const columns: Column[] = [
  { key: 'name', name: '姓名', also: ['name'], required: true },
  { key: 'code', name: '代码', also: ['统一社会信用代码'] },
  { key: 'until', name: '有效期', day: true },
]
const sheet = (...rows: (string | Cell)[][]) => ({ rows: rows.map((row) => row.map((c) => (typeof c === 'string' ? textCell(c) : c))) })
const cell = (text: string, more: Partial<Cell>): Cell => ({ ...textCell(text), ...more })
const faults = (...rows: (string | Cell)[][]) => readTable(sheet(...rows), columns).faults.map((f) => `${f.row} ${f.column} ${f.say}${f.notice ? ' (notice)' : ''}`)

describe('a table in a sheet', () => {
  it('is found below a title, by any name of its columns', () => {
    const table = readTable(sheet(['2026 年名单'], [], ['NAME *', '统一社会信用代码（18 位）', '有效期'], ['张三', 'x', '']), columns)
    expect(table.faults).toEqual([])
    expect(table.rows.map((r) => [r.row, r.text('name'), r.text('code')])).toEqual([[4, '张三', 'x']])
  })

  it('is taken with what an input method left wide, and without what nobody sees', () => {
    const { rows } = readTable(sheet(['姓名', '代码'], ['\u200b张三\u3000', '６２０３２１Ａ']), columns)
    expect([rows[0]!.text('name'), rows[0]!.text('code')]).toEqual(['张三', '620321A'])
  })

  it('passes over blank lines, and numbers the others as people do', () => {
    const { rows } = readTable(sheet(['姓名', '代码'], ['甲', '1'], [], ['', ' '], ['乙', '2']), columns)
    expect(rows.map((r) => r.row)).toEqual([2, 5])
  })

  it('tells every fault at once, each with its row and column', () => {
    expect(
      faults(
        ['姓名', '代码', '有效期', '备注', '代码'],
        ['甲', cell('936203210000007936', { kind: 'number' }), ''],
        ['乙', '9.36203E+17', ''],
        ['', 'x', ''],
        [cell('', { covered: true }), 'y', ''],
        ['丙', cell('12', { formula: true, kind: 'number' }), cell('2028-06-01', { kind: 'date' })],
        ['丁', cell('', { formula: true }), ''],
        ['=HYPERLINK("x")', 'z', ''],
        ['戊', cell('2026-03-04', { kind: 'date' }), ''],
        ['己', cell('#REF!', { kind: 'error' }), ''],
        ['丙', '12', '2028-06-01'],
      ),
    ).toEqual([
      '1 备注 column_unknown (notice)', '1 代码 column_twice', '2 代码 digits_lost', '3 代码 digits_lost', '4 姓名 missing', '5 姓名 merged', '6 代码 formula (notice)',
      '7 代码 formula_empty', '8 姓名 formula_text', '9 代码 became_date', '10 代码 excel_error', '11  row_twice',
    ])
  })

  it('without a header, without a needed column, or without rows is told so', () => {
    expect(faults(['甲', 'x'], ['乙', 'y'])).toEqual(['1  no_header'])
    expect(faults(['代码', '有效期'], ['x', ''])).toEqual(['1 姓名 no_column', '2 姓名 missing'])
    expect(faults(['姓名', '代码'])).toEqual(['1  no_rows'])
  })
})
