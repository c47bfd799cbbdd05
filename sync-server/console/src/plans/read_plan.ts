/**
 * An annual plan's batches in a sheet, a row a stratum, with its share and how many checks are planned for each month: every row
 * judged, every fault told with its row and column, nothing written. Pure.
 */
import { byBytes } from '../base/bytes'
import { dayText, readDay } from '../base/day'
import { cleanName, type Sheet } from '../sheets/cell'
import { readTable, type Column, type Fault, type Row } from '../sheets/table'
import { emptyBatch, strataText, type BatchDraft, type MonthsDraft } from './plan_draft'

const kMonthColumns: Column[] = Array.from({ length: 12 }, (_, i) => ({ key: `m${i + 1}`, name: `${i + 1}月`, also: [`${i + 1} 月`, `month ${i + 1}`, ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'][i]!] }))

export const kPlanColumns: Column[] = [
  { key: 'name', name: '批次', also: ['batch', '批次名称', '检查批次', '计划名称'], required: true },
  { key: 'kind', name: '种类', also: ['kind', '检查种类', '检查类型'] },
  { key: 'checklist', name: '检查表', also: ['checklist', '检查表编号'] },
  { key: 'programme', name: '项目', also: ['programme', '项目编号'] },
  { key: 'from', name: '起', also: ['from', '起始日期', '开始'], day: true },
  { key: 'until', name: '止', also: ['until', '截止日期', '结束'], day: true },
  { key: 'team', name: '每组人数', also: ['team', '人数'] },
  { key: 'stratum', name: '风险等级', also: ['stratum', '分层', '等级', 'risk class'] },
  { key: 'share', name: '比例', also: ['share', '抽取比例', 'ratio'] },
  { key: 'quota', name: '计划数', also: ['quota', '计划', '检查数', '计划户次'] },
  ...kMonthColumns,
]

const kKinds: [RegExp, string][] = [
  [/^(日常|日常检查|routine)$/i, 'routine'],
  [/^(个案|个案检查|individual)$/i, 'individual'],
  [/^(专项|专项检查|special)$/i, 'special'],
]
/** What holds for a batch as a whole: said in its first row, and the same or nothing in the others. */
const kOfBatch = ['kind', 'checklist', 'programme', 'from', 'until', 'team'] as const

export interface ReadPlan {
  batches: BatchDraft[]
  faults: Fault[]
}

interface ReadRow {
  row: Row
  stratum: string
  permille: number | null
  quota: number | null
  months: number[] | null
}

/** `year`: of the plan; days that are not said are its first and last. */
export function readPlan(sheet: Sheet, year: number): ReadPlan {
  const { rows, faults } = readTable(sheet, kPlanColumns)
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const name = cleanName(row.cell('name')?.text ?? '')
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), row])
  }
  const batches = [...groups].map(([name, own]) => batchOf(name, own, year, faults))
  return { batches, faults: faults.sort((a, b) => a.row - b.row) }
}

function batchOf(name: string, rows: Row[], year: number, faults: Fault[]): BatchDraft {
  const first = rows[0]!
  for (const row of rows.slice(1)) {
    for (const key of kOfBatch) {
      if (row.text(key) !== '' && row.text(key) !== first.text(key)) faults.push({ row: row.row, column: nameOf(key), say: 'batch_differs', params: { name, before: first.row } })
    }
  }
  const batch: BatchDraft = { ...emptyBatch(year), name, kind: kindOf(first, faults), checklist: first.text('checklist'), programme: first.text('programme'), team: teamOf(first, faults) }
  if (batch.checklist === '' && batch.programme === '') faults.push({ row: first.row, column: '检查表', say: 'no_checklist' })
  batch.from = dayOf(first, 'from', batch.from, year, faults)
  batch.until = dayOf(first, 'until', batch.until, year, faults)
  if (batch.until < batch.from) faults.push({ row: first.row, column: '止', say: 'ends_before' })
  const read = rows.map((row) => readRow(row, batch, faults))
  const drawn = read.filter((one) => one.stratum !== '').sort((a, b) => byBytes(a.stratum, b.stratum))
  judgeStrata(read, drawn.length, faults)
  batch.strata = strataText(drawn.map((one) => ({ name: one.stratum, permille: one.permille ?? 0 })))
  batch.quota = read.reduce((sum, one) => sum + (one.quota ?? 0), 0) || ''
  if (batch.quota === '') faults.push({ row: first.row, column: '计划数', say: 'no_quota' })
  const months = (drawn.length > 0 ? drawn : read).filter((one) => one.months !== null)
  if (months.length > 0 && months.length < read.length) {
    const without = read.find((one) => one.months === null)!
    faults.push({ row: without.row.row, column: '1月', say: 'months_missing', params: { name } })
  } else batch.months = months.map((one): MonthsDraft => ({ stratum: one.stratum, n: one.months! }))
  return batch
}

