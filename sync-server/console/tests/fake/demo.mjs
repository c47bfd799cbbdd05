// The world that the pictures are taken of: five sites, records waiting, returned, amended and accepted.
import { greenhouse, ledger, signature } from './picture.mjs'
import { makeWorld } from './world.mjs'

const kSites = [
  ['yongchang-veg', '永昌县设施蔬菜标准化示范区', '620321', 38.2471, 101.9683],
  ['gaotai-herb', '高台县设施蔬菜标准化生产基地（骆驼城镇永胜村片区）', '620724', 39.378, 99.819],
  ['ganzhou-veg', '甘州区乌江镇蔬菜产业园', '620702', 39.02, 100.44],
  ['minle-veg', '民乐县高原夏菜示范区', '620722', 38.43, 100.81],
  ['shandan-veg', '山丹县位奇镇日光温室小区', '620725', 38.78, 101.09],
  ['linze-veg', '临泽县新华镇蔬菜基地', '620723', 39.15, 100.16],
]
const kGood = { q1: 'yes', q2_label: '7', q2_days: '9', q4: 'yes', q12: 'yes', q7_ph: '7.4', q7_t: '18.5', q11: '0.012', q8_t: '24.5', q8_h: '68', q9: 'yes', q9_kinds: 'op carb', q6: 'yes', q14: 'yes', q14_code: '6903244370011', q13: 'yes', q16: 'yes' }
const kItems = [['s1', '1', 8000], ['s1', '2', 8000], ['s1', '4', 4000], ['s1', '12', 4000], ['s2', '7', 4000], ['s2', '11', 4000], ['s2', '8', 0], ['s3', '9', 4000], ['s3', '6', 4000], ['s3', '14', 4000], ['s3', '15', 0, 'na'], ['s4', '13', 4000], ['s4', '16', 4000]]
/** `fell`: [verdict, points] of the items that did not pass; item 15 is not applicable in all of these. */
const score = (fell, grade, vetoes = []) => {
  const whole = kItems.map(([section, id, max, usual = 'pass']) => ({ section, id, verdict: fell[id]?.[0] ?? usual, points: fell[id]?.[1] ?? max, max }))
  const sum = (of, member) => of.reduce((n, x) => n + x[member], 0)
  const sections = [...new Set(kItems.map(([section]) => section))].map((id) => {
    const of = whole.filter((i) => i.section === id)
    return { id, points: sum(of, 'points'), max: sum(of, 'max') }
  })
  const items = whole.map(({ id, verdict, points, max }) => ({ id, verdict, ...(points !== max && { points }), ...(max && { max }) }))
  return { points: Math.floor((sum(sections, 'points') * 100000) / sum(sections, 'max') + 0.5), max: 100000, grade, vetoes, sections, items }
}
/** As records were before the outcomes of items were signed. */
const without = ({ items: _, ...sums }) => sums

