/**
 * The first visible sheet of a workbook (ECMA-376), with what careless authors leave in it told apart: numbers, dates that
 * are numbers under a format, formulas, cells under a merge. Hostile files end in a SheetError: what a workbook unfolds to
 * is bounded before it is unfolded, entities that a file defines are not resolved, places beyond the bounds are refused.
 */
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { fromUtf8 } from '../base/bytes'
import { SheetError, type Cell, type Sheet } from './cell'

const kMaxPart = 32 * 1024 * 1024
const kMaxAll = 64 * 1024 * 1024
const kMaxRows = 20_000
const kMaxColumns = 200

type Attributes = Record<string, string>

export function readXlsx(bytes: Uint8Array): Sheet {
  const files = unfold(bytes)
  const part = (name: string) => files.get(name.replace(/^\//, '').toLowerCase())
  const workbook = part('xl/workbook.xml')
  if (!workbook) throw new SheetError('not_a_sheet')
  const { sheets, year1904 } = readWorkbook(workbook)
  const target = sheets.find((s) => s.shown) ?? sheets[0]
  const relations = readRelations(part('xl/_rels/workbook.xml.rels') ?? '')
  const path = target && relations.get(target.relation)
  const xml = path && part(path.startsWith('/') ? path : `xl/${path}`)
  if (!xml) throw new SheetError('damaged')
  const strings = readStrings(part('xl/sharedStrings.xml') ?? '')
  const dates = readDateStyles(part('xl/styles.xml') ?? '')
  return readSheet(xml, strings, dates, year1904)
}

/** The XML parts by their names in lower case. */
function unfold(bytes: Uint8Array): Map<string, string> {
  let all = 0
  try {
    const wanted = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/(workbook|sharedstrings|styles|worksheets\/[^/]+|_rels\/workbook)\.xml(\.rels)?$/i.test(name.replace(/\\/g, '/'))) return false
        all += originalSize
        if (originalSize > kMaxPart || all > kMaxAll) throw new SheetError('too_large')
        return true
      },
    })
    return new Map(Object.entries(wanted).map(([name, part]) => [name.replace(/\\/g, '/').toLowerCase(), fromUtf8(part)]))
  } catch (e) {
    throw e instanceof SheetError ? e : new SheetError('damaged')
  }
}

interface Reader {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/** Names without their prefix: some programs write <x:row>. */
function walk(xml: string, reader: Reader): void {
  if (xml === '') return
  const parser = new SaxesParser({ xmlns: false })
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('error', () => {
    throw new SheetError('damaged')
  })
  parser.on('opentag', (tag) => reader.open?.(local(tag.name), tag.attributes as Attributes))
  parser.on('text', (text) => reader.text?.(text))
  parser.on('closetag', (tag) => reader.close?.(local(tag.name)))
  parser.write(xml).close()
}

function readWorkbook(xml: string): { sheets: { relation: string; shown: boolean }[]; year1904: boolean } {
  const out = { sheets: [] as { relation: string; shown: boolean }[], year1904: false }
  walk(xml, {
    open(name, a) {
      if (name === 'sheet') out.sheets.push({ relation: a['r:id'] ?? Object.entries(a).find(([k]) => /:id$/.test(k))?.[1] ?? '', shown: !/hidden/i.test(a.state ?? '') })
      if (name === 'workbookPr') out.year1904 = a.date1904 === '1' || a.date1904 === 'true'
    },
  })
  return out
}

function readRelations(xml: string): Map<string, string> {
  const out = new Map<string, string>()
  walk(xml, { open: (name, a) => name === 'Relationship' && out.set(a.Id ?? '', a.Target ?? '') })
  return out
}

/** Rich texts are joined; what stands above Chinese characters to tell their sound (rPh) is no part of them. */
function readStrings(xml: string): string[] {
  const out: string[] = []
  let [now, inText, aside] = ['', false, 0]
  walk(xml, {
    open(name) {
      if (name === 'si') now = ''
      else if (name === 'rPh') aside++
      else if (name === 't') inText = aside === 0
    },
    text: (text) => void (inText && (now += text)),
    close(name) {
      if (name === 'si') out.push(now)
      else if (name === 'rPh') aside--
      else if (name === 't') inText = false
    },
  })
  return out
}

/** Which cell styles show a number as a date. */
function readDateStyles(xml: string): boolean[] {
  const formats = new Map<string, string>()
  const out: boolean[] = []
  let inCells = false
  walk(xml, {
    open(name, a) {
      if (name === 'numFmt') formats.set(a.numFmtId ?? '', a.formatCode ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) out.push(isDate(Number(a.numFmtId ?? 0), formats.get(a.numFmtId ?? '')))
    },
    close: (name) => void (name === 'cellXfs' && (inCells = false)),
  })
  return out
}

function isDate(id: number, code: string | undefined): boolean {
  if (code !== undefined) return /[ymdh]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ''))
  // 27–36 and 50–58 are dates in East Asian Excel.
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

