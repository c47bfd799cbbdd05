import { describe, expect, it } from 'vitest'
import { bodyOf, emptyPlan, lacksOf } from '../../src/plans/plan_draft'
import { kPlanColumns, readPlan } from '../../src/plans/read_plan'
import { textCell, type Sheet } from '../../src/sheets/cell'
import { bodyFault } from '../../src/verify/body'

const head = kPlanColumns.map((c) => c.name)
type Cells = Record<string, string>
const sheet = (...rows: Cells[]): Sheet => ({ rows: [head, ...rows.map((row) => head.map((name) => row[name] ?? ''))].map((row) => row.map(textCell)) })
const a: Cells = { 批次: '第四季度监督抽查', 种类: '日常', 检查表: '6a', 起: '2026-10-01', 止: '2026/12/31', 风险等级: 'A', 比例: '5%', 计划数: '6', '10月': '2', '11月': '2', '12月': '2' }
const d: Cells = { 批次: '第四季度监督抽查', 风险等级: 'D', 比例: '500‰', '10月': '3', '11月': '3', '12月': '3' }
const faults = (...rows: Cells[]) => readPlan(sheet(...rows), 2026).faults.map((f) => [f.row, f.column, f.say])

describe('an annual plan in a table', () => {
  it('is batches by their names, a row a stratum, with the quota and the months', () => {
    const read = readPlan(sheet(a, d, { 批次: '专项', 种类: '专项检查', 项目: 'gs-zones-2026', 计划数: '10' }), 2026)
    expect(read.faults).toEqual([])
    expect(read.batches).toHaveLength(2)
    expect(read.batches[0]).toMatchObject({ name: '第四季度监督抽查', kind: 'routine', checklist: '6a', from: '2026-10-01', until: '2026-12-31', quota: 15, team: 2, strata: 'A 5%，D 50%' })
    expect(read.batches[1]).toMatchObject({ kind: 'special', programme: 'gs-zones-2026', from: '2026-01-01', until: '2026-12-31', quota: 10, strata: '', months: [] })
    const draft = { ...emptyPlan(2026), title: '计划', basis: '文件', region: '6203', batches: read.batches }
    expect(lacksOf(draft)).toEqual([])
    const body = bodyOf(draft, 'zhao')
    expect(bodyFault('plan.proposed', body)).toBeNull()
    expect(JSON.stringify(body)).toContain('"months":[0,0,0,0,0,0,0,0,0,3,3,3]')
  })
  it('tells every fault by row and column', () => {
    expect(faults({ ...a, 比例: '5' })).toEqual([[2, '比例', 'no_share']])
    expect(faults({ ...a, 比例: '101%' })).toEqual([[2, '比例', 'no_share']])
    expect(faults({ ...a, 风险等级: '', 比例: '5%' })).toEqual([[2, '比例', 'share_alone']])
    expect(faults({ ...a, 计划数: '7' })).toEqual([[2, '计划数', 'quota_differs']])
    expect(faults({ ...a, '1月': '1', 计划数: '' })).toEqual([[2, '1月', 'month_outside']])
    expect(faults({ ...a, '12月': 'x' })).toContainEqual([2, '12月', 'no_count'])
    expect(faults({ ...a, 种类: '随便' })).toEqual([[2, '种类', 'no_kind']])
    expect(faults({ ...a, 检查表: '' })).toEqual([[2, '检查表', 'no_checklist']])
    expect(faults({ ...a, 每组人数: '3' })).toEqual([[2, '每组人数', 'no_team']])
    expect(faults({ ...a, 起: '2026-02-30' })).toContainEqual([2, '起', 'no_plan_day'])
    expect(faults({ ...a, 止: '2027-01-01' })).toContainEqual([2, '止', 'other_year'])
    expect(faults(a, { ...d, 风险等级: 'A' })).toEqual([[3, '风险等级', 'stratum_twice']])
    expect(faults(a, { ...d, 检查表: '6b' })).toEqual([[3, '检查表', 'batch_differs']])
    expect(faults(a, { 批次: '第四季度监督抽查', 风险等级: 'D', 比例: '50%', 计划数: '9' })).toEqual([[3, '1月', 'months_missing']])
    expect(faults({ 批次: '专项', 检查表: '6a' })).toEqual([[2, '计划数', 'no_quota']])
    expect(faults(a, { ...a })).toContainEqual([3, '', 'row_twice'])
    expect(readPlan({ rows: [[textCell('x')]] }, 2026).faults[0]!.say).toBe('no_header')
  })
})