/** `fine`: pictures to look at, instead of ones that are only hashed. */
export function makeDemo(now = new Date('2026-11-22T10:20:00.000Z'), fine = false) {
  const width = fine ? undefined : 16
  const world = makeWorld({ now: () => now })
  const d = (t) => `2026-11-${t}.000+08:00`
  const admin = world.enrol(world.root, '管理员甲', [{ role: 'administrator', regions: [''], sites: [] }], d('16T09:00:00'), '办公电脑')
  const [wang, li] = ['王检查', '李检查'].map((n) => world.enrol(admin, n, [{ role: 'inspector', regions: ['62'], sites: [] }], d('16T09:30:00')))
  const reviewer = world.enrol(admin, '赵审核', [{ role: 'supervisor', regions: ['62'], sites: [] }], d('16T10:00:00'), '浏览器', 'ES256')
  for (const [id, name, region, lat, lon] of kSites) world.publishSite(admin, { id, name, code: '93620321MA0000007K', region, point: { lat, lon } }, d('16T11:00:00'))
  world.publishChecklist(admin, d('16T11:30:00'))
  const photo = (seed, item, draw = greenhouse) => world.file(draw(seed, width), 'image/png', 'evidence', item)
  const drawn = (seed) => world.file(signature(seed, width), 'image/png', 'signature')
  const signed = (f, name = '陈负责') => ({ name, role: '基地负责人', signature: f.sha256 })
  const team = [{ name: '王检查' }, { name: '李检查' }]

  const s0 = drawn(3)
  const accepted = world.submit(li, 'linze-veg', d('19T16:40:00'), { kind: 'supervision', started: d('19T15:02:00'), team, answers: kGood, na: { 15: '无冷库' }, score: score({}, 'good'), party: signed(s0, '杨负责'), files: [photo(11, '1'), s0] })
  world.review(reviewer, accepted.payload.id, 'accepted', d('20T09:10:00'), '材料齐全，同意。')

  const s1 = drawn(5)
  const amended = world.submit(wang, 'gaotai-herb', d('20T17:10:00'), { started: d('20T15:30:00'), team, answers: { ...kGood, q4: 'part' }, na: { 15: '无冷库' }, notes: { 4: '3 号棚 10 月记录缺施药人签字' }, findings: [{ item: '4', severity: 'minor', text: '施药记录缺签字', where: '3 号棚', due: '2026-12-05' }], score: score({ 4: ['part', 2000] }, 'corrected'), party: signed(s1), files: [photo(21, '4', ledger), s1] })
  world.review(reviewer, amended.payload.id, 'returned', d('21T08:50:00'), '请补充 3 号棚记录的全页照片。', [{ item: '4', comment: '照片只拍到半页，看不到日期。' }])

  const returned = world.submit(li, 'shandan-veg', d('20T18:00:00'), { team: [{ name: '李检查' }], answers: { ...kGood, q6: 'no' }, na: { 15: '无冷库' }, findings: [{ item: '6', severity: 'minor', text: '未按批次开具合格证', where: '包装间', due: '2026-12-01' }], score: without(score({ 6: ['fail', 0] }, 'corrected')), party: { refused: { reason: '认为合格证由合作社统一开具', witness: '村委会 刘某' } }, files: [] })
  world.review(reviewer, returned.payload.id, 'returned', d('21T09:30:00'), '请附合作社开具的合格证样张。')

  const s2 = drawn(8)
  const veto = world.submit(wang, 'yongchang-veg', d('22T09:21:00'), {
    started: d('22T08:02:00'), team,
    answers: { ...kGood, q1: 'no', q2_days: '5', q7_ph: '8.9', q9: 'part', q14: 'yes' },
    na: { 15: '无冷库，当日采收当日发运' },
    notes: { 1: '货架下层有 1 瓶无登记证号的杀虫剂，已当场封存', 2: '2 号棚番茄间隔 5 天，标签 7 天；其余 3 棚均不少于 7 天', 9: '番茄 1 批有机磷弱阳性，复测阴性；4 小时异议期至 13:05' },
    findings: [
      { item: '1', severity: 'critical', text: '投入品库存放无登记证农药', where: '投入品库', due: '' },
      { item: '2', severity: 'major', text: '安全间隔期不足', where: '2 号棚', due: '2026-11-29' },
      { item: '7', severity: 'minor', text: '灌溉水 pH 偏高', where: '蓄水池', due: '2026-12-12' },
    ],
    score: score({ 1: ['fail', 0], 2: ['fail', 0], 7: ['fail', 0], 9: ['part', 2000] }, 'handover', ['1']),
    party: signed(s2),
    files: [photo(1, '1'), photo(2, '1', ledger), photo(3, '2'), photo(4, '2', ledger), photo(5, '9'), photo(6, '11'), photo(7, '4', ledger), s2],
  })
  const s3 = drawn(13)
  world.amend(wang, amended.payload.id, d('22T10:05:00'), { reason: '补拍 3 号棚记录全页。', files: [photo(21, '4', ledger), photo(22, '4', ledger), s3], party: signed(s3) })
  const lacking = world.submit(li, 'ganzhou-veg', d('22T11:20:00'), { started: d('22T10:10:00'), team, answers: kGood, na: { 15: '无冷库' }, score: score({}, 'good'), party: { refused: { reason: '负责人不在场，委托人不愿签字', witness: '村委会 马某' } }, files: [photo(31, '1'), photo(32, '13'), photo(33, '16', ledger)] })
  world.files.delete(lacking.payload.files[2].sha256)
  const s4 = drawn(17)
  const swapped = world.submit(wang, 'minle-veg', d('22T15:08:00'), { started: d('22T13:40:00'), team, answers: { ...kGood, q13: 'part' }, na: { 15: '无冷库' }, notes: { 13: '空瓶已回收，废膜堆放在田埂' }, findings: [{ item: '13', severity: 'minor', text: '废旧地膜未及时回收', where: '北侧田埂', due: '2026-12-10' }], score: score({ 13: ['part', 2000] }, 'corrected'), party: signed(s4), files: [photo(41, '13'), photo(42, '1'), s4] })
  return { world, admin, wang, li, reviewer, ids: { veto: veto.payload.id, amended: amended.payload.id, lacking: lacking.payload.id, swapped: swapped.payload.id, accepted: accepted.payload.id, returned: returned.payload.id }, swappedPhoto: swapped.payload.files[0].sha256 }
}

/** What a page must tell apart: by a key that was revoked later, by one that had been revoked, reviewed by who may not. */
export function addDoubts({ world, admin, li, reviewer }) {
  const d = (t) => `2026-11-${t}.000+08:00`
  const zhou = world.enrol(admin, '周检查', [{ role: 'inspector', regions: ['62'], sites: [] }], d('17T09:30:00'))
  const body = { team: [{ name: '周检查' }], answers: kGood, na: { 15: '无冷库' }, score: score({}, 'good') }
  const before = world.submit(zhou, 'linze-veg', d('22T15:20:00'), body)
  const revoked = world.change(admin, 'key.revoked', zhou, d('22T15:40:00'), { reason: '平板遗失' })
  const after = world.submit(zhou, 'shandan-veg', d('22T15:50:00'), body)
  const judged = world.submit(li, 'gaotai-herb', d('22T16:00:00'), { ...body, team: [{ name: '李检查' }] })
  world.review(reviewer, judged.payload.id, 'returned', d('22T16:05:00'), '请补充包装间照片。')
  world.review(zhou, judged.payload.id, 'accepted', d('22T16:10:00'), '同意。')
  return { before: before.payload.id, after: after.payload.id, judged: judged.payload.id, revoked: revoked.index }
}
