// Workbooks as other programs write them, made part by part, so that each test says what its author did.
import { strToU8, zipSync } from 'fflate'

const kNs = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

export function workbook(cells: string, more: { merges?: string[]; styles?: string; strings?: string[]; sheets?: string; parts?: Record<string, string> } = {}): Uint8Array {
  const merges = more.merges ? `<mergeCells>${more.merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>` : ''
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${kNs} xmlns:r="r"><sheets>${more.sheets ?? '<sheet name="a" sheetId="1" r:id="rId1"/>'}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${kNs}><sheetData>${cells}</sheetData>${merges}</worksheet>`,
    ...(more.styles && { 'xl/styles.xml': more.styles }),
    ...(more.strings && { 'xl/sharedStrings.xml': `<sst ${kNs}>${more.strings.join('')}</sst>` }),
    ...more.parts,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

export const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`
