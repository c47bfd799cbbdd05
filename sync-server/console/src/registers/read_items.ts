/** Items of a register in a sheet: every row judged, every fault told, nothing written. Pure. */
import { cleanName, type Sheet } from '../sheets/cell'
import { readTable, type Column, type Fault, type Row } from '../sheets/table'
import type { RegisterItem } from './registered'

export const kItemColumns: Column[] = [
  { key: 'code', name: '事项编码', also: ['code', '编码', '编号', '事项编号', 'item code'], required: true },
  { key: 'name', name: '事项名称', also: ['name', '名称', '检查事项', '事项', '行政检查事项', 'item'], required: true },
  { key: 'name_en', name: '英文名称', also: ['name_en', 'name (en)', 'english name'] },
  { key: 'basis', name: '检查依据', also: ['basis', '依据', '法律依据', '法律法规依据', '设定依据', 'law'], required: true },
  { key: 'object', name: '检查对象', also: ['object', '对象', '被检查对象', 'who'] },
  { key: 'modes', name: '检查方式', also: ['modes', 'mode', '方式'] },
  { key: 'most', name: '年度上限', also: ['most', '年度频次上限', '频次上限', '检查频次', 'times a year'] },
  { key: 'checklists', name: '检查表', also: ['checklists', 'checklist', '检查表编号'] },
]

const kModes: [RegExp, string[]][] = [
  [/^(现场|现场检查|on[_ -]?site)$/i, ['on_site']],
  [/^(非现场|非现场检查|远程|线上|remote)$/i, ['remote']],
]

export interface ReadItems {
  items: RegisterItem[]
  faults: Fault[]
}

export function readItems(sheet: Sheet): ReadItems {
  const { rows, faults } = readTable(sheet, kItemColumns)
  const items = rows.map((row) => itemOf(row, faults))
  const first = new Map<string, number>()
  rows.forEach((row, i) => {
    const { code } = items[i]!
    if (code === '') return
    const before = first.get(code)
    if (before === undefined) first.set(code, row.row)
    else faults.push({ row: row.row, column: '事项编码', say: 'id_twice', params: { text: code, before } })
  })
  return { items, faults: faults.sort((a, b) => a.row - b.row) }
}

function itemOf(row: Row, faults: Fault[]): RegisterItem {
  const words = (key: string) => cleanName(row.cell(key)?.text ?? '')
  const en = words('name_en')
  const object = words('object')
  const modes = modesOf(row, faults)
  const most = mostOf(row, faults)
  const checklists = row.text('checklists').split(/[、，,；;]/).map((one) => one.trim()).filter(Boolean)
  return {
    code: row.text('code'),
    name: { zh: words('name'), ...(en !== '' && { en }) },
    basis: { zh: words('basis') },
    ...(object !== '' && { object: { zh: object } }),
    ...(most !== null && { most }),
    ...(modes.length > 0 && { modes }),
    ...(checklists.length > 0 && { checklists }),
  }
}

/** "现场、非现场"; nothing: either. */
function modesOf(row: Row, faults: Fault[]): string[] {
  const out: string[] = []
  for (const word of row.text('modes').split(/[、，,；;/和及]/).map((w) => w.trim()).filter(Boolean)) {
    const found = kModes.find(([like]) => like.test(word))
    if (found) out.push(...found[1])
    else faults.push({ row: row.row, column: '检查方式', say: 'no_mode', params: { text: word.slice(0, 40) } })
  }
  return [...new Set(out)]
}

function mostOf(row: Row, faults: Fault[]): number | null {
  const text = row.text('most').replace(/次(\/年)?$/, '')
  if (text === '') return null
  const said = Number(text)
  if (Number.isSafeInteger(said) && said >= 1) return said
  faults.push({ row: row.row, column: '年度上限', say: 'no_times', params: { text: row.text('most').slice(0, 40) } })
  return null
}