function readSheet(xml: string, strings: string[], dates: boolean[], year1904: boolean): Sheet {
  const rows: Cell[][] = []
  const merges: string[] = []
  let [row, column] = [-1, -1]
  let cell: { type: string; style: number; value: string; formula: boolean } | null = null
  let into: 'value' | null = null
  walk(xml, {
    open(name, a) {
      if (name === 'row') {
        row = a.r === undefined ? row + 1 : Number(a.r) - 1
        column = -1
      } else if (name === 'c') {
        const at = a.r === undefined ? null : placeOf(a.r)
        if (at) row = at.row
        column = at ? at.column : column + 1
        cell = { type: a.t ?? 'n', style: Number(a.s ?? 0), value: '', formula: false }
      } else if (name === 'f' && cell) cell.formula = true
      else if ((name === 'v' || name === 't') && cell) into = 'value'
      else if (name === 'mergeCell') merges.push(a.ref ?? '')
    },
    text: (text) => void (into && cell && (cell.value += text)),
    close(name) {
      if (name === 'v' || name === 't') into = null
      if (name !== 'c' || !cell) return
      if (!Number.isInteger(row) || row < 0 || row >= kMaxRows) throw new SheetError('too_large')
      // What stands far to the right of any table is somebody's note.
      if (column < kMaxColumns && (cell.value !== '' || cell.formula)) put(rows, row, column, cellOf(cell, strings, dates, year1904))
      cell = null
    },
  })
  for (const ref of merges) cover(rows, ref)
  for (let i = 0; i < rows.length; ++i) rows[i] ??= []
  return { rows }
}

function cellOf(raw: { type: string; style: number; value: string; formula: boolean }, strings: string[], dates: boolean[], year1904: boolean): Cell {
  const made = (text: string, kind: Cell['kind']): Cell => ({ text, kind, formula: raw.formula, covered: false })
  switch (raw.type) {
    case 's':
      return made(strings[Number(raw.value)] ?? '', 'text')
    case 'str':
    case 'inlineStr':
      return made(raw.value, 'text')
    case 'b':
      return made(raw.value === '1' ? 'TRUE' : 'FALSE', 'truth')
    case 'e':
      return made(raw.value, 'error')
    case 'd':
      return made(raw.value.slice(0, 10), 'date')
    default: {
      const number = Number(raw.value)
      if (raw.value === '' || !Number.isFinite(number)) return made(raw.value, 'text')
      if (dates[raw.style]) return made(dayOf(number, year1904), 'date')
      return made(plain(number), 'number')
    }
  }
}

/** A day by its serial number. Excel counts a 29 February 1900 that never was. */
function dayOf(serial: number, year1904: boolean): string {
  const days = Math.floor(serial) + (year1904 ? 1462 : 0)
  const day = new Date(Date.UTC(1899, 11, days < 61 ? 31 : 30) + days * 86_400_000)
  return Number.isNaN(day.getTime()) ? String(serial) : day.toISOString().slice(0, 10)
}

/** Without an exponent, as a person would type it. */
function plain(n: number): string {
  return Number.isInteger(n) && Math.abs(n) < 1e21 ? BigInt(n).toString() : String(n)
}

function put(rows: Cell[][], row: number, column: number, cell: Cell): void {
  const cells = (rows[row] ??= [])
  while (cells.length < column) cells.push({ text: '', kind: 'text', formula: false, covered: false })
  cells[column] = cell
}

function placeOf(ref: string): { row: number; column: number } | null {
  const m = /^([A-Z]{1,3})(\d{1,7})$/i.exec(ref)
  if (!m) return null
  const column = [...m[1]!.toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1
  return { row: Number(m[2]) - 1, column }
}

/** Marks what a merge covers. The text stays where it stands; nobody fills in on an author's behalf. */
function cover(rows: Cell[][], ref: string): void {
  const [from, to] = ref.split(':').map(placeOf)
  if (!from || !to) return
  for (let r = from.row; r <= Math.min(to.row, rows.length - 1, kMaxRows - 1); ++r) {
    for (let c = from.column; c <= Math.min(to.column, kMaxColumns - 1); ++c) {
      if (r === from.row && c === from.column) continue
      put(rows, r, c, { text: '', kind: 'text', formula: false, covered: true })
    }
  }
}
