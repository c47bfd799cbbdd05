// A bureau tries a checklist before it counts: a draft version goes to the tablets, an inspector fills and signs it in test mode,
// and what she signed is proved by the log, stands in the lists of tests and nowhere else, and leads to nothing. Then a
// checklist is withdrawn under a task and a round that name it: told on tablet and console, and nothing begins.
//
//   node tests/e2e/app_test_mode.mjs [--keep FOLDER] [--pictures FOLDER]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, People, plumb, run, Server, writeJson } from '../../tools/stage/stage.mjs'
import { itemSteps, unlock } from './app_inspector.mjs'
import { AppPerson, signedTogether } from './app_person.mjs'
import { ConsolePage } from './console_page.mjs'
import { speak } from './province_stage.mjs'
import { checklist } from './story_checklist.mjs'

const { values: options } = parseArgs({ options: { keep: { type: 'string' }, pictures: { type: 'string' } } })
process.env.TZ = 'Asia/Shanghai'
const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'plumb-test-mode-'))
const step = (text) => console.log(`e2e test mode: ${text}`)
const kReason = '第 2 项所引标准已被代替。'
const wide = ['1280x800', '1280x800 en', '412x915', '412x915 en']
const picture = (name) => (options.pictures ? [{ screenshot: `${name}.png`, as: wide }] : [])

// The same questions, of which no photo is asked.
const plain = structuredClone(checklist)
for (const one of plain.sections.flatMap((s) => s.items)) delete one.evidence
const draft = { ...structuredClone(plain), id: 'trial', title: { zh: '示范区目标考核（修订草案）', en: 'Targets of a zone (draft revision)' } }
const answers = Object.fromEntries(plain.sections.flatMap((s) => s.items).map((one) => [`q_${one.id}`, 'pass']))
answers.q_B1 = 'fail'
answers.seen_B1 = '柜门未上锁'
const found = { answers }
const fill = draft.sections.flatMap((s) => [{ tap: `section_${s.id}` }, ...s.items.flatMap((one, n) => itemSteps(one, n === 0, [], found, []))])
const refused = (...args) => {
  const done = run('plumb', [...args, '--json'])
  assert.notEqual(done.code, 0, `plumb ${args.slice(0, 2).join(' ')} was not refused`)
  return JSON.parse(done.err).error.code
}

