import { describe, expect, it } from 'vitest'
import { readItems } from '../../src/registers/read_items'
import { textCell } from '../../src/sheets/cell'

const kHead = ['编码', '检查事项', '依据', '对象', '方式', '频次上限', '检查表']
const read = (...rows: string[][]) => readItems({ rows: [kHead, ...rows].map((row) => row.map(textCell)) })
const says = (...rows: string[][]) => read(...rows).faults.map((f) => [f.row, f.column, f.say])

describe('the items of a register, from a table', () => {
  it('are read with what is optional left out where it is empty', () => {
    expect(read(['GS-1', '标准实施情况', '标准化法第三十二条', '承担单位', '现场、非现场', '2次/年', '6a，c1'], ['GS-2', '自我声明公开', '第二十七条', '', '', '', '']).items).toEqual([
      { code: 'GS-1', name: { zh: '标准实施情况' }, basis: { zh: '标准化法第三十二条' }, object: { zh: '承担单位' }, most: 2, modes: ['on_site', 'remote'], checklists: ['6a', 'c1'] },
      { code: 'GS-2', name: { zh: '自我声明公开' }, basis: { zh: '第二十七条' } },
    ])
  })

  it('are judged all at once, each fault with its row and column', () => {
    expect(says(['GS-1', '', '法', '', '邮寄', '0', ''], ['GS-1', '甲', '法', '', '现场和线上', '多次', ''])).toEqual([
      [2, '事项名称', 'missing'], [2, '检查方式', 'no_mode'], [2, '年度上限', 'no_times'], [3, '年度上限', 'no_times'], [3, '事项编码', 'id_twice'],
    ])
    expect(says()[0]![2]).toBe('no_rows')
    expect(readItems({ rows: [[textCell('完全'), textCell('别的')]] }).faults[0]!.say).toBe('no_header')
  })

  it('cannot smuggle a formula, or a name that nobody sees', () => {
    expect(says(['GS-1', '=HYPERLINK("http://x")', '法', '', '', '', ''])).toEqual([[2, '事项名称', 'formula_text']])
    expect(says(['GS-1', '\u200b\u202e', '法', '', '', '', ''])).toEqual([[2, '事项名称', 'missing']])
  })
})
