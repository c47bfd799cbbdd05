/** Sites of a sheet: every row judged, every fault told, nothing written. Pure. */
import { findRegions } from '../i18n/regions'
import { cleanName, type Sheet } from '../sheets/cell'
import { readTable, type Column, type Fault, type Row } from '../sheets/table'
import type { Grant } from '../trust/grants'
import { emptySite, judgeSite, readDegrees, type Site, type SiteMember } from './site'

export const kSiteColumns: Column[] = [
  { key: 'id', name: '编号', also: ['id', '对象编号', 'site id', 'number'] },
  { key: 'name', name: '名称', also: ['name', '对象名称', '单位名称', '企业名称', '全称'], required: true },
  { key: 'code', name: '统一社会信用代码', also: ['code', '信用代码', '社会信用代码', 'credit code', 'uscc'] },
  { key: 'region', name: '地区', also: ['region', '县区', '所在县', '行政区划', '行政区划代码', '所属地区'], required: true },
  { key: 'address', name: '地址', also: ['address', '详细地址'] },
  { key: 'programme', name: '项目', also: ['programme', '项目类型', '试点示范类型', 'program'] },
  { key: 'sector', name: '行业', also: ['sector', '领域', '产业'] },
  { key: 'contact', name: '联系人', also: ['contact', '负责人'] },
  { key: 'lat', name: '纬度', also: ['lat', 'latitude', '北纬'] },
  { key: 'lon', name: '经度', also: ['lon', 'lng', 'longitude', '东经'] },
]

const kColumnOf: Record<SiteMember, string> = { id: '编号', name: '名称', code: '统一社会信用代码', region: '地区', address: '地址', programme: '项目', sector: '行业', contact: '联系人', point: '纬度、经度' }

export interface ReadSites {
  sites: { row: number; site: Site; isNew: boolean }[]
  faults: Fault[]
}

export function readSites(sheet: Sheet, own: Grant[], published: ReadonlyMap<string, Site>): ReadSites {
  const { rows, faults } = readTable(sheet, kSiteColumns)
  const sites = rows.map((row) => ({ row: row.row, site: siteOf(row, faults) }))
  for (const { row, site } of sites) {
    for (const f of judgeSite(site, own, published)) faults.push({ row, column: kColumnOf[f.member], say: f.say, params: f.params, notice: f.notice })
  }
  doubles(sites, 'id', faults)
  doubles(sites, 'code', faults)
  return { sites: sites.map((s) => ({ ...s, isNew: !published.has(s.site.id) })), faults: inOrder(faults) }
}

function siteOf(row: Row, faults: Fault[]): Site {
  const site = emptySite()
  site.name = cleanName(row.cell('name')?.text ?? '')
  site.code = row.text('code').replace(/[\s-]/g, '').toUpperCase()
  // Whoever has no numbers of their own has the licence's.
  site.id = row.text('id') || site.code
  for (const key of ['address', 'programme', 'sector', 'contact'] as const) site[key] = cleanName(row.cell(key)?.text ?? '')
  site.region = regionOf(row, faults)
  site.point = pointOf(row, faults)
  return site
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