const nameOf = (key: string) => kPlanColumns.find((column) => column.key === key)!.name

function judgeStrata(read: ReadRow[], drawn: number, faults: Fault[]): void {
  const seen = new Map<string, number>()
  for (const { row, stratum } of read) {
    const before = seen.get(stratum)
    if (before !== undefined) faults.push({ row: row.row, column: '风险等级', say: stratum === '' ? 'no_stratum' : 'stratum_twice', params: { text: stratum, before } })
    else seen.set(stratum, row.row)
    if (stratum === '' && drawn > 0 && before === undefined) faults.push({ row: row.row, column: '风险等级', say: 'no_stratum', params: { text: '', before: row.row } })
  }
}

function readRow(row: Row, batch: BatchDraft, faults: Fault[]): ReadRow {
  const stratum = cleanName(row.cell('stratum')?.text ?? '')
  const months = monthsOf(row, batch, faults)
  const said = row.text('quota') === '' ? null : numberOf(row, 'quota', faults)
  const sum = months?.reduce((all, n) => all + n, 0) ?? null
  if (said !== null && sum !== null && said !== sum) faults.push({ row: row.row, column: '计划数', say: 'quota_differs', params: { text: said, sum } })
  return { row, stratum, permille: shareOf(row, stratum, faults), quota: said ?? sum, months }
}

/** "5%", "50‰", or a number that a spreadsheet shows as a percentage (0.05); parts of a thousand. */
function shareOf(row: Row, stratum: string, faults: Fault[]): number | null {
  const text = row.text('share')
  if (text === '' && stratum === '') return null
  const m = /^(\d+(?:\.\d+)?)\s*([%‰]?)$/.exec(text)
  const permille = m ? Math.round(Number(m[1]) * (m[2] === '%' ? 10 : m[2] === '‰' ? 1 : 1000) * 1000) / 1000 : NaN
  if (stratum !== '' && Number.isInteger(permille) && permille <= 1000) return permille
  faults.push({ row: row.row, column: '比例', say: stratum === '' ? 'share_alone' : 'no_share', params: { text: text.slice(0, 40) } })
  return null
}

function numberOf(row: Row, key: string, faults: Fault[]): number | null {
  const text = row.text(key)
  const said = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(said)) return said
  faults.push({ row: row.row, column: nameOf(key), say: 'no_count', params: { text: text.slice(0, 40) } })
  return null
}

/** Null where no month says anything; a month that says nothing is none. */
function monthsOf(row: Row, batch: BatchDraft, faults: Fault[]): number[] | null {
  const keys = kMonthColumns.map((column) => column.key)
  if (keys.every((key) => row.text(key) === '')) return null
  return keys.map((key, i) => {
    const n = row.text(key) === '' ? 0 : (numberOf(row, key, faults) ?? 0)
    if (n > 0 && (i + 1 < Number(batch.from.slice(5, 7)) || i + 1 > Number(batch.until.slice(5, 7)))) faults.push({ row: row.row, column: nameOf(key), say: 'month_outside', params: { from: batch.from, until: batch.until } })
    return n
  })
}

function kindOf(row: Row, faults: Fault[]): string {
  const text = row.text('kind')
  if (text === '') return 'routine'
  const found = kKinds.find(([like]) => like.test(text))
  if (!found) faults.push({ row: row.row, column: '种类', say: 'no_kind', params: { text: text.slice(0, 40) } })
  return found?.[1] ?? 'routine'
}

function teamOf(row: Row, faults: Fault[]): number {
  const text = row.text('team').replace(/人$/, '')
  if (text === '' || text === '2') return 2
  if (text !== '1') faults.push({ row: row.row, column: '每组人数', say: 'no_team', params: { text: text.slice(0, 40) } })
  return text === '1' ? 1 : 2
}

/** "2026-03-01", "2026/3/1", "3月1日". */
function dayOf(row: Row, key: 'from' | 'until', otherwise: string, year: number, faults: Fault[]): string {
  const text = row.text(key)
  if (text === '') return otherwise
  const m = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text)
  const day = m ? `${m[1] ?? year}-${m[2]!.padStart(2, '0')}-${m[3]!.padStart(2, '0')}` : ''
  const known = readDay(day)
  if (known === null || dayText(known) !== day) faults.push({ row: row.row, column: nameOf(key), say: 'no_plan_day', params: { text: text.slice(0, 40) } })
  else if (day.slice(0, 4) !== String(year)) faults.push({ row: row.row, column: nameOf(key), say: 'other_year', params: { text: day, year } })
  else return day
  return otherwise
}
