/**
 * A workbook of one sheet to fill in: header, an example, and every column a text one, so that Excel leaves eighteen digits
 * and leading zeros alone. No more of ECMA-376 than that.
 */
import { strToU8, zipSync } from 'fflate'

export interface Template {
  sheet: string
  header: string[]
  rows: string[][]
}

const kHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const kMain = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const kRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const kOffice = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const kTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function writeXlsx({ sheet, header, rows }: Template): Uint8Array<ArrayBuffer> {
  const cell = (text: string, row: number, column: number, style: number) =>
    text === '' ? '' : `<c r="${letters(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  const line = (cells: string[], row: number, style: number) => `<row r="${row}">${cells.map((t, i) => cell(t, row, i, style)).join('')}</row>`
  const columns = header.map((name, i) => `<col min="${i + 1}" max="${i + 1}" width="${Math.max(14, name.length * 2 + 4)}" style="1" customWidth="1"/>`).join('')
  const body = [line(header, 1, 2), ...rows.map((cells, i) => line(cells, i + 2, 1))].join('')
  const xml = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kTypes}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kTypes}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kTypes}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${kRelations}"><Relationship Id="rId1" Type="${kOffice}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${kMain}" xmlns:r="${kOffice}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${kRelations}"><Relationship Id="rId1" Type="${kOffice}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${kOffice}/styles" Target="styles.xml"/></Relationships>`,
    // Format 49 is "@", text.
    'xl/styles.xml': `<styleSheet xmlns="${kMain}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${kMain}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${body}</sheetData></worksheet>`,
  }
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries(xml).map(([name, text]) => [name, strToU8(kHead + text)]))))
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
}
