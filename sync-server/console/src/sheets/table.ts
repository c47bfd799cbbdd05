/**
 * A table in a sheet: its header is looked for, its columns are known by any of their names, and every cell that cannot be
 * taken as it stands is told with its row, its column and what to do. All faults at once: nobody mends a file one by one.
 */
import { clean, type Cell, type Sheet } from './cell'

export interface Column {
  key: string
  /** As the template calls it. */
  name: string
  /** What else people call it, in either language. */
  also?: string[]
  required?: boolean
  /** It holds days: elsewhere a date is what Excel made of something else. */
  day?: boolean
}

/** One thing that has to be mended (`say` is the key of its sentence), or that the reader should look at (notice). */
export interface Fault {
  row: number
  column: string
  say: string
  params?: Record<string, string | number>
  notice?: boolean
}

export interface Row {
  /** As people count: the sheet's first row is 1. */
  row: number
  text(key: string): string
  cell(key: string): Cell | undefined
}

export interface Table {
  rows: Row[]
  faults: Fault[]
}

const kLookForHeader = 12
const kPlain: Cell = { text: '', kind: 'text', formula: false, covered: false }

export function readTable(sheet: Sheet, columns: Column[]): Table {
  const faults: Fault[] = []
  const header = findHeader(sheet, columns)
  if (!header) return { rows: [], faults: [{ row: 1, column: '', say: 'no_header', params: { names: columns.filter((c) => c.required).map((c) => c.name).join('、') } }] }
  for (const column of columns) {
    if (column.required && !header.at.has(column.key)) faults.push({ row: header.row, column: column.name, say: 'no_column' })
  }
  for (const { name, twice } of header.others) faults.push({ row: header.row, column: name, say: twice ? 'column_twice' : 'column_unknown', notice: !twice })
  const rows: Row[] = []
  const seen = new Map<string, number>()
  for (let i = header.row; i < sheet.rows.length; ++i) {
    const cells = sheet.rows[i]!
    const cell = (key: string) => (header.at.has(key) ? cells[header.at.get(key)!] : undefined)
    const mine = columns.map((c) => cell(c.key) ?? kPlain)
    if (mine.every((c) => clean(c.text) === '' && !c.covered)) continue
    const row = i + 1
    for (const column of columns) judgeCell(cell(column.key), row, column, faults)
    const whole = mine.map((c) => clean(c.text)).join('\u0001')
    const before = seen.get(whole)
    if (before !== undefined) faults.push({ row, column: '', say: 'row_twice', params: { before } })
    else seen.set(whole, row)
    rows.push({ row, cell, text: (key) => clean(cell(key)?.text ?? '') })
  }
  if (rows.length === 0) faults.push({ row: header.row, column: '', say: 'no_rows' })
  return { rows, faults }
}

function judgeCell(cell: Cell | undefined, row: number, column: Column, faults: Fault[]): void {
  const fault = (say: string, params?: Fault['params']) => faults.push({ row, column: column.name, say, params })
  if (cell?.covered) return void fault('merged')
  if (cell?.kind === 'error') return void fault('excel_error', { text: cell.text })
  const text = clean(cell?.text ?? '')
  if (cell?.formula) faults.push({ row, column: column.name, say: text === '' ? 'formula_empty' : 'formula', params: { text: text.slice(0, 40) }, notice: text !== '' })
  else if (cell?.kind === 'text' && /^=/.test(text)) return void fault('formula_text', { text: text.slice(0, 40) })
  // A float is exact to 15 digits: the last ones of a longer number are gone, and nobody can bring them back.
  if ((cell?.kind === 'number' && /^-?\d{16,}$/.test(text)) || /^\d(\.\d+)?E\+?\d+$/i.test(text)) return void fault('digits_lost', { text: text.slice(0, 40) })
  if (cell?.kind === 'date' && !column.day) return void fault('became_date', { text })
  if (column.required && text === '') fault('missing')
}

interface Header {
  /** The row below the header. */
  row: number
  at: Map<string, number>
  others: { name: string; twice: boolean }[]
}

/** The row among the first ones that knows most columns: above it people write titles and notes. */
function findHeader(sheet: Sheet, columns: Column[]): Header | null {
  let best: Header | null = null
  for (let i = 0; i < Math.min(sheet.rows.length, kLookForHeader); ++i) {
    const header: Header = { row: i + 1, at: new Map(), others: [] }
    sheet.rows[i]!.forEach((cell, at) => {
      const name = called(cell.text)
      if (name === '') return
      const column = columns.find((c) => [c.name, ...(c.also ?? [])].some((n) => called(n) === name))
      if (!column || header.at.has(column.key)) header.others.push({ name: cell.text.trim(), twice: column !== undefined })
      else header.at.set(column.key, at)
    })
    if (header.at.size > (best?.at.size ?? 0)) best = header
  }
  return best && best.at.size >= Math.min(2, columns.length) ? best : null
}

/** Without what people add to a header: an asterisk, a note in brackets, blanks, case. */
function called(text: string): string {
  return clean(text).replace(/[(（].*$/, '').replace(/[*:：\s_-]/g, '').toLowerCase()
}
