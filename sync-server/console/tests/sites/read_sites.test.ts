import { describe, expect, it } from 'vitest'
import { utf8 } from '../../src/base/bytes'
import { readSheet } from '../../src/sheets/read_sheet'
import { textCell } from '../../src/sheets/cell'
import { readGeoJson } from '../../src/sites/geo_json'
import { readSites } from '../../src/sites/read_sites'
import { emptySite, type Site } from '../../src/sites/site'

const own = [{ role: 'administrator' as const, regions: ['62'], sites: [] }]
const published = new Map<string, Site>([
  ['old', { ...emptySite(), id: 'old', name: '旧站', region: '620321', code: '91620100MA00000072' }],
  ['far', { ...emptySite(), id: 'far', name: '青海的', region: '630106' }],
])
const read = (csv: string) => readSites(readSheet(utf8(csv)), own, published)
const told = (csv: string) => read(csv).faults.map((f) => `${f.row} ${f.column} ${f.say}${f.notice ? ' (notice)' : ''}`)
const head = '编号,名称,统一社会信用代码,地区,纬度,经度\n'

describe('sites of a sheet', () => {
  it('are read with regions by name or code, wide digits and angles of every kind', () => {
    const { sites, faults } = read(`${head}a,甲站,９３６２０３２１ＭＡ００００００７Ｋ,永昌县,38.2471,101.9683\nb,乙站,,620702,38°55′57″N,东经100.4527\n,丙站,12630000MB0000000J,甘肃省张掖市甘州区,,\n`)
    expect(faults).toEqual([])
    expect(sites.map((s) => [s.site.id, s.site.region, s.site.code, s.site.point])).toEqual([
      ['a', '620321', '93620321MA0000007K', { lat: 38.2471, lon: 101.9683 }],
      ['b', '620702', '', { lat: 38.9325, lon: 100.4527 }],
      ['12630000MB0000000J', '620702', '12630000MB0000000J', null],
    ])
  })

  it('are told every fault at once', () => {
    expect(
      told(
        `${head}a,甲站,93620321MA0000007X,永昌县,38.2,101.9\n` + // wrong check character
          'a,乙站,,永昌县,101.9,38.2\n' + // the id again, latitude and longitude swapped
          'c,丙站,,西宁市湟中区,36.5,101.5\n' + // not the author's
          'd,丁站,,火星县,38,101\n' +
          'e,戊站,,张掖市,38,\n' + // a prefecture, half a point
          'f,己站,,永昌县,22.5,114\n' + // Shenzhen
          'old,旧站,91620100MA00000072,永昌县,,\n' + // stands already: an update
          'far,青海的,,永昌县,,\n' + // stands where the author is not administrator
          'g,,,永昌县,x,y\n' +
          '/h,庚站,91620100MA00000072,永昌县,,\n',
      ),
    ).toEqual([
      '2 统一社会信用代码 code_check', '3 纬度、经度 point_swapped', '3 编号 id_twice', '4 地区 not_yours', '5 地区 region_unknown', '6 经度 half_a_point', '6 地区 not_a_county',
      '7 纬度、经度 point_elsewhere', '8 编号 update (notice)', '9 编号 elsewhere', '10 名称 missing', '10 纬度 no_degrees', '10 经度 no_degrees', '11 编号 id_form',
      '11 统一社会信用代码 code_taken (notice)', '11 统一社会信用代码 code_twice',
    ])
  })

  it('are told that their numbers became floats', () => {
    const rows = [head.trim().split(',').map(textCell), [textCell('a'), textCell('甲'), { text: '936203210000007936', kind: 'number' as const, formula: false, covered: false }, textCell('永昌县')]]
    expect(readSites({ rows }, own, published).faults.map((f) => f.say)).toContain('digits_lost')
  })

  it('may be GeoJSON: points, and boundaries by the middle of their box', () => {
    const ring = [[101, 38], [102, 38], [102, 39], [101, 38]]
    const sheet = readGeoJson(JSON.stringify({ type: 'FeatureCollection', features: [
      { type: 'Feature', properties: { name: '甲', region: 620321, code: '93620321MA0000007K' }, geometry: { type: 'Point', coordinates: [101.9, 38.2] } },
      { type: 'Feature', id: 'p', properties: { 名称: '乙', region: '永昌县' }, geometry: { type: 'Polygon', coordinates: [ring] } },
    ] }))
    const { sites } = readSites(sheet, own, published)
    expect(sites.map((s) => s.site.point)).toEqual([{ lat: 38.2, lon: 101.9 }, { lat: 38.5, lon: 101.5 }])
    expect(sites[1]!.site.id).toBe('p')
    expect(sites.map((s) => s.site.boundary)).toEqual([null, { type: 'Polygon', coordinates: [ring] }])
  })

  it('of GeoJSON and CSV as this server exports them give the same members', () => {
    const ring = [[101.9, 38.2], [101.91, 38.2], [101.91, 38.21], [101.9, 38.2]]
    const [fromMap] = readSites(readGeoJson(JSON.stringify({ type: 'Feature', properties: { site: 'a', name: '甲', region: '620321', products: ['番茄', '辣椒'], scale: 1200, scale_unit: '亩', level: '省级', risk_grade: 'B', altitude: 1560, programme_id: 'gs', latitude: 38.204, longitude: 101.906, region_name: '甘肃省金昌市永昌县' }, geometry: { type: 'Polygon', coordinates: [ring] } })), own, published).sites
    const [fromTable] = read('编号,名称,行政区划代码,产品,规模,规模单位,级别,风险等级,海拔,项目编号,纬度,经度,边界\na,甲,620321,番茄、辣椒,1200,亩,省级,B,1560,gs,38.204,101.906,"POLYGON ((101.9 38.2, 101.91 38.2, 101.91 38.21, 101.9 38.2))"\n').sites
    expect(fromMap!.site).toEqual(fromTable!.site)
    expect(fromMap!.site).toEqual({ ...emptySite(), id: 'a', name: '甲', region: '620321', products: ['番茄', '辣椒'], scale: { value: 1200, unit: '亩' }, level: '省级', risk_grade: 'B', altitude: 1560, programme_id: 'gs', point: { lat: 38.204, lon: 101.906 }, boundary: { type: 'Polygon', coordinates: [ring] } })
  })

  it('with members that cannot be taken say which', () => {
    const rows = ['a,甲,永昌县,很多,E,高,"POLYGON ((1 2))"', 'b,乙,永昌县,1200,B,12000,"POLYGON ((101.9 38.2, 101.91 38.21, 101.91 38.2, 101.9 38.21, 101.9 38.2))"', 'c,丙,永昌县,3 亩,,,不是图形']
    expect(told(`编号,名称,地区,规模,风险等级,海拔,边界\n${rows.join('\n')}\n`)).toEqual(['2 规模 no_number', '2 海拔 no_number', '2 边界 boundary_too_few', '2 风险等级 no_risk_grade', '3 边界 boundary_crosses', '3 海拔 no_altitude', '3 规模 no_scale', '4 边界 boundary_no_polygon'])
  })

  it('keep of a published site what the sheet does not say', () => {
    const stands: Site = { ...emptySite(), id: 'old', name: '旧站', region: '620321', contact: '陈负责', level: '省级', products: ['番茄'], scale: { value: 3, unit: '亩' }, altitude: 1500, risk_grade: 'C', programme_id: 'gs', point: { lat: 38.2, lon: 101.9 }, more: { status: '建设' } }
    const again = (csv: string) => readSites(readSheet(utf8(csv)), own, new Map([['old', stands]])).sites[0]!.site
    expect(again('编号,名称,地区\nold,新名,永昌县\n')).toEqual({ ...stands, name: '新名' })
    expect(again('编号,名称,地区,联系人,级别,规模\nold,旧站,永昌县,,国家级,5 亩\n')).toEqual({ ...stands, contact: '', level: '国家级', scale: { value: 5, unit: '亩' } })
  })

  it('of a GeoJSON whose latitude and longitude changed places are told so, points and boundaries', () => {
    const geometry = [{ type: 'Point', coordinates: [38.2, 101.9] }, { type: 'Polygon', coordinates: [[[38, 101], [39, 101], [39, 102], [38, 101]]] }]
    const features = geometry.map((one, i) => ({ type: 'Feature', properties: { id: `s${i}`, name: `站${i}`, region: '永昌县' }, geometry: one }))
    const { faults } = readSites(readGeoJson(JSON.stringify({ type: 'FeatureCollection', features })), own, published)
    expect(faults.filter((f) => f.say === 'point_swapped').map((f) => f.row)).toEqual([2, 3])
  })

  it('come back from our own table, in either language', () => {
    const zh = '场所编号,名称,统一社会信用代码,行政区划代码,行政区划,地址,项目,产业,联系人,级别,项目编号,产品,规模,规模单位,风险等级,海拔（米）,纬度,经度,边界面积（公顷）,边界（WKT）,日志位置,入日志时间'
    const en = 'Site id,Name,Credit code,Region code,Region,Address,Programme,Sector,Contact,Level,Programme id,Products,Scale,Scale unit,Risk grade,Altitude (m),Latitude,Longitude,Area of the boundary (ha),Boundary (WKT),Log index,Log time'
    const row = 'a,甲站,93620321MA0000007K,620321,甘肃省金昌市永昌县,东寨镇,示范区,农业,张,国家级,gs-1,苹果、梨,5.125,亩,B,1900,38.2471,101.9683,1.5,"POLYGON ((101 38, 101.1 38, 101.1 38.1, 101 38))",17,2026-11-22T08:15:30+08:00'
    for (const header of [zh, en]) {
      const { sites, faults } = read(`${header}\n${row}\n`)
      expect(faults.filter((f) => !f.notice)).toEqual([])
      expect(sites[0]!.site).toMatchObject({ id: 'a', region: '620321', products: ['苹果', '梨'], scale: { value: 5.125, unit: '亩' }, altitude: 1900, risk_grade: 'B', point: { lat: 38.2471, lon: 101.9683 }, boundary: { type: 'Polygon' } })
    }
  })

  it('of a GeoJSON whose coordinates are no numbers are told so, and get no place', () => {
    const bad = ['["101.9","38.2"]', '[101.9,"38.2"]', '[null,null]', '[]', '[1e400,38.2]', '{}']
    const features = bad.map((coordinates, i) => `{"type":"Feature","properties":{"id":"s${i}","name":"站${i}","region":"永昌县"},"geometry":{"type":"Point","coordinates":${coordinates}}}`)
    const { sites, faults } = readSites(readGeoJson(`{"type":"FeatureCollection","features":[${features.join()}]}`), own, published)
    expect(sites.map((s) => s.site.point)).toEqual(bad.map(() => null))
    expect([...new Set(faults.filter((f) => f.say === 'no_degrees').map((f) => f.row))]).toEqual(bad.map((_, i) => i + 2))
  })

  it.each(['{"type":"Point"}', '[]', '{"type":"FeatureCollection","features":5}', '{', '{"type":"FeatureCollection","features":[]}'])('is no GeoJSON of sites: %s', (text) => expect(() => readGeoJson(text)).toThrow())
})
