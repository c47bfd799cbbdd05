// One case from the enterprise's self-assessment to its end, all through the command line and a real server: two people
// of the enterprise contribute offline and submit, an inspector finds four items wanting and has one put right on the
// spot, a supervisor accepts and orders, the enterprise reports, asks for more time and reports again, the re-check
// passes what holds and rejects what does not. What may not happen is refused with a sentence, and the whole case is
// proved to an outsider without any server.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-case-'))
const server = new Server(folder, await freePort())
const site = 'yongchang-veg'
const fact = (text) => console.log(`case: ${text}`)
const day = (after) => new Date(Date.now() + after * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const refused = (code, ...args) => {
  const done = run('plumb', [...args, '--json'])
  assert.equal(done.code, 1, `plumb ${args.slice(0, 2).join(' ')} exited ${done.code}: ${done.out}${done.err}`)
  const { error } = JSON.parse(done.err)
  assert.equal(error.code, code, error.detail)
  assert.ok(error.detail.length > 10)
}

// What the enterprise says of itself: everything holds. Split by item between two people.
const whole = { ...found.answers, i2_last_spray: '2026-11-02', i6: 'pass' }
delete whole.i6_seen
const ofItem = (question) => question.replace(/^i(\d+).*/, '$1')
const part = (mine) => Object.fromEntries(Object.entries(whole).filter(([question]) => mine(Number(ofItem(question)))))

try {
  const { enrol, root } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const rounds = (more) => writeJson(join(folder, 'rounds.json'), { rounds: [{ id: 'gs-2026', title: { zh: '2026 年度自评', en: 'Self-assessment 2026' }, checklist: '6a', opens: '2026-01-01', closes: '2026-12-31', region: '62', ...more }] })
  people.publish(rounds())
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.enrol('supervisor', people.invite('审核员丁', 'supervisor', '--region', '62'))
  people.enrol('one', people.invite('质量员乙', 'enterprise', '--site', site))
  people.enrol('two', people.invite('质量员丙', 'enterprise', '--site', site))
  people.enrol('elsewhere', people.invite('质量员戊', 'enterprise', '--site', 'ganzhou-veg'))
  const everybody = ['inspector', 'supervisor', 'one', 'two', 'elsewhere']
  const syncAll = (...names) => {
    for (let round = 0; round < 2; ++round) for (const name of names.length ? names : everybody) people.sync(name)
  }
  syncAll()

  // --- self-assessment, two devices, both offline
  await server.stop()
  const photo = (name, seed) => writePhoto(join(folder, `${name}.png`), 'label', seed, 640, 480)
  const assess = (name, what, answers, ...more) => plumb('assess', what, ...at(name), '--site', site, '--round', 'gs-2026', ...(answers ? ['--answers', writeJson(join(folder, `${name}.json`), answers)] : []), ...more)
  const files = photoItems.filter((item) => item !== '6').map((item, n) => ['--file', `${item}=${photo(`self-${item}`, n)}`])
  const manual = join(folder, '手册.pdf')
  writeFileSync(manual, '%PDF-1.4 a quality manual')
  const lower = files.filter(([, file]) => Number(file.split('=')[0]) < 8).flat()
  const upper = files.filter(([, file]) => Number(file.split('=')[0]) >= 8).flat()
  const byOne = assess('one', 'contribute', { answers: part((item) => item < 8) }, ...lower, '--file', `1=${manual}`)
  const byTwo = assess('two', 'contribute', { answers: { ...part((item) => item >= 8), i5: 'part', i5_lacking: 'dates' }, na: found.na }, ...upper)
  assert.ok(byOne.items.includes('1') && !byOne.items.includes('10'))
  assert.equal(assess('one', 'contribute').id, undefined)
  fact(`two people contributed offline: ${byOne.items.length} and ${byTwo.items.length} items`)

  await server.start()
  syncAll('one', 'two')
  // Both answered item 5: the later in the log holds. One changed item 16 while the other had contributed it: she chooses.
  const again = assess('one', 'contribute', { answers: { i16: 'part', i16_seen: '签到缺两人' } })
  assert.equal(again.id, undefined)
  assert.ok(again.taken.includes('5') && again.taken.includes('10'))
  assert.deepEqual(again.divergent.map((one) => [one.item, one.mine.answers.i16, one.theirs.answers.i16]), [['16', 'part', 'pass']])
  refused('divergent', 'assess', 'submit', ...at('one'), '--site', site, '--round', 'gs-2026')
  const row = plumb('show', ...at('one'), byOne.id).assessment
  const kid = (name) => plumb('status', ...at(name)).people[0].kid
  assert.equal(row.items['5'].before?.length, 1)
  assert.equal(row.items['10'].kid, kid('two'))
  assess('one', 'contribute', undefined, '--theirs', '16')
  const settled = assess('one', 'contribute', { answers: { i5: 'pass', i5_lacking: '' } })
  assert.deepEqual(settled.items, ['5'])
  syncAll('one', 'two')
  const self = assess('one', 'submit')
  assert.deepEqual(self.contributors.map((one) => one.name).sort(), ['质量员丙', '质量员乙'].sort())
  assert.equal(self.score.vetoes.length, 0)
  refused('round_closed', 'assess', 'contribute', ...at('one'), '--site', site, '--round', 'gs-2026')
  syncAll()
  refused('round_closed', 'assess', 'contribute', ...at('two'), '--site', site, '--round', 'gs-2026')
  assert.equal(people.show('inspector', self.id).assessment.submitted.id, self.id)
  refused('round_unknown', 'assess', 'contribute', ...at('two'), '--site', site, '--round', 'gs-2031')
  fact(`merged and submitted: ${self.score.points / 1000} of ${self.score.max / 1000} points, by ${self.contributors.map((one) => `${one.name} (${one.items.length})`).join(' and ')}`)

  // --- inspection: 2, 6, 12 and 13 are wanting; 13 is put right on the spot
  const seen = writeJson(join(folder, 'seen.json'), { answers: { ...found.answers, i12: 'fail', i12_seen: '农药与饲料同处存放', i13: 'part', i13_seen: '空包装未收集' }, na: found.na, notes: found.notes })
  const evidence = [...photoItems, '12', '13'].flatMap((item, n) => ['--file', `${item}=${photo(`seen-${item}`, 10 + n)}`])
  const inspection = plumb('inspect', ...at('inspector'), '--checklist', '6a', '--site', site, '--answers', seen, ...evidence, '--corrected', '13=当场收集并送回收点', '--before', `13=${photo('before', 30)}`, '--after', `13=${photo('after', 31)}`, '--refused', '对间隔期的结论有异议', '--witness', '村委会见证人').id
  syncAll()
  const caseOf = (name) => plumb('show', ...at(name), inspection).case
  const states = (name) => Object.fromEntries(caseOf(name).findings.map((finding) => [finding.item, finding.state]))
  assert.deepEqual(states('one'), { 12: 'found', 2: 'found', 13: 'corrected', 6: 'found' })
  refused('no_record', 'show', ...at('elsewhere'), inspection)
  plumb('review', ...at('supervisor'), inspection, '--accept', '--comment', '属实')
  assert.equal(people.show('supervisor', inspection).status, 'submitted')
  refused('agreed_already', 'review', ...at('supervisor'), inspection, '--accept')
  people.sync('supervisor')
  new SecondReviewer(people).accept(inspection)
  people.sync('supervisor')
  assert.equal(people.show('supervisor', inspection).status, 'accepted')
  fact('four findings, one of them closed on the spot')

  // --- order
  const order = ['rectify', 'order', ...at('supervisor'), inspection, '--office', '永昌县市场监督管理局', '--how', 'electronic', '--remedies', '可在六十日内申请行政复议']
  refused('finding_unknown', ...order, '--item', '9')
  refused('not_its_turn', ...order, '--item', '13')
  refused('due_past', ...order, '--item', '2', '--due', '2020-01-01')
  const ordered = plumb(...order, '--requirement', '2=停用间隔期不足的批次')
  assert.match(ordered.number, /^620321-2026-[0-9A-Z]{6}-\d+$/)
  assert.deepEqual(Object.keys(ordered.days).sort(), ['12', '2', '6'])
  refused('not_its_turn', ...order, '--item', '2')
  syncAll()
  assert.deepEqual(states('one'), { 12: 'ordered', 2: 'ordered', 13: 'corrected', 6: 'ordered' })
  const due = plumb('cases', ...at('one'), '--state', 'ordered', '--due-before', day(400))
  assert.equal(due.cases.length, 1)
  assert.equal(plumb('cases', ...at('one'), '--due-before', day(-1)).cases.length, 0)
  fact(`ordered as ${ordered.number}, due ${ordered.days['2']}`)

  // --- reports, more time, and what may not be
  const rectify = (what, name, ...more) => plumb('rectify', what, ...at(name), ordered.number, ...more)
  const no = (code, what, name, ...more) => refused(code, 'rectify', what, ...at(name), ordered.id, ...more)
  refused('no_record', 'rectify', 'report', ...at('elsewhere'), ordered.id, '--item', '2=已改')
  no('wrong_role', 'report', 'supervisor', '--item', '2=已改')
  no('finding_unknown', 'report', 'one', '--item', '99=已改')
  no('not_its_turn', 'verify', 'supervisor', '--item', '2')
  no('bad_file', 'report', 'one', '--item', '2=已改', '--file', '2')
  const report = rectify('report', 'one', '--item', '2=停用该批次，重定间隔期', '--item', '6=补齐产地', '--file', `2=${photo('put-right', 40)}`, '--file', `6=${manual}`)
  rectify('ask', 'two', '--item', '12=专柜未到货', '--until', day(60))
  syncAll()
  assert.equal(caseOf('supervisor').findings.find((finding) => finding.item === '12').asked, day(60))
  no('due_past', 'extend', 'supervisor', '--item', '12', '--until', '2020-01-01')
  rectify('extend', 'supervisor', '--item', '12')
  syncAll()
  rectify('report', 'two', '--item', '12=专柜已装', '--file', `12=${photo('cabinet', 41)}`)
  syncAll()
  assert.deepEqual(states('inspector'), { 12: 'reported', 2: 'reported', 13: 'corrected', 6: 'reported' })
  fact('reported with photos and a document; more time asked for and given')

  // --- re-check, offline: only what failed is asked, the whole is scored
  await server.stop()
  const checked = writeJson(join(folder, 'checked.json'), { answers: { i2_where: '2 号棚 番茄', i2_last_spray: '2026-11-02', i2_harvest: '2026-11-14', i2_label_days: '7', i6: 'pass', i12: 'fail', i12_seen: '专柜未上锁', i13: 'pass' } })
  const recheck = plumb('inspect', ...at('inspector'), '--recheck', ordered.id, '--answers', checked, ...['2', '12'].flatMap((item, n) => ['--file', `${item}=${photo(`again-${item}`, 50 + n)}`]), '--kind', 'recheck', '--refused', '对间隔期的结论有异议', '--witness', '村委会见证人')
  assert.equal(recheck.score.vetoes.length, 0)
  rectify('verify', 'inspector', '--item', '2=现场核对', '--item', '6=记录齐全', '--recheck', recheck.id)
  rectify('reject', 'inspector', '--item', '12=专柜未上锁', '--due', day(30), '--recheck', recheck.id)
  await server.start()
  syncAll()
  assert.deepEqual(states('one'), { 12: 'rejected', 2: 'passed', 13: 'corrected', 6: 'passed' })
  rectify('report', 'one', '--item', '12=已上锁', '--file', `12=${photo('locked', 60)}`)
  syncAll()
  rectify('verify', 'supervisor', '--item', '12')
  syncAll()
  assert.equal(caseOf('one').state, 'closed')
  refused('wrong_role', 'rectify', 'archive', ...at('inspector'), inspection, '--term', '30')
  plumb('rectify', 'archive', ...at('supervisor'), inspection, '--term', '30')
  syncAll()
  assert.equal(plumb('cases', ...at('one'), '--state', 'archived').cases.length, 1)
  assert.deepEqual(caseOf('two').ignored, undefined)
  // A box of the archive, proved with no server; cut short or changed it is none.
  const box = join(folder, 'box')
  assert.equal(plumb('archive', 'take', ...at('supervisor'), '-o', box, '--title', '第一盒').cases, 1)
  const proved = plumb('archive', 'verify', box, '--root', root)
  assert.deepEqual([proved.good, proved.title, proved.cases.map((one) => [one.case, one.good])], [true, '第一盒', [[inspection, true]]])
  const bytes = readFileSync(box)
  const headEnd = bytes.indexOf('\n') + 1
  const indexAt = bytes.lastIndexOf('{"what":"index"')
  const [head, boxed] = [bytes.subarray(0, headEnd), bytes.subarray(headEnd, indexAt)]
  const [listed] = JSON.parse(bytes.subarray(bytes.indexOf('\n', indexAt) + 1).toString())
  const indexOf = (list) => Buffer.from(`{"what":"index","size":${Buffer.byteLength(JSON.stringify(list))}}\n${JSON.stringify(list)}`)
  const listedAs = (more) => Buffer.concat([head, boxed, indexOf([{ ...listed, ...more }])])
  writeFileSync(box, listedAs({}))
  assert.equal(plumb('archive', 'verify', box, '--root', root).good, true)
  for (const [what, damaged, why = /./] of [
    ['cut', bytes.subarray(0, bytes.length - 40)],
    ['without its index', bytes.subarray(0, bytes.lastIndexOf('{"what":"index"'))],
    ['changed', Buffer.from(bytes.toString('latin1').replace('"inclusion"', '"inclusiom"'), 'latin1')],
    ['longer', Buffer.concat([bytes, Buffer.from('{"what":"case","case":"x","size":0}\n')])],
    ['indexed otherwise', Buffer.from(bytes.toString('latin1').replace('"term":"30"', '"term":"10"'), 'latin1')],
    ...Object.entries({ number: '别的号', site: 'ganzhou-veg', kind: 'acceptance', checked: '2020-01-01' }).map(([name, value]) => [`indexed with another ${name}`, listedAs({ [name]: value }), /not what the index lists/]),
    ['of another log', Buffer.concat([Buffer.from(JSON.stringify({ ...JSON.parse(head), log: 'other.gov.cn' }) + '\n'), boxed, bytes.subarray(indexAt)]), /it is of the log /],
    ['of no case', Buffer.concat([head, indexOf([])]), /no case/],
    ['with a case twice', Buffer.concat([head, boxed, boxed, indexOf([listed, listed])]), /in the box already/],
  ]) {
    writeFileSync(box, damaged)
    const told = run('plumb', ['archive', 'verify', box, '--root', root, '--json'])
    assert.equal(told.code, 1, `${what}: ${told.out}`)
    assert.match(JSON.parse(told.out).reason, why, what)
  }
  refused('no_record', 'archive', 'take', ...at('supervisor'), '-o', join(folder, 'none'), '--year', '1999')
  assert.ok(!existsSync(join(folder, 'none')))
  fact('two passed, one failed again, was reported again, and passed; the case is closed and archived')

  // --- proof without a server
  const bundle = join(folder, 'case.plumb')
  plumb('export', ...at('supervisor'), '--case', inspection, '--out', bundle)
  await server.stop()
  const verified = plumb('verify', bundle, '--root', root)
  assert.equal(verified.good, true)
  const said = (name) => verified.checks.filter((check) => check.check === name).map((check) => check.detail)
  assert.match(said('case')[0], new RegExp(`the case is archived, order ${ordered.number}; .*item 12 passed`))
  assert.ok(said('related').some((line) => line.startsWith('rectification.reported about item 2, 6 by 质量员乙')))
  assert.ok(said('related').some((line) => line.startsWith('inspection.submitted by 检查员甲')))
  const text = readFileSync(bundle, 'utf8')
  const tampered = (from, to) => {
    assert.ok(text.includes(from))
    const file = join(folder, 'tampered.plumb')
    writeFileSync(file, text.replace(from, to))
    const done = run('plumb', ['verify', file, '--root', root, '--json'])
    assert.equal(done.code, 1)
    return JSON.parse(done.out)
  }
  const changed = tampered('停用该批次，重定间隔期', '停用该批次，重定间隔斯')
  assert.equal(changed.good, false)
  assert.match(changed.reason, /rectification\.reported about item 2, 6: /)
  const content = JSON.parse(text).case.files.find((file) => file.item === '6').content
  const other = tampered(content, `${content.slice(0, -8)}AAAAAAA=`)
  assert.match(other.reason, /rectification\.reported about item 2, 6: item 6, the file .* was changed/)
  fact('the whole case is proved without a server, and a tampered report is named by its items')

  // Each family alone.
  await server.start()
  for (const [name, id] of [['one', byOne.id], ['one', self.id], ['supervisor', ordered.id], ['one', report.id], ['inspector', recheck.id]]) {
    plumb('export', ...at(name), '--record', id, '--out', bundle)
    assert.equal(plumb('verify', bundle, '--root', root).good, true)
  }
  fact('a contribution, a self-assessment, an order, a report and a re-check each prove themselves')
  people.publish(rounds({ closed: true }))
  syncAll('two')
  refused('round_closed', 'assess', 'contribute', ...at('two'), '--site', site, '--round', 'gs-2026')
  fact('a closed round takes nothing')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
