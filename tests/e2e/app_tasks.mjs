// A draw becomes tasks, and a task a check: a supervisor freezes a pool, cannot draw before somebody else has written, draws,
// and a stranger's twenty lines draw the same; she assigns the first site of the list; the inspector sees it on Today, accepts
// it, begins its check from it; the record names the task and ends it, and the supervisor hears of it all.
//
//   node tests/e2e/app_tasks.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { unlock } from './app_inspector.mjs'
import { AppPerson } from './app_person.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
// The tablet's day is that of its zone: China's, wherever and whenever the test runs.
process.env.TZ = 'Asia/Shanghai'
const folder = mkdtempSync(join(tmpdir(), 'plumb-tasks-'))
const server = new Server(folder, await freePort())
let office
const step = (text) => console.log(`e2e tasks: ${text}`)
const refused = (...args) => {
  const done = run('plumb', [...args, '--json'])
  assert.notEqual(done.code, 0, `plumb ${args.slice(0, 2).join(' ')} was not refused`)
  return JSON.parse(done.err).error.code
}
const site = (n, grade) => ({ id: `site-${n}`, name: `示范基地 ${n}（示例）`, region: '620321', risk_grade: grade, point: { lat: 38.2466 + n / 100, lon: 101.9677 } })

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), writeJson(join(folder, 'sites.json'), { sites: [site(1, 'B'), site(2, 'B'), site(3, 'D'), site(4, 'D'), site(5, 'B')] }))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.enrol('second', people.invite('检查员丙', 'inspector', '--region', '62'))
  people.enrol('supervisor', people.invite('审核员乙', 'supervisor', '--region', '62'))
  for (const name of ['inspector', 'second', 'supervisor']) people.sync(name)
  const home = people.home('supervisor')

  const draw = plumb('draw', 'commit', '--home', home, '--region', '62', '--title', '第四季度监督抽查', '--ratio', 'B=334', '--ratio', 'D=500').id
  people.sync('supervisor')
  assert.equal(refused('draw', 'reveal', '--home', home, draw), 'draw_waits')
  people.publish(writeJson(join(folder, 'more.json'), { sites: [site(6, 'A')] }))
  assert.equal(refused('draw', 'reveal', '--home', home, draw, '--exclude', 'site-3=2020-01-01=已注销'), 'exclusion_late')
  const { revealed } = plumb('draw', 'reveal', '--home', home, draw, '--exclude', `site-3=${new Date().toISOString().slice(0, 10)}=已注销`)
  assert.equal(revealed.drawn.length, 3, 'two of three at 33.4 %, one of two')
  assert.equal(revealed.teams.length, 1)
  assert.ok(revealed.drawn.every((one) => one.site !== 'site-3'))
  assert.equal(refused('draw', 'reveal', '--home', home, draw), 'draw_revealed')
  const file = join(folder, 'draw.json')
  plumb('draw', 'export', '--home', home, draw, '-o', file)
  const verified = plumb('draw', 'verify', file)
  assert.equal(plumb('draw', 'verify', file, '--home', home).deciding, 'proved')
  const page = readFileSync(join(top, 'shared/records/planning/DRAW.md'), 'utf8')
  writeFileSync(join(folder, 'replay.py'), /```python\n(.*?)```/s.exec(page)[1])
  const replayed = JSON.parse(execFileSync('python3', [join(folder, 'replay.py'), file], { encoding: 'utf8' }))
  assert.equal(replayed.seed, verified.seed)
  assert.deepEqual(replayed.drawn, revealed.drawn.map((one) => one.site))
  const changed = JSON.parse(readFileSync(file, 'utf8'))
  changed.pool = changed.pool.replace('site-1\n', 'site-0\n')
  assert.equal(refused('draw', 'verify', writeJson(join(folder, 'changed.json'), changed)), 'pool_differs')
  step('drawn, drawn again by twenty lines of Python, and a changed pool is found')

  const day = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
  const chosen = revealed.drawn[0].site
  const assign = (...more) => ['task', 'assign', '--home', home, '--site', chosen, '--checklist', '6a', '--due', day, ...more]
  assert.equal(refused(...assign('--team', people.persons.get('审核员乙'))), 'person_not_inspector')
  const { task } = plumb(...assign('--team', people.persons.get('检查员甲'), '--instructions', '与县局同行，重点看用药记录。', '--draw', draw, '--number', '1'))
  people.sync('supervisor')
  // The rest in one go, and no second time.
  const rest = plumb('draw', 'assign', '--home', home, draw, '--checklist', '6a', '--due', day)
  assert.deepEqual(rest.tasks.map((one) => one.before), [true, false, false])
  assert.equal(rest.tasks[0].task, task)
  assert.deepEqual(plumb('draw', 'assign', '--home', home, draw, '--checklist', '6a', '--due', day).tasks.map((one) => one.task), rest.tasks.map((one) => one.task))
  people.sync('supervisor')

  const inspector = new AppPerson(people, folder, 'inspector', options.pictures)
  await inspector.sync()
  await inspector.work([{ wait: 'task0' }, { screenshot: 'tasks-today.png' }, { tap: 'task0' }, { wait: 'taskState', is: '等您答复' }, { wait: 'taskDue', contains: '今天到期' }, { wait: 'taskFact_source', contains: '1' }, { wait: 'taskInstructions', contains: '用药记录' }, { screenshot: 'tasks-task.png' },
    { tap: 'taskLetter' }, { wait: 'paperPage0' }, { screenshot: 'tasks-letter.png' }, { tap: 'back' }, { wait: 'taskState', is: '等您答复' },
    { tap: 'taskDecline' }, { wait: 'declineSign' }, { screenshot: 'tasks-decline.png' }, { keys: 'Escape' }, { tap: 'taskAccept' }, { wait: 'pinPad' }, { screenshot: 'tasks-pin.png' }, ...unlock, { wait: 'taskState', is: '已接受' }, { screenshot: 'tasks-accepted.png' }, { tap: 'taskStart' }, { wait: 'itemNo' }, { screenshot: 'tasks-check.png' }, { tap: 'back' }, { wait: 'startCheck' }])
  step('accepted on the tablet, and its check begun')
  await inspector.sync()
  people.sync('supervisor')
  const standing = () => plumb('task', 'list', '--home', home).items.find((one) => one.id === task)
  assert.equal(standing().state, 'accepted')

  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 800, 600)
  const answers = writeJson(join(folder, 'answers.json'), found)
  const files = photoItems.flatMap((item) => ['--file', `${item}=${photo}`])
  const { id } = plumb('inspect', '--home', people.home('inspector'), '--task', task, '--answers', answers, ...files, '--refused', '对结论有异议', '--witness', '见证人')
  assert.equal(people.show('inspector', id).payload.body.task, task)
  people.sync('inspector')
  people.sync('supervisor')
  assert.equal(standing().state, 'done')
  assert.equal(standing().inspection, id)
  assert.equal(refused('task', 'cancel', '--home', home, task, '--reason', '计划调整'), 'task_over')
  await inspector.work([{ gone: 'task0' }, { screenshot: 'tasks-done.png' }])
  step('the record that names the task ended it')

  // Nobody begins another's check.
  people.enrol('third', people.invite('检查员丁', 'inspector', '--region', '62'))
  people.sync('third')
  assert.equal(refused('inspect', '--home', people.home('third'), '--task', rest.tasks[1].task, '--answers', answers, ...files, '--refused', '对结论有异议', '--witness', '见证人'), 'task_not_yours')
  const bundle = join(folder, 'task.json')
  plumb('export', '--home', home, '--record', task, '-o', bundle)
  const proved = plumb('verify', bundle, '--root', server.root)
  assert.ok(proved.checks.some((check) => check.check === 'persons' && check.good), JSON.stringify(proved.checks))
  step('a bundle of the task proves its team')

  office = await ConsolePage.open(server.url)
  await office.enrol(people.invite('审核员戊', 'supervisor', '--region', '62'))
  await office.page.goto(`${server.url}/#/draws`)
  await office.at('draw-replay').click()
  await office.at('draw-same').waitFor()
  assert.equal(await office.at('draw-same').getAttribute('data-seed'), verified.seed)
  if (options.pictures) {
    await office.page.screenshot({ path: join(options.pictures, 'draws-console.png'), fullPage: true })
    await office.page.setViewportSize({ width: 412, height: 915 })
    await office.page.screenshot({ path: join(options.pictures, 'draws-console-phone.png'), fullPage: true })
    await office.page.setViewportSize({ width: 1440, height: 900 })
  }
  await office.at('nav-tasks').click()
  await office.page.locator(`[data-test=task][data-id="${task}"][data-state=done]`).waitFor()
  if (options.pictures) await office.page.screenshot({ path: join(options.pictures, 'tasks-console.png') })
  assert.deepEqual(office.errors, [], 'the page logged no errors')
  step('the console draws again with the same result, and shows the task as done')
} finally {
  await office?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
