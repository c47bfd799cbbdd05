// A case under attack, and on bad days, through the real server, the command line and devices of the test's own making:
// what may not be is refused with a sentence, nothing that was signed is lost, and every device ends with the same case.
//
//   node tests/e2e/attack_case.mjs
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { bin, freePort, People, PIN, plumb, plumbIn, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { LineAuthor } from './line_author.mjs'
import { checklist, found } from './story_checklist.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-attack-'))
const server = new Server(folder, await freePort())
const fact = (text) => console.log(`attack: ${text}`)
const kSite = { site: 'yongchang-veg', region: '620321' }
const day = (n) => new Date(Date.now() + n * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const refused = (code, ...args) => {
  const done = run('plumb', [...args, '--json'])
  assert.equal(done.code, 1, `plumb ${args.slice(0, 2).join(' ')} exited ${done.code}: ${done.out}${done.err}`)
  const { error } = JSON.parse(done.err)
  assert.equal(error.code, code, error.detail)
  assert.ok(error.detail.length > 10, 'a sentence says why')
}
const fate = (said) => said.code ?? said.status

try {
  const { enrol, root } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  people.publish(writeJson(join(folder, 'zone.json'), checklist), join(top, 'assets/samples/sites.json'))
  people.publish(writeJson(join(folder, 'rounds.json'), { rounds: [{ id: 'gs-2026', region: '62', title: { zh: '2026 年度自评' }, checklist: 'zone', opens: day(-7), closes: day(6) }] }))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  // Two tablets of one supervisor.
  for (const home of ['office', 'field']) people.enrol(home, people.invite('审核员丁', 'supervisor', '--region', '62'))
  for (const [home, name] of [['one', '质量员乙'], ['two', '质量员丙']]) people.enrol(home, people.invite(name, 'enterprise', '--site', kSite.site))
  const everybody = ['inspector', 'office', 'field', 'one', 'two']
  // Exit code 1 where the server refused something: that is told by the record.
  const send = (name) => {
    const done = run('plumb', ['sync', ...at(name), '--json'])
    assert.ok(done.code <= 1 && done.out, done.err)
    return JSON.parse(done.out)
  }
  const sync = (...names) => {
    for (let round = 0; round < 2; ++round) for (const name of names.length ? names : everybody) send(name)
  }
  const author = async (name, role, ...more) => {
    const made = new LineAuthor(server.url)
    await made.enrol(people.invite(name, role, ...more), name)
    return made
  }
  const [judge, rival] = [await author('审核员戊', 'supervisor', '--region', '62'), await author('审核员己', 'supervisor', '--region', '62')]
  const enterprise = await author('质量员庚', 'enterprise', '--site', kSite.site)
  const sameInOffice = await author('质量员庚', 'inspector', '--region', '62')
  sync()

  const photo = (name, seed = 3, size = 320) => writePhoto(join(folder, `${name}.png`), 'label', seed, size, size)
  const answers = (fails) => writeJson(join(folder, 'answers.json'), {
    answers: Object.fromEntries(checklist.sections.flatMap((section) => section.items).flatMap(({ id }) => (fails.includes(id) ? [[`q_${id}`, 'fail'], [`seen_${id}`, found[id] ?? '所见']] : [[`q_${id}`, 'pass']]))),
  })
  const party = ['--refused', '有异议', '--witness', '见证人']
  const inspect = (fails, ...more) => plumb('inspect', ...at('inspector'), '--checklist', 'zone', '--site', kSite.site, '--answers', answers(fails), ...[...new Set(['A2', ...fails])].flatMap((item) => ['--file', `${item}=${photo(item)}`]), ...party, ...more).id
  const accepted = (visit) => {
    sync('inspector', 'office')
    plumb('review', ...at('office'), visit, '--accept', '--comment', '属实')
    sync()
    return { visit, hash: people.show('office', visit).hash }
  }
  const stands = (name, visit) => Object.fromEntries(people.show(name, visit).case.findings.map((finding) => [finding.item, finding.state]))
  const same = (visit, wanted) => {
    for (const name of everybody) assert.deepEqual(stands(name, visit), wanted, name)
  }
  const order = (home, visit, item) => plumb('rectify', 'order', ...at(home), visit, '--item', item, '--requirement', `${item}=整改`, '--office', '永昌县市场监督管理局', '--how', 'electronic')

  // --- two tablets of one office, both offline
  const first = accepted(inspect(['A2', 'B1', 'B2']))
  await server.stop()
  const [inOffice, inField] = [order('office', first.visit, 'B1'), order('field', first.visit, 'B1')]
  const other = order('field', first.visit, 'B2')
  assert.equal(new Set([inOffice.number, inField.number, other.number]).size, 3)
  await server.start()
  sync()
  const late = people.show('field', inField.id)
  assert.equal(late.state, 'refused')
  assert.match(late.problem, /not_its_turn/)
  same(first.visit, { A2: 'found', B1: 'ordered', B2: 'ordered' })
  assert.deepEqual(people.show('field', first.visit).case.orders.map((one) => one.number).sort(), [inOffice.number, other.number].sort())
  fact('two tablets order one finding offline: three numbers, one order stands, the other is kept and says why not')

  // --- one act twice, offline, by two people; and two decisions at one moment
  await server.stop()
  for (const home of ['one', 'two']) plumb('rectify', 'report', ...at(home), inOffice.id, '--item', `B1=${home} 已改`, '--file', `B1=${photo(`after-${home}`, home.length)}`)
  await server.start()
  sync()
  same(first.visit, { A2: 'found', B1: 'reported', B2: 'ordered' })
  const decide = (by, what, more) => by.say(`rectification.${what}`, kSite, { of: first.visit, order: inOffice.id, findings: [{ item: 'B1', ...more }] })
  const verdicts = await Promise.all([decide(judge, 'verified', {}), decide(rival, 'rejected', { reason: '看不清', due: day(9) })])
  assert.deepEqual(verdicts.map(fate).sort(), ['accepted', 'not_its_turn'])
  sync()
  same(first.visit, { A2: 'found', B1: verdicts[0].status === 'accepted' ? 'passed' : 'rejected', B2: 'ordered' })
  for (const name of everybody) assert.equal(people.show(name, first.visit).case.ignored, undefined)
  fact('two reports of one finding both stand; of two decisions at one moment one does, on every device the same')

  // --- an order on a version that was amended meanwhile; a report to an order that was withdrawn meanwhile
  const second = inspect(['A1', 'C1'])
  sync()
  await server.stop()
  const stale = order('field', second, 'A1')
  await server.start()
  plumb('amend', ...at('inspector'), '--record', second, '--reason', '补充', '--answers', writeJson(join(folder, 'amended.json'), { notes: { A1: '补充说明' } }), ...party)
  send('inspector')
  send('field')
  assert.match(people.show('field', stale.id).problem, /version_old/)
  sync()
  const again = order('office', second, 'A1')
  sync()
  await server.stop()
  const wasted = plumb('rectify', 'report', ...at('one'), again.id, '--item', 'A1=已改', '--file', `A1=${photo('wasted', 8)}`)
  await server.start()
  plumb('rectify', 'withdraw', ...at('office'), again.id, '--item', 'A1=不应下达')
  send('office')
  send('one')
  assert.match(people.show('one', wasted.id).problem, /not_its_turn/)
  sync()
  same(second, { A1: 'withdrawn', C1: 'found' })
  fact('an order on an old version and a report to a withdrawn order are refused at the next sync, and kept with the reason')

  // --- who may not, and what is not there
  const third = accepted(inspect(['A2', 'B1']))
  const given = order('office', third.visit, 'B1')
  sync('office')
  const act = (by, what, entry = {}, more = {}, files = []) => by.say(`rectification.${what}`, kSite, { of: third.visit, order: given.id, ...more, findings: [{ item: 'B1', ...entry }] }, files)
  assert.equal(fate(await act(judge, 'verified', {}, { inspection: '0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f' })), 'recheck_unknown')
  assert.equal(fate(await act(judge, 'verified', {}, { inspection: second })), 'recheck_unknown')
  assert.equal(fate(await act(judge, 'verified', {}, { order: again.id })), 'order_unknown')
  assert.equal(fate(await act(enterprise, 'reported', { done: '已改' })), 'accepted')
  for (const [what, more] of [['verified', {}], ['rejected', { reason: 'x', due: day(5) }], ['withdrawn', { reason: 'x' }]]) assert.equal(fate(await act(sameInOffice, what, more)), 'own_report')
  const drawn = { hash: third.hash, office: '局', count: 'calendar', delivery: { how: 'in_person', name: '陈', signature: 'a'.repeat(64) } }
  const inPerson = await judge.say('rectification.ordered', kSite, { of: third.visit, ...drawn, findings: [{ item: 'A2', facts: '缺', requirement: '补', due: day(9) }] })
  assert.equal(fate(inPerson), 'bad_payload')
  sync()
  same(third.visit, { A2: 'found', B1: 'reported' })
  fact('a made-up or foreign re-check passes nothing, one person with two keys judges nothing of her own, no order without its drawing')

  // --- files that are not there yet, or are not what they are called
  const paper = Buffer.from('%PDF-1.4 the paper')
  const upload = enterprise.upload
  enterprise.upload = async () => {}
  const promised = await act(enterprise, 'reported', { done: '见附件' }, {}, [{ bytes: paper, type: 'application/pdf', role: 'document', item: 'B1' }])
  assert.equal(promised.status, 'accepted')
  send('inspector')
  const bundle = join(folder, 'case.plumb')
  const exported = () => plumb('export', ...at('inspector'), '--case', third.visit, '--out', bundle)
  assert.deepEqual(exported().missing.map((file) => file.item), ['B1'])
  assert.match(run('plumb', ['verify', bundle, '--root', root]).out, /NOT PROVED: rectification\.reported about item B1: item B1, the file .* is not in the bundle/)
  enterprise.upload = upload
  await enterprise.upload({ sha256: createHash('sha256').update(paper).digest('hex'), type: 'application/pdf' }, paper)
  assert.deepEqual(exported().missing, [])
  assert.equal(plumb('verify', bundle, '--root', root).good, true)
  fact('a report whose paper is not there is exported as wanting it, by item, and proved once it came')

  const file = (name, content) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const huge = file('巨大.pdf', '%PDF-1.4')
  truncateSync(huge, 200 << 20)
  const attach = (path) => ['assess', 'contribute', ...at('one'), '--site', kSite.site, '--round', 'gs-2026', '--file', `A2=${path}`]
  refused('file_too_large', ...attach(huge))
  refused('file_empty', ...attach(file('空.pdf', '')))
  refused('no_document', ...attach(file('不是.pdf', 'plain text')))
  refused('no_document', ...attach(file('不是.xlsx', 'plain text')))
  for (const name of [`${'长'.repeat(80)}.pdf`, '\u202Efdp.😀.pdf', 'سجل التدريب.pdf', ' .pdf']) assert.deepEqual(plumb(...attach(file(name, `%PDF-1.4 ${name}`))).items, ['A2'])
  fact('200 MB, nothing, and what is no PDF are refused by name; long, turned, Arabic and empty-looking names are taken')

  // --- answers that no checklist asks for
  const { checklist: used } = people.show('inspector', third.visit).payload.body
  const odd = (items, more = {}) => enterprise.say('assessment.contributed', kSite, { round: 'gs-2026', checklist: { ...used, ...more }, items })
  assert.equal(fate(await odd({ NONE: { answers: { none: 'x' } }, A1: { answers: { q_A1: 'banana' } }, B1: { answers: { q_B1: 'pass', hidden: 'x'.repeat(60_000) }, note: '\u202Egpj.exe' } })), 'accepted')
  assert.equal(fate(await odd({ C1: { answers: { q_C1: 'pass' } } }, { version: '99', sha256: 'b'.repeat(64) })), 'accepted')
  sync('one', 'two')
  const rest = Object.fromEntries(['A1', 'A2', 'B2', 'C2'].map((item) => [`q_${item}`, 'pass']))
  plumb('assess', 'contribute', ...at('two'), '--site', kSite.site, '--round', 'gs-2026', '--answers', writeJson(join(folder, 'rest.json'), { answers: rest, notes: { B1: '上锁' } }), '--file', `A2=${photo('training', 9)}`)
  const self = plumb('assess', 'submit', ...at('two'), '--site', kSite.site, '--round', 'gs-2026')
  sync('two')
  assert.equal(people.show('two', self.id).state, 'proved')
  assert.equal(people.show('two', self.id).payload.body.answers.none, undefined)
  fact('contributions with unknown items, choices and versions hold up nobody: what is submitted is scored by the checklist')

  // --- another zone
  await server.stop()
  const day2 = (TZ) => plumbIn({ TZ }, 'rectify', 'order', ...at('field'), third.visit, '--item', 'A2', '--requirement', 'A2=补', '--office', '局', '--how', 'electronic')
  const far = day2('LINT-14')
  await server.start()
  sync()
  assert.equal(people.show('field', far.id).state, 'proved')
  assert.equal(stands('one', third.visit).A2, 'ordered')
  fact('a tablet fourteen hours east orders like any other')

  // --- the server dies again and again under a tablet that sends
  const many = Array.from({ length: 8 }, () => inspect(['A2']))
  for (let turn = 0; turn < 5; ++turn) {
    const child = spawn(bin('plumb'), ['sync', ...at('inspector'), '--json'], { env: { ...process.env, PLUMB_PIN: PIN }, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    await new Promise((resolve) => setTimeout(resolve, 350 + 70 * turn))
    await server.stop('SIGKILL')
    await ended
    await server.start()
  }
  send('inspector')
  for (const id of many) assert.equal(people.show('inspector', id).state, 'proved')
  const held = send('inspector')
  assert.deepEqual([held.waiting, held.sent, held.files_missing], [0, 0, 0])
  fact('a server killed five times under a sync has every line and file once')

  // --- whoever was revoked, and whoever comes too late
  await server.stop()
  const last = plumb('rectify', 'report', ...at('two'), given.id, '--item', 'B1=补报', '--file', `B1=${photo('late', 12)}`)
  await server.start()
  plumb('admin', 'revoke', ...at('admin'), plumb('status', ...at('two')).people[0].kid, '--reason', '平板遗失')
  refused('key_revoked', 'sync', ...at('two'))
  const kept = people.show('two', last.id)
  assert.equal(kept.state, 'signed')
  assert.match(kept.problem, /key_revoked/)
  fact('the report of a revoked device stays on it and says why it waits')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log.slice(-2000))
  throw error
} finally {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
