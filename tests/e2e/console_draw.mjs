// A draw in the console from a plan's batch to the tablets: its pool is frozen of what the browser proved, committed, revealed
// once somebody else has written, made again by the browser, by `plumb draw verify` and by the twenty lines of DRAW.md, and its
// tasks assigned in one go through a network that ends in the middle; two tasks of one site become one visit. In between what must
// not pass: a pool that is not the one that was committed, an old checkpoint, a certificate that ends too early.
//
//   node tests/e2e/console_draw.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-draw-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`console_draw: ${text}`)
let page
const picture = async (name) => options.pictures && page.page.screenshot({ path: join(options.pictures, `${name}.png`), fullPage: false })
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const year = Number(day(0).slice(0, 4))
const batch = '第四季度监督抽查'
const axe = readFileSync(join(top, 'sync-server/console/node_modules/axe-core/axe.min.js'), 'utf8')
async function accessible(where) {
  await page.page.evaluate(axe)
  const { violations } = await page.page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' | ')}`), [], where)
}
async function widths(name, all) {
  for (const [width, height] of all) {
    await page.page.setViewportSize({ width, height })
    const wide = await page.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(wide <= 0, `nothing stands out of ${name} at ${width} px`)
    await picture(`${name}-${width}`)
  }
  await page.page.setViewportSize({ width: 1440, height: 900 })
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  const kinds = ['设施蔬菜示范区', '高原夏菜示范基地', '马铃薯良种繁育合作社', '草食畜标准化养殖场', '中药材种植基地']
  const site = (n, grade) => ({ id: `site-${String(n).padStart(2, '0')}`, name: `永昌县${kinds[n % kinds.length]} ${n} 号（示例）`, region: '620321', point: { lat: 38.2 + n / 100, lon: 101.9 }, ...(grade && { risk_grade: grade }) })
  const sites = [...Array.from({ length: 24 }, (_, n) => site(n + 1, n < 14 ? 'A' : n < 20 ? 'C' : 'D')), site(25, 'B'), site(26, '')]
  people.publish(compiled('6a'), compiled('6b'), writeJson(join(folder, 'sites.json'), { sites }))
  const inspectors = [['甲', `${year}-12`], ['乙', `${year + 2}-06`], ['丙', `${year}-12`], ['丁', `${year + 2}-06`], ['戊', `${year + 2}-06`], ['己', `${year}-12-15`]]
  for (const [name, until] of inspectors) people.enrol(name, people.invite(`检查员${name}`, 'inspector', '--region', '62', '--certificate', `甘-${name}`, '--certificate-until', until))
  people.enrol('head', people.invite('负责人丁', 'supervisor', '--region', '62'))
  people.sync('head')
  people.sync('admin')

  page = await ConsolePage.open(server.url)
  await page.enrol(people.invite('计划员乙', 'supervisor', '--region', '6203', '--suite', 'ES256'))
  await page.page.goto(`${server.url}/#/draws`)
  await page.at('no-draws').waitFor()
  await picture('draw-none')

  const plan = { title: `${year} 年度行政检查计划`, basis: '国办发〔2024〕54号', year, most: 2, batches: [
    { name: '第三季度监督抽查', kind: 'routine', checklist: '6a', from: `${year}-07-01`, until: `${year}-09-30`, quota: 4, team: 2, strata: [{ name: 'D', permille: 500 }] },
    { name: batch, kind: 'routine', checklist: '6a', from: `${year}-10-01`, until: `${year}-12-31`, quota: 6, team: 2, strata: [{ name: 'A', permille: 100 }, { name: 'C', permille: 200 }, { name: 'D', permille: 500 }] },
  ] }
  const { id } = plumb('plan', 'propose', ...at('head'), '--region', '6203', writeJson(join(folder, 'plan.json'), plan))
  people.sync('head')
  people.enrol('deputy', people.invite('负责人戊', 'supervisor', '--region', '62'))
  people.sync('deputy')
  plumb('plan', 'approve', ...at('deputy'), id)
  people.sync('deputy')
  people.sync('head')
  plumb('plan', 'publish', ...at('head'), id, '--where', '县政府门户网站')
  people.sync('head')

  // --- the pool ---
  await page.page.reload()
  await page.page.locator(`[data-test=draw-batch][data-batch="${batch}"]`).getByTestId('begin-draw').click()
  await page.at('pool-sum').waitFor()
  assert.match(await page.at('pool-sum').innerText(), /24 户、5 名检查员；共抽 6 户/)
  const left = await page.at('left-out').allInnerTexts()
  assert.equal(left.length, 3, left.join('; '))
  for (const word of [/没有写风险等级/, /风险等级 B 不在/, new RegExp(`执法证 ${year}-12-15 到期`)]) assert.ok(left.some((text) => word.test(text)), String(word))
  const hash = await page.at('pool-hash').getAttribute('data-hash')
  await picture('draw-pool')
  await accessible('the pool')
  await page.at('draw-title').fill('')
  await page.at('sign-commit').click()
  await page.page.getByText('写明抽查名称。').waitFor()
  await page.at('draw-title').fill(`${year} 年第四季度监督抽查`)
  // Who is known to be out is bound with the pool, before anybody knows the seed.
  await page.at('bound-search').fill('检查员戊')
  await page.page.keyboard.press('Enter')
  await page.at('sign-commit').click()
  await page.page.getByText('每一项排除都要写明原因。').waitFor()
  await page.at('bound-reason').fill('申请回避')
  await picture('draw-bound')
  await accessible('the pool with who is excluded')
  await page.at('sign-commit').focus()
  await page.page.keyboard.press('Enter')
  const chip = page.page.locator('[data-test=draw]')
  await page.page.locator('[data-test=draw][data-state=committed]').waitFor()
  const draw = await chip.getAttribute('data-id')
  assert.equal(await page.at('draw-pool').getAttribute('data-hash'), hash, 'what was shown is what was committed')
  await page.at('draw-none').waitFor()
  await picture('draw-committed')
  await accessible('a committed draw')
  step('the pool was frozen of what the browser proved, and committed with its file')

  // --- not yet, and what must not decide ---
  const asked = async (state) => {
    await page.at('reveal').click()
    await page.page.locator(`[data-test=reveal-dialog][data-state=${state}]`).waitFor()
  }
  await asked('waits')
  await picture('draw-waits')
  await page.page.keyboard.press('Escape')
  people.sync('head')
  const feedback = writeJson(join(folder, 'more.json'), { sites: [{ ...site(27, 'A'), name: '后来公布的（示例）' }] })
  people.publish(feedback) // another person's line
  const intercept = async (pattern, change) => page.page.route(pattern, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: change(await response.body()) })
  })
  const ofDraw = `**/v1/query/draws/${draw}`
  const told = async (change) => intercept(ofDraw, (bytes) => JSON.stringify(change(JSON.parse(bytes))))
  await told((answer) => ({ ...answer, deciding: { ...answer.deciding, size: answer.index + 1 } }))
  await asked('fault')
  assert.match(await page.at('reveal-fault').innerText(), /承诺时就有了/)
  await page.page.unroute(ofDraw)
  await told((answer) => ({ ...answer, deciding: { ...answer.deciding, root: Buffer.alloc(32, 7).toString('base64') } }))
  await page.at('reveal-again').click()
  await page.page.getByText('不是决定这次抽查的那一个').waitFor()
  await page.page.unroute(ofDraw)
  await intercept(`**/v1/files/${hash}`, (bytes) => Buffer.from(bytes.toString().replace('site-01\n', 'site-99\n')))
  await page.at('reveal-again').click()
  await page.page.getByText('名录在承诺以后被改过').waitFor()
  await picture('draw-fault')
  await page.page.unroute(`**/v1/files/${hash}`)
  await page.at('reveal-again').click()
  step('a reveal too early, by an old or another checkpoint, or from another pool, is told and signed by nobody')

  // --- the reveal, with exclusions ---
  await page.page.locator('[data-test=reveal-dialog][data-state=ready]').waitFor()
  assert.equal(await page.at('reveal-deciding').getAttribute('data-deciding'), 'proved')
  assert.match(await page.at('reveal-bound').innerText(), /检查员戊/)
  await page.at('exclude-search').fill('检查员戊')
  assert.equal(await page.at('exclude-choice').count(), 0, 'whoever is excluded already is not offered')
  await page.at('exclude-search').fill('22 号')
  await page.page.keyboard.press('Enter')
  await page.at('sign-reveal').click()
  await page.at('reveal-lacks').waitFor()
  const reasons = page.at('exclusion-reason')
  await reasons.nth(0).fill('已注销，附登记截图')
  const arose = page.at('exclusion-arose')
  const now = await arose.inputValue()
  await arose.fill('2020-01-01')
  await arose.blur()
  assert.equal(await arose.evaluate((input) => input.validity.valid), false, 'a day before the commitment is at fault')
  await arose.fill(now)
  await picture('draw-reveal')
  await accessible('the reveal')
  await page.at('sign-reveal').click()
  await page.page.locator('[data-test=draw][data-state=revealed]').waitFor()
  await page.at('draw-same').waitFor()
  assert.equal(await page.at('draw-same').getAttribute('data-deciding'), 'proved')
  const rows = () => page.at('draw-row').evaluateAll((all) => all.map((row) => row.dataset.site))
  const drawn = await rows()
  assert.equal(drawn.length, 6, 'two of fourteen, two of six, two of four')
  assert.ok(!drawn.includes('site-22'))
  assert.deepEqual(await page.at('draw-excluded').evaluateAll((all) => all.map((one) => one.dataset.late)), ['false', 'true'], 'what came after the commitment stands apart')
  await picture('draw-revealed')
  await accessible('a revealed draw')
  const [saved] = await Promise.all([page.page.waitForEvent('download'), page.at('draw-file').click()])
  const file = join(folder, 'draw.json')
  await saved.saveAs(file)
  const script = /```python\n([\s\S]*?)```/.exec(readFileSync(join(top, 'shared/records/planning/DRAW.md'), 'utf8'))[1]
  writeFileSync(join(folder, 'replay.py'), script)
  const again = JSON.parse(execFileSync('python3', [join(folder, 'replay.py'), file], { encoding: 'utf8' }))
  assert.deepEqual(again.drawn, drawn, 'the stranger’s script draws what the page shows')
  assert.equal(again.seed, await page.at('draw-same').getAttribute('data-seed'))
  people.sync('head')
  const verified = plumb('draw', 'verify', file)
  assert.deepEqual([verified.seed, verified.excluded, verified.late], [again.seed, 2, 1])
  // A home that did not commit holds no pool: what decides is proved without it, and the file is made by fetching it.
  people.sync('deputy')
  assert.ok(['proved', 'unknown'].includes(plumb('draw', 'verify', file, '--home', people.home('deputy')).deciding))
  plumb('draw', 'export', ...at('deputy'), draw, '-o', join(folder, 'fetched.json'))
  assert.deepEqual(JSON.parse(readFileSync(join(folder, 'fetched.json'), 'utf8')), JSON.parse(readFileSync(file, 'utf8')))
  step('revealed, and made again by the browser, the command line and twenty lines of Python')

  // --- the tasks ---
  await page.at('assign').click()
  await page.at('assign-ready').waitFor()
  await page.at('assign-due').fill(`${year + 1}-01-20`)
  await page.at('team-fault').first().waitFor()
  assert.match(await page.at('team-fault').first().innerText(), new RegExp(`检查员[甲丙]的执法证 ${year}-12-31 到期，早于任务期限`))
  await picture('draw-assign-over')
  await accessible('assigning, with certificates that end')
  await page.at('assign-due').fill(`${year}-12-31`)
  await page.page.getByText('可以派发 6 项').waitFor()
  assert.equal(await page.at('assign-held').count(), 0)
  await page.at('assign-instructions').fill('与县局同行，重点看用药记录。')
  await picture('draw-assign')
  let pushes = 0
  await page.page.route('**/v1/records?have=*', (route) => (route.request().method() === 'POST' && ++pushes > 2 ? route.abort() : route.continue()))
  await page.at('sign-assign').click()
  await page.at('assign-stopped').waitFor()
  await picture('draw-assign-stopped')
  await page.page.unroute('**/v1/records?have=*')
  await page.at('sign-assign').click()
  await page.at('assign-over').waitFor()
  await page.page.getByText('可以派发 0 项').waitFor()
  assert.equal(await page.page.getByText('连不上服务器').count(), 0, 'what is over is not said any more')
  await page.at('assign-close').click()
  await page.page.locator('[data-test=draw][data-phase=assigned]').waitFor()
  await picture('draw-assigned')
  people.sync('head')
  const all = plumb('task', 'list', ...at('head')).items
  assert.deepEqual(all.map((one) => one.site).sort(), [...drawn].sort(), 'each once, however the network was')
  const team = all.find((one) => one.site === drawn[0]).says.team
  const name = inspectors.map(([n]) => n).find((n) => team.includes(people.persons.get(`检查员${n}`)))
  people.sync(name)
  assert.ok(plumb('task', 'list', ...at(name)).items.some((one) => one.site === drawn[0]), 'her device has it')
  step('assigned in one go through a network that ended in the middle; her device has it')

  await page.page.locator('[data-test=draw-row]').first().focus()
  await page.page.keyboard.press('j')
  assert.equal(await page.page.evaluate(() => document.activeElement?.dataset.site), drawn[1])
  await widths('draw', [[412, 915], [768, 1024], [1180, 800], [2560, 1440]])

  // --- two tasks of one site become one visit ---
  const second = plumb('task', 'assign', ...at('head'), '--site', drawn[0], '--checklist', '6b', '--due', `${year}-12-30`, '--team', people.persons.get('检查员戊')).task
  people.sync('head')
  await page.at('nav-tasks').click()
  const later = page.page.locator(`[data-test=task][data-id="${all.find((one) => one.site === drawn[0]).id}"]`)
  await later.getByTestId('task-beside').waitFor()
  await picture('tasks-beside')
  await accessible('tasks that could be one visit')
  await later.getByTestId('join-tasks').click()
  await page.at('joint-comes').waitFor()
  assert.equal(await page.at('joint-task').count(), 2)
  await page.at('joint-team').nth(1).check()
  await page.page.getByText('改派 2 项').waitFor()
  await picture('tasks-joint')
  await accessible('the joint visit')
  await page.at('sign-joint').click()
  await page.at('joint-dialog').waitFor({ state: 'hidden' })
  people.sync('head')
  const joined = plumb('task', 'list', ...at('head')).items.filter((one) => one.site === drawn[0])
  assert.deepEqual(joined.map((one) => one.says.due), [`${year}-12-30`, `${year}-12-30`])
  assert.deepEqual(...joined.map((one) => [...one.says.team].sort()))
  assert.ok(joined.some((one) => one.id === second) && joined.every((one) => /综合查一次/.test(one.says.instructions)))
  people.sync(name)
  assert.equal(plumb('task', 'list', ...at(name)).items.filter((one) => one.site === drawn[0]).length, 2, 'her device has both')
  step('two tasks of one site became one visit, by signed lines')

  // --- the burden guard: the plan's cap is two visits, and two tasks are open ---
  await page.at('new-task').click()
  await page.at('site-search').fill(drawn[0])
  await page.at('site-choice').first().click()
  await page.page.locator(`[data-test=task-person][value="${people.persons.get('检查员乙')}"]`).check()
  await page.choose('task-checklist', '6a')
  await page.at('task-due').fill(`${year}-12-31`)
  await page.at('burden').waitFor()
  assert.match(await page.at('burden').innerText(), /已检查 0 次、待办 2 项，再派就超过公布的每户每年 2 次/)
  await page.at('sign-task').click()
  await picture('task-burden')
  await accessible('a task that exceeds the cap')
  assert.ok(await page.at('task-dialog').isVisible(), 'nothing was signed')
  await page.page.keyboard.press('Escape')
  await page.at('nav-checks').click()
  await page.at('new-check').click()
  await page.at('site-search').fill(drawn[0])
  await page.at('site-choice').first().click()
  for (const one of ['检查员乙', '检查员丁']) await page.page.locator(`[data-test=task-person][value="${people.persons.get(one)}"]`).check()
  await page.choose('check-checklist', '6a')
  await page.at('check-planned').fill(`${year}-12-31`)
  await page.at('check-counted').waitFor()
  assert.equal(await page.at('check-made').inputValue(), '2')
  assert.equal(await page.at('check-most').inputValue(), '2')
  await page.at('check-reason').fill('接到投诉举报')
  await page.at('check-basis').fill('国办发〔2024〕54号')
  await page.at('sign-check').click()
  await page.at('check-over').fill('投诉涉及用药安全，不能等到明年')
  await picture('check-over')
  await page.at('sign-check').click()
  const check = page.page.locator('[data-test=check]').first()
  await check.waitFor()
  people.sync('deputy')
  plumb('check', 'approve', ...at('deputy'), await check.getAttribute('data-id'))
  people.sync('deputy')
  await page.page.reload()
  await page.at('assign-check').click()
  await page.at('task-due').fill(`${year}-12-31`)
  await page.at('sign-task').click()
  await page.at('task-dialog').waitFor({ state: 'hidden' })
  await page.page.waitForFunction(() => document.querySelector('[data-test=assign-check]') === null)
  people.sync('head')
  assert.equal(plumb('task', 'list', ...at('head')).items.filter((one) => one.site === drawn[0]).length, 3)
  step('a third visit beyond the cap is refused, and goes with its reason and a second signature')

  await page.page.getByText('English', { exact: true }).first().click()
  await page.page.goto(`${server.url}/#/draws`)
  await page.at('draw-same').waitFor()
  await picture('draw-english')
  await widths('draw-english', [[412, 915], [1180, 800]])
  assert.deepEqual(page.errors.filter((text) => !/ERR_FAILED|Failed to load resource/.test(text)), [])
} finally {
  await page?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
