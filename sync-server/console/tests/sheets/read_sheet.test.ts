import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { readSheet } from '../../src/sheets/read_sheet'
import { writeXlsx } from '../../src/sheets/xlsx_write'

const texts = (bytes: Uint8Array) => readSheet(bytes).rows.map((row) => row.map((cell) => cell.text))
const fault = (bytes: Uint8Array) => {
  try {
    readSheet(bytes)
  } catch (e) {
    return (e as { code?: string }).code
  }
  return null
}

describe('a file that was picked', () => {
  it('may be CSV in every encoding that Excel writes', () => {
    expect(texts(utf8('\ufeff姓名,角色\r\n张三,检查员\r\n'))).toEqual([['姓名', '角色'], ['张三', '检查员']])
    // GB18030, as Excel saves CSV in China.
    expect(texts(Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x61, 0x0a]))).toEqual([['姓名', 'a']])
    expect(texts(Uint8Array.from([0xff, 0xfe, 0x53, 0x59, 0x09, 0x00, 0x61, 0x00]))).toEqual([['\u5953', 'a']])
  })

  it('keeps the numbers of its rows: blank lines count', () => {
    expect(texts(utf8('a,b\n\n,\n1,2\n')).length).toBe(4)
  })

  it('may be the template, filled in', () => {
    const bytes = writeXlsx({ sheet: '人员', header: ['姓名', '证件号'], rows: [['张三 & <李>', '0016']] })
    expect(texts(bytes)).toEqual([['姓名', '证件号'], ['张三 & <李>', '0016']])
  })

  it.each([
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'old_excel'],
    ['a workbook under a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...utf8([...'EncryptedPackage'].join('\0'))]), 'locked'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'not_a_sheet'],
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', utf8(' , \n,'), 'empty'],
    ['no text in any encoding', Uint8Array.from([0xff, 0xff, 0xff]), 'encoding'],
    ['more rows than anybody has', utf8('a\n'.repeat(20_001)), 'too_large'],
  ])('is refused with a word where it is %s', (_, bytes, code) => expect(fault(bytes)).toBe(code))
})
