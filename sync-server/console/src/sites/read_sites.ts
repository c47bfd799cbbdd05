/** Sites of a sheet: every row judged, every fault told, nothing written. Pure. */
import { findRegions } from '../i18n/regions'
import { clean, cleanName, type Sheet } from '../sheets/cell'
import { readTable, type Column, type Fault, type Row } from '../sheets/table'
import type { Grant } from '../trust/grants'
import { readBoundary } from '../base/boundary'
import { emptySite, judgeSite, readDegrees, type Site, type SiteMember } from './site'

export const kSiteColumns: Column[] = [
  { key: 'id', name: '编号', also: ['id', '对象编号', '场所编号', 'site', 'site id', 'number'] },
  { key: 'name', name: '名称', also: ['name', '对象名称', '单位名称', '企业名称', '全称'], required: true },
  { key: 'code', name: '统一社会信用代码', also: ['code', '信用代码', '社会信用代码', 'credit code', 'uscc'] },
  { key: 'region', name: '地区', also: ['region', 'region code', '县区', '所在县', '行政区划', '行政区划代码', '所属地区'], required: true },
  { key: 'address', name: '地址', also: ['address', '详细地址'] },
  { key: 'programme', name: '项目', also: ['programme', '项目类型', '试点示范类型', 'program'] },
  { key: 'sector', name: '行业', also: ['sector', '领域', '产业'] },
  { key: 'contact', name: '联系人', also: ['contact', '负责人'] },
  { key: 'level', name: '级别', also: ['level', '项目级别'] },
  { key: 'programme_id', name: '项目编号', also: ['programme_id', 'programme id'] },
  { key: 'products', name: '产品', also: ['products', '主要产品', '品种'] },
  { key: 'scale', name: '规模', also: ['scale', '面积', '数量'] },
  { key: 'scale_unit', name: '规模单位', also: ['scale_unit', 'scale unit', '单位'] },
  { key: 'risk_grade', name: '风险等级', also: ['risk_grade', 'risk grade', '风险级别'] },
  { key: 'altitude', name: '海拔', also: ['altitude', 'altitude (m)', '海拔（米）', '海拔高度'] },
  { key: 'boundary', name: '边界', also: ['boundary', 'boundary (wkt)', 'wkt', '边界（WKT）', '范围'] },
  { key: 'lat', name: '纬度', also: ['lat', 'latitude', '北纬'] },
  { key: 'lon', name: '经度', also: ['lon', 'lng', 'longitude', '东经'] },
]

const kColumnOf: Record<SiteMember, string> = { id: '编号', name: '名称', code: '统一社会信用代码', region: '地区', address: '地址', programme: '项目', sector: '行业', contact: '联系人', point: '纬度、经度', boundary: '边界', altitude: '海拔', scale: '规模', products: '产品', level: '级别', risk_grade: '风险等级', programme_id: '项目编号' }

export interface ReadSites {
  sites: { row: number; site: Site; isNew: boolean }[]
  faults: Fault[]
}

/** Our own table has the region twice, as a code and by its name: the code is what counts. */
function withOneRegion(sheet: Sheet): Sheet {
  const named = (text: string) => clean(text).toLowerCase()
  const at = sheet.rows.findIndex((row) => row.some((c) => kRegionCode.includes(named(c.text))))
  if (at < 0) return sheet
  const rows = [...sheet.rows]
  rows[at] = rows[at]!.map((c) => (kRegionName.includes(named(c.text)) ? { ...c, text: `${c.text}.` } : c))
  return { ...sheet, rows }
}
const kRegionCode = ['行政区划代码', 'region code']
const kRegionName = ['行政区划', 'region']

export function readSites(sheet: Sheet, own: Grant[], published: ReadonlyMap<string, Site>): ReadSites {
  const { rows, faults } = readTable(withOneRegion(sheet), kSiteColumns)
  const sites = rows.map((row) => ({ row: row.row, site: siteOf(row, published, faults) }))
  for (const { row, site } of sites) {
    for (const f of judgeSite(site, own, published)) faults.push({ row, column: kColumnOf[f.member], say: f.say, params: f.params, notice: f.notice })
  }
  doubles(sites, 'id', faults)
  doubles(sites, 'code', faults)
  return { sites: sites.map((s) => ({ ...s, isNew: !published.has(s.site.id) })), faults: inOrder(faults) }
}

function siteOf(row: Row, published: ReadonlyMap<string, Site>, faults: Fault[]): Site {
  const site = emptySite()
  site.name = cleanName(row.cell('name')?.text ?? '')
  site.code = row.text('code').replace(/[\s-]/g, '').toUpperCase()
  // Whoever has no numbers of their own has the licence's.
  site.id = row.text('id') || site.code
  for (const key of ['address', 'programme', 'sector', 'contact'] as const) site[key] = cleanName(row.cell(key)?.text ?? '')
  site.region = regionOf(row, faults)
  site.point = pointOf(row, faults)
  for (const key of ['level', 'programme_id'] as const) site[key] = cleanName(row.cell(key)?.text ?? '')
  site.risk_grade = row.text('risk_grade').toUpperCase()
  site.products = row.text('products').split(/[、，,；;]/).map(cleanName).filter(Boolean)
  site.scale = scaleOf(row, faults)
  site.altitude = numberOf(row, 'altitude', '海拔', faults)
  site.boundary = boundaryOf(row, faults)
  return keepUnsaid(site, row, published.get(site.id))
}

