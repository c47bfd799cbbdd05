/** A file that a person picked, whatever it is: a workbook, or CSV in any encoding that Excel writes. */
import { csvRows, csvText } from '../checklist/csv'
import { SheetError, textCell, type Sheet } from './cell'
import { readXlsx } from './xlsx_read'

const kMaxBytes = 16 * 1024 * 1024
const kMaxRows = 20_000

export function readSheet(bytes: Uint8Array): Sheet {
  if (bytes.length > kMaxBytes) throw new SheetError('too_large')
  if (begins(bytes, 0x50, 0x4b)) return notEmpty(readXlsx(bytes))
  // The container of Excel before 2007, and of workbooks under a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new SheetError(holds(bytes, 'EncryptedPackage') ? 'locked' : 'old_excel')
  const text = csvText(bytes)
  if (text === null) throw new SheetError('encoding')
  if (text.includes('\0')) throw new SheetError('not_a_sheet')
  const rows = []
  for (const row of csvRows(text, true)) {
    if (rows.length >= kMaxRows) throw new SheetError('too_large')
    rows.push(row.map(textCell))
  }
  return notEmpty({ rows })
}

function notEmpty(sheet: Sheet): Sheet {
  if (!sheet.rows.some((row) => row.some((cell) => cell.text.trim() !== ''))) throw new SheetError('empty')
  return sheet
}

function begins(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((b, i) => bytes[i] === b)
}

/** Names in that container are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  const wide = [...name].join('\0')
  const head = bytes.subarray(0, 1 << 20)
  return new TextDecoder('latin1').decode(head).includes(wide)
}
