// An office's year once, in the order in which it is lived: an annual plan is proposed in the console, approved by another
// head and published; its batch is drawn there, and a stranger's twenty lines draw the same; the tasks go to the tablets;
// the inspector accepts hers, checks, and signs on glass; the supervisor verifies and accepts it; the statistics and the
// plan count it; the result is published, read without scripts, and proved by somebody who has no account.
//
//   node tests/e2e/office_year.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { document, photoItems } from './answers.mjs'
import { itemSteps, unlock } from './app_inspector.mjs'
import { AppPerson, signedTogether } from './app_person.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
// The tablet's day is that of its zone: China's, wherever and whenever the test runs.
process.env.TZ = 'Asia/Shanghai'
const folder = mkdtempSync(join(tmpdir(), 'plumb-year-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`office_year: ${text}`)
let page
const picture = async (name) => options.pictures && page.page.screenshot({ path: join(options.pictures, `${name}.png`), fullPage: true })
const day = (days) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const year = Number(day(0).slice(0, 4))
const batch = '年度监督抽查'
const programme = '农业标准化示范区'
const pass = JSON.parse(readFileSync(join(top, 'tests/unit/checklist/fixtures/6a-pass.json'), 'utf8'))
const photographed = [...photoItems, '4', '11', '12']

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  const sites = Array.from({ length: 6 }, (_, n) => ({ id: `veg-${n}`, name: `永昌县设施蔬菜示范区 ${n + 1} 号（示例）`, region: '620321', programme, risk_grade: n < 4 ? 'A' : 'D', point: { lat: 38.2 + n / 100, lon: 101.9 } }))
  people.publish(compiled('6a'), writeJson(join(folder, 'sites.json'), { sites }))
  for (const [name, said] of [['inspector', '检查员甲'], ['second', '检查员丙']]) people.enrol(name, people.invite(said, 'inspector', '--region', '62', '--certificate', `甘-${name}`, '--certificate-until', `${year + 2}-06`))
  people.enrol('head', people.invite('负责人丁', 'supervisor', '--region', '62'))
  people.sync('head')

  // --- the plan ---
  page = await ConsolePage.open(server.url)
  await page.enrol(people.invite('计划员乙', 'supervisor', '--region', '62', '--suite', 'ES256'))
  await page.page.goto(`${server.url}/#/plans`)
  await page.at('new-plan').click()
  await page.at('plan-name').fill(`${year} 年度行政检查计划`)
  await page.at('plan-basis').fill('国办发〔2024〕54号')
  await page.at('plan-most').fill('2')
  await page.at('batch-name').fill(batch)
  await page.choose('batch-checklist', '6a')
  await page.at('batch-quota').fill('2')
  await page.at('batch-strata').fill('A 25%，D 50%')
  await page.at('sign-plan').click()
  const plan = await page.page.locator('[data-test=plan]').getAttribute('data-id')
  people.sync('head')
  plumb('plan', 'approve', ...at('head'), plan, '--reason', '同意')
  people.sync('head')
  await page.page.reload()
  await page.at('publish-plan').click()
  await page.at('plan-act-text').fill('县政府门户网站')
  await page.at('sign-plan-act').click()
  await page.page.locator('[data-test=plan][data-state=published]').waitFor()
  await picture('year-plan')
  step('the plan is proposed, approved by another head, and published')

  // --- the draw ---
  await page.at('nav-draws').click()
  await page.page.locator(`[data-test=draw-batch][data-batch="${batch}"]`).getByTestId('begin-draw').click()
  await page.at('pool-sum').waitFor()
  await page.at('sign-commit').click()
  await page.page.locator('[data-test=draw][data-state=committed]').waitFor()
  people.publish(writeJson(join(folder, 'more.json'), { sites: [{ ...sites[0], id: 'later', name: '后来公布的（示例）' }] })) // somebody else's line decides
  await page.at('reveal').click()
  await page.page.locator('[data-test=reveal-dialog][data-state=ready]').waitFor()
  await page.at('sign-reveal').click()
  await page.page.locator('[data-test=draw][data-state=revealed]').waitFor()
  await page.at('draw-same').waitFor()
  const drawn = await page.at('draw-row').evaluateAll((rows) => rows.map((row) => row.dataset.site))
  assert.equal(drawn.length, 2, 'one of four, and one of two')
  const [saved] = await Promise.all([page.page.waitForEvent('download'), page.at('draw-file').click()])
  const file = join(folder, 'draw.json')
  await saved.saveAs(file)
  writeFileSync(join(folder, 'replay.py'), /```python\n([\s\S]*?)```/.exec(readFileSync(join(top, 'shared/records/planning/DRAW.md'), 'utf8'))[1])
  assert.deepEqual(JSON.parse(execFileSync('python3', [join(folder, 'replay.py'), file], { encoding: 'utf8' })).drawn, drawn)
  step('drawn in the console, and again by a stranger’s script')

  // --- the tasks ---
  await page.at('assign').click()
  await page.at('assign-ready').waitFor()
  await page.at('assign-due').fill(day(5))
  await page.page.getByText('可以派发 2 项').waitFor()
  await page.at('sign-assign').click()
  await page.at('assign-over').waitFor()
  await page.at('assign-close').click()
  await page.page.locator('[data-test=draw][data-phase=assigned]').waitFor()
  await picture('year-draw')

  // --- the check on the tablet ---
  const inspector = new AppPerson(people, folder, 'inspector', options.pictures)
  await inspector.sync()
  const photos = [writePhoto(join(folder, 'photo-1.png'), 'greenhouse', 3, 800, 600), writePhoto(join(folder, 'photo-2.png'), 'label', 5, 800, 600)]
  const filled = document.sections.flatMap((section) => [{ tap: `section_${section.id}` }, ...section.items.flatMap((item, n) => itemSteps(item, n === 0, photos, pass, photographed))])
  // A team of two: the check begins once both have accepted.
  await inspector.work([{ tap: 'task0' }, { wait: 'taskState', is: '等您答复' }, { tap: 'taskAccept' }, ...unlock, { wait: 'taskState', is: '您已接受，等另一名检查员答复' }, { screenshot: 'year-task.png' }])
  await inspector.sync()
  people.sync('second')
  for (const { id } of plumb('task', 'list', ...at('second')).items) plumb('task', 'accept', ...at('second'), id)
  people.sync('second')
  await inspector.sync()
  const mine = plumb('task', 'list', ...at('inspector')).items.findIndex((one) => one.state === 'accepted')
  await inspector.work([{ tap: `task${mine}` }, { wait: 'taskState', is: '已接受' }, { tap: 'taskStart' }, { wait: 'itemNo' },
    ...filled, { wait: 'saveState', contains: '已存' }, { tap: 'review' }, { screenshot: 'year-before-signing.png' }, { tap: 'goSign' }, ...signedTogether, { screenshot: 'year-sealed.png' }])
  await inspector.sync()
  const [record] = people.list('inspector', 'inspection.submitted').records
  const shown = people.show('inspector', record.id)
  const body = shown.payload.body
  assert.ok(drawn.includes(shown.payload.site), 'the check is of a site that was drawn')
  assert.equal(body.score.grade, 'conform')
  step('accepted, checked and signed on the tablet')

  // --- the review ---
  const rows = await page.record('queue', record.id)
  assert.ok(rows.every((row) => row.state === 'ok'), JSON.stringify(rows))
  await picture('year-record')
  await page.decide('accept', '同意')
  await page.at('nav-tasks').click()
  await page.page.locator(`[data-test=task][data-id="${body.task}"][data-state=done]`).waitFor()
  await page.at('nav-plans').click()
  await page.at('plan-batch').waitFor()
  assert.match(await page.at('plan-batch').innerText(), /1 \/ 2/, 'one of the plan’s two is done')

  // --- the statistics ---
  await page.at('nav-statistics').click()
  await page.at('figure-checks').waitFor()
  assert.equal(await page.at('figure-checks').innerText(), '1')
  assert.match(await page.page.locator('[data-test=cell-programmes]').innerText(), /样本太少/, 'one check tells no rate')
  await picture('year-statistics')
  step('verified and accepted in the browser; the task, the plan and the statistics count it')

  // --- the publication ---
  await page.at('nav-publishing').click()
  await page.at('publish').click()
  await page.at('publish-where').fill('县局网站“检查结果公示”栏')
  await page.at('sign-publication').click()
  await page.at('publishing-done').waitFor()
  await page.at('publishing-filter').selectOption('published')
  await page.page.locator('[data-test=result][data-state=published]').waitFor()
  const read = await page.page.context().browser()?.newContext({ ignoreHTTPSErrors: true, javaScriptEnabled: false })
  const outside = read ?? page.context
  const published = await (await outside.request.get(`${server.url}/published?programme=${encodeURIComponent(programme)}`)).text()
  assert.ok(published.includes(sites.find((site) => site.id === shown.payload.site).name))
  const program = join(folder, 'prove_publication.py')
  writeFileSync(program, await (await outside.request.get(`${server.url}/prove_publication.py`)).text())
  const proof = join(folder, 'proof.json')
  writeFileSync(proof, await (await outside.request.get(`${server.url}/v1/public/publications/${record.id}`)).text())
  const proved = spawnSync('python3', [program, proof], { encoding: 'utf8' })
  assert.equal(proved.status, 0, proved.stderr)
  assert.match(proved.stdout, /^PROVED: record/)
  await read?.close()
  await picture('year-published')
  assert.deepEqual(page.errors, [])
  step('published, and proved by somebody without an account')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  if (page && options.pictures) await page.page.screenshot({ path: join(options.pictures, 'failed.png') })
  throw error
} finally {
  await page?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
