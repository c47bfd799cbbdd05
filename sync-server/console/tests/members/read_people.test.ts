import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { readPeople } from '../../src/members/read_people'
import { readSheet } from '../../src/sheets/read_sheet'
import { emptySite, type Site } from '../../src/sites/site'
import { TrustBook } from '../../src/trust/chain'

const own = [{ role: 'administrator' as const, regions: ['62'], sites: [] }]
const site = (id: string, name: string, code = ''): [string, Site] => [id, { ...emptySite(), id, name, code, region: '620321' }]
const sites = new Map([site('veg', '永昌蔬菜', '93620321MA0000007K'), site('x1', '同名站'), site('x2', '同名站')])
const book = new TrustBook('root')
book.personNamed = (name) => (name === '老王' ? 'someone' : undefined)
const read = (csv: string) => readPeople(readSheet(utf8(csv)), own, book, sites)
const told = (csv: string) => read(csv).faults.map((f) => `${f.row} ${f.column} ${f.say}${f.notice ? ' (notice)' : ''}`)
const head = '姓名,角色,地区,对象,执法证号,证件有效期,邀请天数,同名\n'

describe('people of a sheet', () => {
  it('are read with roles, regions and sites as people write them', () => {
    const { people, faults } = read(`${head}甲,检查员,"张掖、民乐县",,甘00１6,2028年6月,,\n乙,企业,,永昌蔬菜,,,30,\n丙,企业,,93620321ma0000007k,,,,\n老王,审核员,甘肃,,,2028/6/1,,是\n`)
    expect(faults).toEqual([])
    expect(people.map((p) => p.form.grants[0])).toEqual([
      { role: 'inspector', regions: ['6207', '620722'], sites: [] },
      { role: 'enterprise', regions: ['620321'], sites: ['veg'] },
      { role: 'enterprise', regions: ['620321'], sites: ['veg'] },
      { role: 'supervisor', regions: ['62'], sites: [] },
    ])
    expect(people[0]!.form).toMatchObject({ certificate: { number: '甘0016', until: '2028-06' }, days: 7, namesake: false })
    expect(people[1]!.form.days).toBe(30)
    expect(people[3]!.form).toMatchObject({ namesake: true, certificate: { until: '2028-06-01' } })
  })

  it('are told every fault at once', () => {
    expect(
      told(
        `${head}甲,村长,张掖,,,,,\n乙,检查员,西宁市,,,,,\n丙,检查员,,,,,,\n丁,企业,,没有的站,,,,\n戊,企业,,同名站,,,,\n己,企业,,,,,,\n老王,检查员,张掖,,,,,\n乙,检查员,张掖,,,明年,400,\n,检查员,张掖,,,,,\n辛,检查员,张掖,veg,,,,\n`,
      ),
    ).toEqual([
      '2 角色 role_unknown', '3 地区 not_yours', '4 地区 missing', '5 对象 site_unknown', '6 对象 site_ambiguous', '7 对象 no_site_given', '8 姓名 name_known',
      '9 邀请天数 days', '9 证件有效期 no_day', '9 姓名 name_twice', '10 姓名 missing', '11 对象 sites_ignored (notice)',
    ])
  })

  it('are five hundred at most', () => {
    const rows = (n: number) => head + Array.from({ length: n }, (_, i) => `人${i},检查员,张掖,,,,,\n`).join('')
    expect(read(rows(500)).people.length).toBe(500)
    expect(read(rows(501)).faults.map((f) => f.say)).toEqual(['too_many_people'])
  })

  it('of five hundred rows, each with a fault of its own kind, all are told at once', () => {
    const kinds: [string, string][] = [
      ['人#,村长,张掖,,,,,', 'role_unknown'], ['人#,检查员,西宁市,,,,,', 'not_yours'], ['人#,检查员,,,,,,', 'missing'], ['人#,企业,,没有的站,,,,', 'site_unknown'], ['=1+#,检查员,张掖,,,,,', 'formula_text'],
      ['人#,检查员,张掖,,,,1.5,', 'days'], ['人#,检查员,张掖,,,明年,,', 'no_day'], [`${'长'.repeat(50)}#,检查员,张掖,,,,,`, 'too_long'], ['人#,企业,,,,,,', 'no_site_given'], ['人#,企业,,同名站,,,,', 'site_ambiguous'],
    ]
    const csv = head + Array.from({ length: 500 }, (_, i) => kinds[i % kinds.length]![0].replace('#', String(i))).join('\n')
    expect(read(csv).faults.map((f) => [f.row, f.say])).toEqual(Array.from({ length: 500 }, (_, i) => [i + 2, kinds[i % kinds.length]![1]]))
  })

  it('bear no sign that nobody sees, nor one that turns the direction of what is read', () => {
    expect(read(`${head}\u202E\u2067甲\u0007,检查员,张掖,,,,,\n`).people[0]!.form.name).toBe('甲')
  })
})
