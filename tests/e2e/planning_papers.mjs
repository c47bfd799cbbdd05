// A check's whole life on paper: proposed, approved by its head, assigned, made, published; every paper printed, the same
// from every store, issued and signed; and what may not be done is refused by a device and by the server alike.
//
//   node tests/e2e/planning_papers.mjs [--keep FOLDER]
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { LineAuthor } from './line_author.mjs'
import { PdfReaders } from './pdf_readers.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-planning-'))
const kept = options.keep ?? join(folder, 'papers')
mkdirSync(kept, { recursive: true })
const office = '示例市市场监督管理局'
const server = new Server(folder, await freePort())
const fact = (text) => console.log(`planning_papers: ${text}`)
const refused = (...args) => {
  const done = run('plumb', [...args, '--json'])
  assert.notEqual(done.code, 0, `plumb ${args.slice(0, 2).join(' ')} was not refused`)
  return JSON.parse(done.err).error.code
}
const day = (more = 0) => new Date(Date.now() + 8 * 3600_000 + more * 86_400_000).toISOString().slice(0, 10)

try {
  const { enrol } = server.init('--office', office)
  server.more = ['--office', office]
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  const sync = (...names) => names.forEach((name) => people.sync(name))
  people.enrol('admin', enrol)
  const site = { id: 'yongchang-veg', name: '永昌县丰乐设施蔬菜农民专业合作社（示例）', code: '93620321MA0000007K', region: '620321', risk_grade: 'B', contact: '马国栋', address: '永昌县城关镇', point: { lat: 38.2466, lon: 101.9677 } }
  people.publish(compiled('6a'), writeJson(join(folder, 'sites.json'), { sites: [site] }))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62', '--certificate', '甘Q620321015', '--certificate-until', '2028-06-30'))
  people.enrol('second', people.invite('检查员丙', 'inspector', '--region', '6203'))
  people.enrol('head', people.invite('负责人乙', 'supervisor', '--region', '62'))
  people.enrol('other', people.invite('负责人丁', 'supervisor', '--region', '6203'))
  people.enrol('far', people.invite('负责人戊', 'supervisor', '--region', '63'))
  people.enrol('enterprise', people.invite('企业己', 'enterprise', '--site', 'yongchang-veg'))
  const staff = ['inspector', 'second', 'head', 'other']
  sync(...staff, 'far', 'enterprise')
  const team = ['检查员甲', '检查员丙'].flatMap((name) => ['--team', people.persons.get(name)])

  // Proposed, and decided by somebody else.
  const propose = (who, ...more) => ['check', 'propose', ...at(who), '--site', site.id, ...team, '--checklist', '6a', '--planned', day(3), '--why', '年度计划内的日常检查', '--basis', '《中华人民共和国标准化法》第三十二条', '--item', '农业标准实施情况', '--item', '农业投入品使用记录', ...more]
  assert.equal(refused(...propose('head', '--made', '2', '--most', '2')), 'bad_payload', 'over the cap without a reason')
  const { check } = plumb(...propose('head', '--made', '1', '--most', '2'))
  assert.equal(refused('check', 'approve', ...at('head'), check), 'wrong_role', 'nobody approves her own')
  sync('head', ...staff, 'far')
  assert.equal(refused('check', 'approve', ...at('inspector'), check), 'wrong_role')
  assert.equal(refused('check', 'approve', ...at('far'), check), 'check_unknown', 'another province never hears of it')
  const assign = (of, ...more) => ['task', 'assign', ...at('head'), '--site', site.id, ...team, '--checklist', '6a', '--due', day(5), '--check', of, ...more]
  assert.equal(refused(...assign(check)), 'check_unapproved')
  const second = plumb(...propose('inspector')).check
  sync('inspector', 'other')
  plumb('check', 'refuse', ...at('other'), second, '--reason', '本年度已经安排过同类检查')
  sync('other', 'head')
  assert.equal(refused('check', 'approve', ...at('head'), second), 'check_decided')
  assert.equal(refused(...assign(second)), 'check_refused')
  const approval = plumb('check', 'approve', ...at('other'), check, '--reason', '同意，注意轻扰').id
  assert.equal(refused('check', 'refuse', ...at('other'), check, '--reason', '改主意'), 'check_decided')
  sync('other', ...staff)
  assert.deepEqual(plumb('check', 'list', ...at('inspector')).items.map((one) => one.state).sort(), ['approved', 'refused'])
  fact('proposed, approved once, refused once; nobody approves her own, and no task without approval')

  // Assigned, made, accepted.
  const { task, id: letter } = plumb(...assign(check, '--instructions', '与县局同行，重点看用药记录。', '--stepped-back', `${people.persons.get('负责人丁')}=其亲属是该合作社社员`))
  assert.equal(refused(...assign(check)), 'check_taken')
  sync('head', ...staff)
  const photos = photoItems.flatMap((item, n) => ['--file', `${item}=${writePhoto(join(folder, `p${n}.png`), 'label', n, 640, 480)}`])
  const record = plumb('inspect', ...at('inspector'), '--task', task, '--answers', writeJson(join(folder, 'answers.json'), found), ...photos, '--refused', '对间隔期的结论有异议', '--witness', '村委会见证人').id
  sync('inspector', 'head', 'other')
  fact('assigned and made')

  // Published: what the log has, once, and nothing of a person.
  const list = (...more) => plumb('publish', 'list', ...at('head'), ...more).items
  assert.equal(list('--waiting')[0].state, 'pending')
  assert.match(list()[0].due, /^\d{4}-\d\d-\d\d$/)
  assert.equal(refused('publish', 'result', ...at('head'), record), 'publication_unready', 'no review has accepted it')
  plumb('review', ...at('head'), record, '--accept')
  sync('head')
  new SecondReviewer(people).accept(record)
  sync('head', 'inspector', 'other')
  assert.equal(refused('publish', 'result', ...at('inspector'), record), 'wrong_role')
  assert.equal(refused('publish', 'result', ...at('head'), record, '--where', '联系 13800001234'), 'publication_personal')
  assert.equal(refused('publish', 'result', ...at('head'), record, '--where', '检查员甲处'), 'publication_personal')
  const published = plumb('publish', 'result', ...at('head'), record, '--where', '县局网站“检查结果公示”栏')
  assert.doesNotMatch(JSON.stringify(published.says), /检查员|马国栋|见证人/)
  assert.equal(refused('publish', 'result', ...at('head'), record), 'publication_there')
  sync('head', 'other')
  const corrected = plumb('publish', 'correct', ...at('other'), record, '--reason', '公示栏目更名')
  sync('other', ...staff, 'enterprise')
  assert.equal(list()[0].published.version, 2)

  // A draw, whose result is a paper, too.
  const draw = plumb('draw', 'commit', ...at('head'), '--region', '6203', '--title', '第四季度监督抽查', '--ratio', 'B=1000').id
  sync('head')
  people.publish(writeJson(join(folder, 'more.json'), { sites: [{ ...site, id: 'later', name: '后来公布的（示例）', code: '91620100MA00000072' }] }))
  const { id: drawn } = plumb('draw', 'reveal', ...at('head'), draw)
  sync('head', ...staff)
  fact('published, corrected, drawn')

  // Every paper in both languages: the same from two devices and from the server.
  const reader = new LineAuthor(server.url)
  await reader.enrol(people.invite('审核员庚', 'supervisor', '--region', '62'))
  // A name that is wrapped in a table reads as far as its first line.
  const short = site.name.slice(0, 6)
  const papers = [
    [approval, 'check_approval', ['行政检查审批表', site.name, '同意，注意轻扰', '检查员甲', '甘Q620321015', '负责人乙', '负责人丁', '本次为第 2 次'], ['Approval of an inspection']],
    [approval, 'check_notice', ['行政检查通知书', site.name, day(3), '有权申请其回避', '此前已检查你单位', '农业投入品使用记录'], ['Notice of an inspection', 'steps back']],
    [letter, 'task_letter', ['检查任务单', site.name, day(5), '重点看用药记录', '检查员丙', '其亲属是该合作社社员'], ['Inspection task']],
    [drawn, 'draw_result', ['随机抽查抽取结果', '第四季度监督抽查', short, '没有排除'], ['Result of a random draw']],
    [published.id, 'publication_table', ['行政检查结果公示表', short, site.code.slice(0, 8), '县局网站'], ['Published result']],
    [corrected.id, 'publication_table', ['更正理由', '公示栏目更名'], ['A correction']],
  ]
  for (const [of, paper, zh, en] of papers) {
    for (const [language, words] of [['zh', zh], ['en', en]]) {
      const file = join(kept, `${paper}-${language}${of === corrected.id ? '-corrected' : ''}.pdf`)
      const print = (who, out) => plumb('print', ...at(who), '--record', of, '--paper', paper, '--language', language, '--office', office, '-o', out)
      print('head', file)
      print('other', join(folder, 'again.pdf'))
      const bytes = readFileSync(file)
      assert.ok(bytes.equals(readFileSync(join(folder, 'again.pdf'))), `${paper} ${language} differs from device to device`)
      const served = await reader.call('GET', `/v1/query/records/${of}/papers/${paper}.pdf?language=${language}`)
      assert.equal(served.status, 200, served.text)
      assert.ok(served.bytes.equals(bytes), `${paper} ${language}: the server makes another one`)
      const text = PdfReaders.text(file)
      for (const word of words) assert.ok(text.includes(word.replace(/\s/g, '')), `${paper} ${language} says nothing of ${word}: ${text}`)
      if (paper === 'publication_table') assert.doesNotMatch(text, /检查员|负责人|马国栋/)
    }
  }
  fact(`${papers.length} papers in two languages, byte for byte from two devices and the server`)

  // Signed and issued; of records that staff alone read the enterprise is sent nothing.
  const ca = join(folder, 'ca.pem')
  plumb('pdf', 'authority', ...at('head'), '-o', ca)
  const readers = new PdfReaders(folder, ca)
  const issue = (of, paper) => {
    const out = join(folder, `${paper}.signed.pdf`)
    const said = plumb('issue', ...at('head'), '--record', of, '--paper', paper, '-o', out)
    assert.equal(said.delivered, true)
    assert.equal(readers.good(out), 1)
    return said.id
  }
  const filed = [issue(approval, 'check_approval'), issue(approval, 'check_notice'), issue(letter, 'task_letter'), issue(drawn, 'draw_result')]
  const issued = issue(corrected.id, 'publication_table')
  sync('enterprise', ...staff)
  for (const id of filed) {
    assert.equal(people.show('inspector', id).type, 'document.filed')
    assert.notEqual(run('plumb', ['show', ...at('enterprise'), id, '--json']).code, 0, 'the enterprise was sent a paper of the bureau')
  }
  assert.equal(people.show('enterprise', issued).type, 'document.issued')
  const hash = people.show('head', approval).hash
  const open = JSON.parse((await reader.call('GET', `/v1/public/records/${hash.slice(0, 32)}`)).text)
  assert.equal(open.says.kind, 'check')
  assert.deepEqual(open.issued.map((one) => one.paper).sort(), ['check_approval', 'check_notice'])
  assert.doesNotMatch(JSON.stringify(open), /检查员|负责人|丰乐/)
  fact('five papers issued, pdfsig finds each valid; the enterprise was sent the publication alone')

  // The site is called otherwise since: what stands is told, and taken back.
  people.publish(writeJson(join(folder, 'renamed.json'), { sites: [{ ...site, name: '永昌县丰乐农业发展有限公司（示例）' }] }))
  sync('head', 'other')
  const listed = JSON.parse((await reader.call('GET', `/v1/query/published?state=stale&today=${day()}`)).text)
  assert.deepEqual(listed.items.map((one) => one.inspection), [record])
  plumb('publish', 'withdraw', ...at('other'), record, '--reason', '检查对象名称已变更')
  sync('other', 'head')
  const gone = JSON.parse((await reader.call('GET', `/v1/public/records/${people.show('head', corrected.id).hash.slice(0, 32)}`)).text)
  assert.deepEqual(gone.since.map((one) => one.what), ['unpublished'])

  // An urgent check is made first and approved afterwards; who made it does not approve it.
  const urgent = plumb(...propose('inspector', '--urgent', '群众连夜举报', '--inspection', record)).check
  sync('inspector', 'head')
  plumb('check', 'approve', ...at('head'), urgent)
  sync('head', 'inspector')
  assert.equal(plumb('check', 'list', ...at('inspector')).items.find((one) => one.id === urgent).state, 'approved')
  fact('what is true no longer is taken back from the public; an urgent check is approved afterwards')
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
