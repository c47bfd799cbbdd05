import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../src/sheets/xlsx_read'
import { inline, workbook } from './workbooks'

const texts = (bytes: Uint8Array) => readXlsx(bytes).rows.map((row) => row.map((cell) => cell.text))
const dates = '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="&quot;day &quot;0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="31"/><xf numFmtId="165"/></cellXfs></styleSheet>'

describe('a workbook', () => {
  it('is read by places, with texts of every kind', () => {
    const bytes = workbook(`<row r="1">${inline('A1', '姓名')}<c r="C1" t="s"><v>0</v></c></row><row r="3"><c r="B3"><v>7</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="str"><f>A1</f><v>computed</v></c></row>`, {
      strings: ['<si><r><t>地</t></r><r><t>区</t></r><rPh sb="0" eb="1"><t>dì</t></rPh></si>'],
    })
    expect(texts(bytes)).toEqual([['姓名', '', '地区'], [], ['', '7', 'TRUE', 'computed']])
    expect(readXlsx(bytes).rows[2]![3]).toMatchObject({ formula: true })
  })

  it('shows days where numbers stand under the format of a day, and only there', () => {
    const cells = '<row r="1"><c s="1"><v>45000</v></c><c s="2"><v>45000.5</v></c><c s="3"><v>59</v></c><c s="3"><v>1</v></c><c s="0"><v>45000</v></c><c s="4"><v>45000</v></c></row>'
    expect(texts(workbook(cells, { styles: dates }))).toEqual([['2023-03-15', '2023-03-15', '1900-02-28', '1900-01-01', '45000', '45000']])
  })

  it('keeps a long number as the float that it is, without an exponent', () => {
    expect(readXlsx(workbook('<row r="1"><c r="A1"><v>9.3620321000000794E17</v></c></row>')).rows[0]![0]).toMatchObject({ kind: 'number', text: '936203210000007936' })
  })

  it('tells what a merge covers', () => {
    const sheet = readXlsx(workbook(`<row r="1">${inline('A1', 'a')}</row><row r="2">${inline('B2', 'b')}</row>`, { merges: ['A1:A2'] }))
    expect(sheet.rows[1]![0]).toMatchObject({ covered: true, text: '' })
    expect(sheet.rows[1]![1]).toMatchObject({ covered: false, text: 'b' })
  })

  it('is read from its first sheet that is shown, whatever prefix its program writes', () => {
    const bytes = workbook(inlineRow('hidden'), {
      sheets: '<sheet name="a" sheetId="1" state="veryHidden" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/>',
      parts: { 'xl/worksheets/sheet2.xml': '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>shown</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>' },
    })
    expect(texts(bytes)).toEqual([['shown']])
  })
})

describe('a hostile workbook', () => {
  const fault = (bytes: Uint8Array) => {
    try {
      readXlsx(bytes)
    } catch (e) {
      return (e as { code?: string }).code
    }
    return null
  }

  it('that unfolds to more than fits is refused before it is unfolded', () => {
    expect(fault(workbook('', { parts: { 'xl/worksheets/sheet1.xml': ' '.repeat(40 << 20) } }))).toBe('too_large')
  })
  it('that says it unfolds to little and does not is refused, too', () => {
    const bytes = workbook('', { parts: { 'xl/worksheets/sheet1.xml': ' '.repeat(40 << 20) } })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    let lies = 0
    // The size as the local header and as the directory states it (APPNOTE 4.3.7, 4.3.12).
    for (let i = 0; i + 30 < bytes.length; ++i)
      for (const [signature, at] of [[0x04034b50, 22], [0x02014b50, 24]] as const)
        if (view.getUint32(i, true) === signature && view.getUint32(i + at, true) > 1 << 20) {
          view.setUint32(i + at, 1000, true)
          ++lies
        }
    expect(lies).toBe(2)
    expect(fault(bytes)).toBe('damaged')
  })
  it('with a row at the end of the world is refused', () => {
    expect(fault(workbook(`<row r="1048576">${inline('A1048576', 'x')}</row>`))).toBe('too_large')
  })
  it('that defines entities is refused', () => {
    const bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
    expect(fault(workbook('', { parts: { 'xl/worksheets/sheet1.xml': bomb } }))).toBe('damaged')
  })
  it.each([
    ['no zip', strToU8('PK\u0003\u0004 and no more')],
    ['a part that is cut off', workbook('<row r="1"><c').subarray(0)],
    ['no sheet', workbook('', { sheets: ' ' })],
  ])('that is broken is told so: %s', (_, bytes) => expect(fault(bytes)).toBe('damaged'))
  it('that is another kind of document is told so', () => {
    expect(fault(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('not_a_sheet')
  })
  it('with names of members that a program must not set sets none', () => {
    expect(texts(workbook(`<row r="1">${inline('A1', '__proto__')}</row>`))).toEqual([['__proto__']])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

function inlineRow(text: string): string {
  return `<row r="1">${inline('A1', text)}</row>`
}
