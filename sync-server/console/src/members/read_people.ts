/** People of a sheet: every row judged, every fault told, nothing signed. Pure. */
import { findRegions } from '../i18n/regions'
import { clean, cleanName, parts, type Sheet } from '../sheets/cell'
import { readTable, type Column, type Fault, type Row } from '../sheets/table'
import type { Site } from '../sites/site'
import type { TrustBook } from '../trust/chain'
import { kRoles, liesWithin, type Grant, type Role } from '../trust/grants'
import type { InviteForm } from './invite'

export const kMostPeople = 500
export const kDefaultDays = 7

export const kPeopleColumns: Column[] = [
  { key: 'name', name: '姓名', also: ['name', '人员', '人员姓名'], required: true },
  { key: 'role', name: '角色', also: ['role', '身份', '岗位'], required: true },
  { key: 'regions', name: '地区', also: ['regions', 'region', '辖区', '行政区划'] },
  { key: 'sites', name: '对象', also: ['sites', 'site', '企业', '单位', '对象编号', '统一社会信用代码'] },
  { key: 'certificate', name: '执法证号', also: ['certificate', '证件号', '证号', 'certificate no'] },
  { key: 'until', name: '证件有效期', also: ['until', '有效期', '证件有效期至', 'certificate until'], day: true },
  { key: 'days', name: '邀请天数', also: ['days', '有效天数'] },
  { key: 'namesake', name: '同名', also: ['namesake', '同名另一人'] },
]

const kRoleWords: Record<Role, string[]> = {
  inspector: ['检查员', '检查人员', '执法人员', 'inspector'],
  enterprise: ['企业', '企业人员', '质量员', 'enterprise'],
  supervisor: ['审核员', '审核人员', 'supervisor'],
  administrator: ['管理员', 'administrator', 'admin'],
  auditor: ['审计员', 'auditor'],
}

export interface ReadPeople {
  people: { row: number; form: InviteForm }[]
  faults: Fault[]
}

export function readPeople(sheet: Sheet, own: Grant[], book: TrustBook, sites: ReadonlyMap<string, Site>): ReadPeople {
  const { rows, faults } = readTable(sheet, kPeopleColumns)
  if (rows.length > kMostPeople) return { people: [], faults: [{ row: rows[kMostPeople]!.row, column: '', say: 'too_many_people', params: { n: rows.length, most: kMostPeople } }] }
  const bySite = siteIndex(sites)
  const people = rows.map((row) => ({ row: row.row, form: formOf(row, faults, bySite) }))
  for (const { row, form } of people) judge(row, form, own, book, faults)
  namesakesWithin(people, faults)
  const twice = new Set(faults.filter((f) => f.say === 'row_twice').map((f) => f.row))
  return { people, faults: faults.filter((f) => !(f.say === 'name_twice' && twice.has(f.row))).sort((a, b) => a.row - b.row) }
}

function formOf(row: Row, faults: Fault[], bySite: Map<string, Site[]>): InviteForm {
  const fault = (column: string, say: string, params?: Fault['params']) => faults.push({ row: row.row, column, say, params })
  const role = roleOf(row.text('role'))
  if (!role && row.text('role') !== '') fault('角色', 'role_unknown', { text: row.text('role') })
  const regions: string[] = []
  for (const text of parts(row.cell('regions')?.text ?? '')) {
    const found = findRegions(text)
    if (found.length === 1) regions.push(found[0]!)
    else fault('地区', found.length === 0 ? 'region_unknown' : 'region_ambiguous', { text })
  }
  const sites: Site[] = []
  for (const text of parts(row.cell('sites')?.text ?? '')) {
    const found = bySite.get(text.toLowerCase()) ?? []
    if (found.length === 1) sites.push(found[0]!)
    else fault('对象', found.length === 0 ? 'site_unknown' : 'site_ambiguous', { text })
  }
  // An enterprise lies where its sites do.
  if (role === 'enterprise' && regions.length === 0) regions.push(...new Set(sites.map((s) => s.region)))
  const days = row.text('days') === '' ? kDefaultDays : Number(row.text('days'))
  const grants: Grant[] = role ? [{ role, regions, sites: role === 'enterprise' ? sites.map((s) => s.id) : [] }] : []
  if (role && role !== 'enterprise' && sites.length > 0) faults.push({ row: row.row, column: '对象', say: 'sites_ignored', notice: true })
  return {
    name: cleanName(row.cell('name')?.text ?? ''), personId: '', namesake: /^(是|√|y|yes|true|1)$/i.test(row.text('namesake')),
    certificate: { number: row.text('certificate'), until: row.text('until').replace(/[年./]/g, '-').replace(/[月日]/g, '').replace(/-(\d)(?=-|$)/g, '-0$1') }, grants, days,
  }
}

function judge(row: number, form: InviteForm, own: Grant[], book: TrustBook, faults: Fault[]): void {
  const told = (column: string) => faults.some((f) => f.row === row && f.column === column && !f.notice)
  const fault = (column: string, say: string, params?: Fault['params']) => faults.push({ row, column, say, params })
  if (form.name.length > 40) fault('姓名', 'too_long', { n: 40 })
  for (const grant of form.grants) {
    if (grant.role === 'enterprise' && grant.sites.length === 0 && !told('对象')) fault('对象', 'no_site_given')
    else if (grant.role !== 'enterprise' && grant.regions.length === 0 && !told('地区')) fault('地区', 'missing')
    for (const region of grant.regions) if (!liesWithin(own.filter((g) => g.role === 'administrator'), [{ ...grant, regions: [region] }])) fault('地区', 'not_yours', { region })
  }
  if (!Number.isInteger(form.days) || form.days < 1 || form.days > 90) fault('邀请天数', 'days')
  const { until } = form.certificate
  if (until !== '' && !/^\d{4}-\d\d(-\d\d)?$/.test(until)) fault('证件有效期', 'no_day', { text: until })
  if (form.name !== '' && book.personNamed(form.name) !== undefined && !form.namesake) fault('姓名', 'name_known', { name: form.name })
}

function namesakesWithin(people: ReadPeople['people'], faults: Fault[]): void {
  const first = new Map<string, number>()
  for (const { row, form } of people) {
    const before = first.get(form.name)
    if (before === undefined) first.set(form.name, row)
    else if (form.name !== '' && !form.namesake) faults.push({ row, column: '姓名', say: 'name_twice', params: { before, name: form.name } })
  }
}

function roleOf(text: string): Role | null {
  return kRoles.find((role) => kRoleWords[role].includes(text.toLowerCase())) ?? null
}

/** By id, by credit code and by name, in lower case. */
function siteIndex(sites: ReadonlyMap<string, Site>): Map<string, Site[]> {
  const out = new Map<string, Site[]>()
  for (const site of sites.values()) {
    for (const key of new Set([site.id, site.code, clean(site.name)])) {
      const known = out.get(key.toLowerCase()) ?? []
      if (key !== '') out.set(key.toLowerCase(), [...known, site])
    }
  }
  return out
}
