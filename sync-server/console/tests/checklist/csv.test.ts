import { describe, expect, it } from 'vitest'
import { csvRows, csvText } from '../../src/checklist/csv'

const rows = (text: string) => [...csvRows(text)]

describe('a CSV file', () => {
  it.each([
    ['commas', 'name,label\na,甲\nb,乙\n'],
    ['no last line end', 'name,label\na,甲\nb,乙'],
    ['CR LF', 'name,label\r\na,甲\r\nb,乙\r\n'],
    ['semicolons', 'name;label\na;甲\nb;乙\n'],
    ['tabs', 'name\tlabel\na\t甲\nb\t乙\n'],
    ['a separator line', 'sep=;\r\nname;label\r\na;甲\r\nb;乙\r\n'],
    ['blank lines', '\nname,label\n\na,甲\n\nb,乙\n\n'],
    ['quotation marks', '"name","label"\n"a","甲"\n"b",乙\n'],
  ])('is read with %s', (_, text) => {
    expect(rows(text)).toEqual([['name', 'label'], ['a', '甲'], ['b', '乙']])
  })

  it('keeps separators, line ends and doubled marks inside quotation marks', () => {
    expect(rows('a,b\n"x, ""y""\nz",2\n')).toEqual([['a', 'b'], ['x, "y"\nz', '2']])
    expect(rows('"a;b",c\n1,2')).toEqual([['a;b', 'c'], ['1', '2']])
    expect(rows('a\n"never closed')).toEqual([['a'], ['never closed']])
    expect(rows('a,b\n1')).toEqual([['a', 'b'], ['1']])
    expect(rows('a,b\n,\n')).toEqual([['a', 'b'], ['', '']])
    expect(rows('')).toEqual([])
  })

  it('is read in UTF-8 with or without its mark, UTF-16 and GB18030, and not in what is none of them', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...'甲,'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])])
    expect(csvText(new TextEncoder().encode('甲,'))).toBe('甲,')
    expect(csvText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('a')
    expect(csvText(utf16)).toBe('甲,')
    expect(csvText(new Uint8Array([0xbc, 0xd7]))).toBe('甲')
    expect(csvText(new Uint8Array([0xff]))).toBeNull()
  })
})