const server = new Server(folder, await freePort())
let office
try {
  const { root, enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const site = { id: 'veg', name: '永昌县丰乐设施蔬菜农民专业合作社（示例）', code: '93620321MA0000007K', region: '620321' }
  people.publish(writeJson(join(folder, 'zone.json'), plain), writeJson(join(folder, 'sites.json'), { sites: [site] }))
  people.publish('--test', writeJson(join(folder, 'trial.json'), draft))
  const day = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
  people.publish(writeJson(join(folder, 'rounds.json'), { rounds: [{ id: 'r1', title: { zh: '本年度自评', en: 'This year' }, checklist: 'zone', opens: '2026-01-01', closes: '2099-12-31', region: '62' }] }))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.enrol('supervisor', people.invite('审核员乙', 'supervisor', '--region', '62'))
  people.enrol('enterprise', people.invite('基地丙', 'enterprise', '--site', 'veg'))
  const home = people.home('inspector')
  const inspector = new AppPerson(people, folder, 'inspector', options.pictures)
  await inspector.sync()

  // What counts does not begin on a draft version.
  const file = writeJson(join(folder, 'answers.json'), found)
  const inspect = ['inspect', '--home', home, '--site', 'veg', '--answers', file]
  assert.equal(refused(...inspect, '--checklist', 'trial'), 'checklist_testing')
  await inspector.work([{ tap: 'startCheck' }, { tap: 'site_veg' }, { wait: 'checklist_zone' }, { gone: 'checklist_trial' }, { gone: 'startTest' }, ...picture('test-start-off'),
    { tap: 'testMode' }, { wait: 'startTest' }, { wait: 'checklist_trial' }, ...picture('test-start'), { tap: 'checklist_trial' }, { tap: 'beginCheck' }, { wait: 'itemList' }, { wait: 'checkTest' }, ...fill, { wait: 'saveState', contains: '已存' }, ...picture('test-check'),
    { tap: 'review' }, { wait: 'preflightTest' }, ...picture('test-preflight'), { tap: 'goSign' }, { wait: 'signTest' }, ...picture('test-sign'), ...signedTogether, { wait: 'signTest', contains: '试用记录' }, ...picture('test-sealed'),
    { tap: 'showRecord' }, { wait: 'recordTest' }, { gone: 'amend' }, { gone: 'orderFindings' }, ...picture('test-record'), { tap: 'papers' }, { wait: 'paperPage0' }, { pause: 2500 }, ...picture('test-paper'), { tap: 'back' }, { tap: 'back' },
    { tap: 'navRecords' }, { wait: 'realRecords' }, { gone: 'record0' }, ...picture('test-records-real'), { tap: 'testRecords' }, { wait: 'testList' }, { wait: 'record0' }, ...picture('test-records')])
  step('filled and signed in test mode, and listed among tests alone')

  await inspector.sync()
  const { records } = people.list('inspector', 'inspection.submitted')
  const { id } = records[0]
  const shown = people.show('inspector', id)
  assert.equal(shown.payload.body.test, true)
  assert.equal(shown.state, 'proved')
  const bundle = join(folder, 'bundle.json')
  plumb('export', '--home', home, '--record', id, '-o', bundle)
  const proved = plumb('verify', bundle, '--root', root)
  assert.ok(proved.checks.some((check) => check.check === 'test' && check.good), JSON.stringify(proved.checks))
  people.sync('supervisor')
  assert.equal(refused('review', '--home', people.home('supervisor'), id, '--accept'), 'test_record')
  assert.equal(refused('amend', '--home', home, '--record', id, '--answers', file, '--reason', '改为正式'), 'test_record')
  for (const [language, words] of [['zh', '试用记录，无效'], ['en', 'Test:madetotryachecklist']]) {
    const paper = join(folder, `test-${language}.pdf`)
    plumb('print', '--home', home, '--record', id, '--language', language, '-o', paper)
    // Chinese that runs across the page upwards is read from its end; of English letters nothing is left in order, and the foot says it.
    const text = execFileSync('pdftotext', [paper, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
    assert.ok([words, [...words].reverse().join('')].some((one) => text.includes(one)), `the paper in ${language} says that it is a test`)
    if (options.pictures) execFileSync('pdftoppm', ['-r', '60', '-png', paper, join(options.pictures, `test-paper-${language}`)])
  }
  step('sent and proved as a test; nobody reviews or amends it; its papers say so')

  office = await ConsolePage.open(server.url, { width: 1280, height: 900 })
  await office.enrol(people.invite('管理员戊', 'administrator', '--suite', 'ES256'))
  const shot = async (name, at) => {
    if (!options.pictures) return
    for (const language of ['zh', 'en']) {
      for (const width of [1280, 412]) {
        await office.page.setViewportSize({ width: 1280, height: 900 })
        await speak(office, language)
        await office.page.setViewportSize({ width, height: 900 })
        await office.at(at).first().waitFor()
        await office.page.screenshot({ path: join(options.pictures, `${name}-${language}-${width}.png`) })
      }
    }
    await office.page.setViewportSize({ width: 1280, height: 900 })
    await speak(office, 'zh')
  }
  // Every page that lists or counts: none of its answers knows the record.
  const heard = []
  // An answer is read as it comes: a page that is left takes it along.
  const listen = (response) => response.url().includes('/v1/query/') && response.ok() && heard.push(response.text().then((text) => ({ url: response.url(), text }), () => null))
  office.page.on('response', listen)
  for (const place of ['queue', 'returned', 'accepted', 'incomplete', 'board', 'statistics', 'tasks', 'publishing', 'archive']) {
    await office.page.goto('about:blank')
    await office.page.goto(`${server.url}/#/${place}`)
    await office.page.waitForLoadState('networkidle')
    if (['queue', 'returned', 'accepted', 'incomplete'].includes(place)) await office.at('queue-empty').waitFor()
  }
  office.page.off('response', listen)
  const told = (await Promise.all(heard)).filter((one) => one !== null)
  assert.ok(told.length > 9, `${told.length} answers`)
  for (const { url, text } of told) assert.ok(!text.includes(id), url)
  await office.page.goto(`${server.url}/#/tests`)
  await office.page.locator(`[data-test=queue-item][data-id="${id}"]`).waitFor()
  const rows = await office.record('tests', id)
  assert.deepEqual(rows.filter((row) => row.state === 'bad'), [])
  await office.at('test-record').waitFor()
  await office.at('tests-say').waitFor()
  assert.equal(await office.at('status-text').getAttribute('data-status'), 'test')
  assert.match(await office.at('why-not').textContent(), /试用/)
  await shot('console-tests', 'test-record')
  step('on the console it is among the tests, with why nothing can be done, and nowhere else')

  // The draft is published to count, on the console.
  await office.page.goto(`${server.url}/#/checklists`)
  await office.at('draft-version').waitFor()
  await shot('console-draft', 'draft-version')
  await office.at('publish-counted').click()
  await office.at('draft-version').waitFor({ state: 'detached' })
  people.sync('inspector')
  plumb(...inspect, '--checklist', 'trial')
  step('the draft version counts now, and a check begins on it')

  // A task and a round name a checklist that is withdrawn.
  const assign = ['task', 'assign', '--home', people.home('supervisor'), '--site', 'veg', '--checklist', 'zone', '--due', day, '--team', people.persons.get('检查员甲')]
  people.sync('supervisor')
  const { task } = plumb(...assign)
  people.sync('supervisor')
  await inspector.sync()
  await inspector.work([{ tap: 'task0' }, { tap: 'taskAccept' }, ...unlock, { wait: 'taskStart' }])
  const enterprise = new AppPerson(people, folder, 'enterprise', options.pictures)
  await enterprise.sync()
  await enterprise.work([{ wait: 'assessTry' }, ...picture('test-assess-try'), { tap: 'assessTry' }, { wait: 'checkTest' }, ...picture('test-assess-check'), { tap: 'back' }, { wait: 'assessTry' }])
  plumb('admin', 'withdraw-checklist', '--home', people.home('admin'), 'zone@1', '--reason', kReason)
  people.sync('supervisor')
  assert.equal(refused(...assign), 'checklist_withdrawn')
  await inspector.sync()
  await inspector.work([{ tap: 'task0' }, { wait: 'taskWithdrawn', contains: '请派发人改派' }, { gone: 'taskStart' }, ...picture('withdrawn-task')])
  await enterprise.sync()
  await enterprise.work([{ wait: 'assessWithdrawn', contains: kReason }, ...picture('withdrawn-assess')])
  await office.page.goto(`${server.url}/#/tasks`)
  await office.page.reload()
  await office.page.locator(`[data-test=task][data-id="${task}"] [data-test=task-withdrawn]`).waitFor()
  await shot('console-task-withdrawn', 'task-withdrawn')
  await office.page.goto(`${server.url}/#/rounds`)
  await office.at('round-withdrawn').waitFor()
  await shot('console-round-withdrawn', 'round-withdrawn')
  step('what names a withdrawn checklist says so, and begins nothing')
  assert.deepEqual(office.errors, [], 'the page logged no errors')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await office?.close()
  await server.stop('SIGKILL')
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