/** What the sheet has no column for, or no word of, stays as it was published: the new line is the whole site. */
function keepUnsaid(site: Site, row: Row, before: Site | undefined): Site {
  if (!before) return site
  const kept: Partial<Site> = { more: before.more }
  const keep = <K extends keyof Site>(key: K, ...columns: string[]) => {
    if (columns.every((c) => row.text(c) === '')) kept[key] = before[key]
  }
  for (const key of ['level', 'programme_id', 'risk_grade', 'products', 'altitude', 'boundary'] as const) keep(key, key)
  keep('scale', 'scale', 'scale_unit')
  keep('point', 'lat', 'lon')
  for (const key of ['code', 'address', 'programme', 'sector', 'contact'] as const) if (row.cell(key) === undefined) kept[key] = before[key]
  return { ...site, ...kept }
}

function numberOf(row: Row, key: string, column: string, faults: Fault[]): number | null {
  const text = row.text(key)
  if (text === '') return null
  const said = Number(text.replace(/米$|m$/i, ''))
  if (Number.isFinite(said)) return said
  faults.push({ row: row.row, column, say: 'no_number', params: { text: text.slice(0, 40) } })
  return null
}

/** "1200" with its unit in the next column, or "1200 亩" in one. */
function scaleOf(row: Row, faults: Fault[]): Site['scale'] {
  const said = /^([\d.]+)\s*(.*)$/.exec(row.text('scale').replaceAll(',', ''))
  if (row.text('scale') === '') return null
  if (!said || !Number.isFinite(Number(said[1]))) {
    faults.push({ row: row.row, column: '规模', say: 'no_number', params: { text: row.text('scale').slice(0, 40) } })
    return null
  }
  return { value: Number(said[1]), unit: cleanName(said[2]!) || cleanName(row.cell('scale_unit')?.text ?? '') }
}

function boundaryOf(row: Row, faults: Fault[]): Site['boundary'] {
  const text = row.text('boundary')
  if (text === '') return null
  const boundary = readBoundary(text)
  if (!boundary) faults.push({ row: row.row, column: '边界', say: 'boundary_no_polygon' })
  return boundary
}

function regionOf(row: Row, faults: Fault[]): string {
  const text = row.text('region')
  if (text === '') return ''
  const found = findRegions(text)
  if (found.length === 1) return found[0]!.padEnd(6, '0')
  faults.push({ row: row.row, column: '地区', say: found.length === 0 ? 'region_unknown' : 'region_ambiguous', params: { text } })
  return ''
}

function pointOf(row: Row, faults: Fault[]): Site['point'] {
  const [lat, lon] = [row.text('lat'), row.text('lon')]
  if (lat === '' && lon === '') return null
  const at = { lat: readDegrees(lat), lon: readDegrees(lon) }
  for (const [key, column, text] of [['lat', '纬度', lat], ['lon', '经度', lon]] as const) {
    if (at[key] === null) faults.push({ row: row.row, column, say: text === '' ? 'half_a_point' : 'no_degrees', params: { text } })
  }
  return at.lat !== null && at.lon !== null ? { lat: at.lat, lon: at.lon } : null
}

function doubles(sites: { row: number; site: Site }[], member: 'id' | 'code', faults: Fault[]): void {
  const first = new Map<string, number>()
  for (const { row, site } of sites) {
    const value = site[member]
    const before = first.get(value)
    if (value === '') continue
    if (before === undefined) first.set(value, row)
    else if (!(member === 'code' && faults.some((f) => f.row === row && f.say === 'id_twice'))) faults.push({ row, column: kColumnOf[member], say: `${member}_twice`, params: { before, text: value } })
  }
}

/** By rows; a region that could not be read is not told a second time as missing. */
function inOrder(faults: Fault[]): Fault[] {
  const unread = new Set(faults.filter((f) => /^region_/.test(f.say)).map((f) => f.row))
  const missing = new Set(faults.filter((f) => f.say === 'missing').map((f) => `${f.row} ${f.column}`))
  const twice = new Set(faults.filter((f) => f.say === 'row_twice').map((f) => f.row))
  const spare = (f: Fault) =>
    (f.say === 'no_region' && (unread.has(f.row) || missing.has(`${f.row} ${f.column}`))) ||
    (f.say === 'no_name' && missing.has(`${f.row} ${f.column}`)) ||
    ((f.say === 'id_twice' || f.say === 'code_twice') && twice.has(f.row))
  return faults.filter((f) => !spare(f)).sort((a, b) => a.row - b.row)
}
