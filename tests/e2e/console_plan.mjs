// An annual plan proposed in the console, approved by another head, published and corrected there, in Chromium; a draw of
// its batch by the command line, made again by the twenty lines of DRAW.md, its tasks assigned; and the console's list
// says what was drawn against the quota.
//
//   node tests/e2e/console_plan.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, plumb, Server, writeJson } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-plan-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`console_plan: ${text}`)
let page
const picture = async (name) => options.pictures && page.page.screenshot({ path: join(options.pictures, `${name}.png`), fullPage: false })
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const year = day(0).slice(0, 4)
const batch = '第四季度监督抽查'

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  const sites = Array.from({ length: 14 }, (_, i) => ({ id: `site-${String(i).padStart(2, '0')}`, name: `永昌县示范区 ${i + 1} 号（示例）`, region: '620321', point: { lat: 38.2 + i / 100, lon: 101.9 }, risk_grade: i < 10 ? 'A' : 'D' }))
  people.publish(compiled('6a'), writeJson(join(folder, 'sites.json'), { sites }))
  for (const [name, text] of [['first', '检查员甲'], ['second', '检查员丙'], ['third', '检查员戊'], ['fourth', '检查员己']]) people.enrol(name, people.invite(text, 'inspector', '--region', '62'))
  people.enrol('head', people.invite('负责人丁', 'supervisor', '--region', '62'))
  people.sync('head')

  page = await ConsolePage.open(server.url)
  await page.enrol(people.invite('计划员乙', 'supervisor', '--region', '6203', '--suite', 'ES256'))
  await page.page.goto(`${server.url}/#/plans`)
  await page.at('no-plans').waitFor()
  await page.at('new-plan').click()
  await page.at('plan-name').fill(`${year} 年度行政检查计划`)
  await page.at('batch-name').fill(batch)
  await page.choose('batch-checklist', '6a')
  await page.at('batch-quota').fill('4')
  await page.at('batch-strata').fill('D 50%，A 二成')
  await page.at('sign-plan').click()
  await page.page.getByText('写明计划的依据。').waitFor()
  assert.equal(await page.at('plan-lacks').count(), 2, 'the basis, and strata that nobody can read')
  await page.at('plan-basis').fill('国办发〔2024〕54号')
  await page.at('plan-most').fill('2')
  await page.at('batch-strata').fill('D 50%，A 20%')
  await picture('plan-form')
  await page.at('sign-plan').click()
  const card = page.page.locator('[data-test=plan]')
  await card.waitFor()
  await page.at('plan-own').waitFor()
  await picture('plan-proposed')
  assert.equal(await page.at('approve-plan').count(), 0, 'nobody is offered her own')
  const id = await card.getAttribute('data-id')
  people.sync('head')
  assert.throws(() => plumb('plan', 'publish', ...at('head'), id, '--where', '门户网站'), /plan_unapproved/)
  plumb('plan', 'approve', ...at('head'), id, '--reason', '同意')
  people.sync('head')
  await page.page.reload()
  await page.at('publish-plan').click()
  await page.at('plan-act-text').fill('县政府门户网站“双随机、一公开”专栏')
  await page.at('sign-plan-act').click()
  await page.page.locator('[data-test=plan][data-state=published]').waitFor()
  step('proposed, approved by another head, published')

  people.sync('head')
  const commit = (...ratios) => plumb('draw', 'commit', ...at('head'), '--region', '6203', '--title', batch, ...ratios.flatMap((r) => ['--ratio', r]), '--plan', id, '--batch', batch)
  assert.throws(() => commit('A=100', 'D=500'), /plan_differs/)
  const { id: draw } = commit('A=200', 'D=500')
  people.publish(writeJson(join(folder, 'more.json'), { sites: [{ ...sites[0], id: 'later', name: '后来的（示例）' }] })) // somebody else's line decides
  people.sync('head')
  plumb('draw', 'reveal', ...at('head'), draw)
  const file = join(folder, 'draw.json')
  plumb('draw', 'export', ...at('head'), draw, '-o', file)
  const script = /```python\n([\s\S]*?)```/.exec(readFileSync(new URL('../../shared/records/planning/DRAW.md', import.meta.url), 'utf8'))[1]
  writeFileSync(join(folder, 'replay.py'), script)
  const again = JSON.parse(execFileSync('python3', [join(folder, 'replay.py'), file], { encoding: 'utf8' }))
  assert.equal(again.drawn.length, 4, 'two of ten, and two of four')
  plumb('draw', 'assign', ...at('head'), draw, '--checklist', '6a', '--due', day(7), '--asked', day(0))
  people.sync('head')
  step('drawn by the strata of the plan, made again by the script, assigned')

  await page.page.reload()
  await page.at('plan-batch').waitFor()
  assert.match(await page.at('plan-batch').innerText(), /\b4\b[\s\S]*\b4\b[\s\S]*0 \/ 4/, 'planned 4, drawn 4, done 0')
  await picture('plan-drawn')
  await page.at('correct-plan').click()
  await page.at('batch-quota').fill('6')
  await page.at('sign-plan').click()
  await page.at('plan-lacks').waitFor()
  await page.at('plan-why').fill('群众反映较多，扩大抽查')
  // The batches from a table: one that is wrong is told by row and column, and takes nothing.
  const head = '批次,种类,检查表,起,止,风险等级,比例,计划数,10月,11月,12月'
  const table = (name, rows) => { writeFileSync(join(folder, name), `${[head, ...rows].join('\n')}\n`); return join(folder, name) }
  await page.at('plan-file').setInputFiles(table('wrong.csv', [`${batch},日常,6a,${year}-10-01,${year}-12-31,A,20,,1,1,2`, `${batch},,,,,D,50%,3,1,1,0`]))
  await page.at('plan-faults').waitFor()
  assert.deepEqual((await page.at('plan-faults').locator('tbody tr').evaluateAll((rows) => rows.map((r) => [...r.cells].slice(0, 2).map((c) => c.textContent)))), [['2', '比例'], ['3', '计划数']])
  assert.equal(await page.at('batch-quota').inputValue(), '6', 'nothing was taken')
  await picture('plan-faults')
  await page.at('plan-file').setInputFiles(table('right.csv', [`${batch},日常,6a,${year}-10-01,${year}-12-31,A,20%,,1,1,2`, `${batch},,,,,D,50%,2,1,1,0`]))
  await page.at('plan-taken').waitFor()
  assert.equal(await page.at('batch-quota').inputValue(), '6', 'the months of both strata together')
  assert.match(await page.at('batch-months').innerText(), /10月 2 · 11月 2 · 12月 2/)
  // What does not count as a visit needs its source.
  await page.at('add-uncounted').click()
  await page.at('uncounted-what').selectOption('acceptance')
  await page.at('sign-plan').click()
  await page.page.getByText('不计入上限的，每一种写一次').waitFor()
  await page.at('uncounted-source').fill('县局〔2026〕3号')
  await picture('plan-correct')
  await page.at('sign-plan').click()
  await page.page.locator('[data-test=plan][data-state=proposed]').waitFor()
  assert.equal(await page.at('plan-version').count(), 2, 'both versions are there')
  assert.match(await page.at('plan-batch').innerText(), /0 \/ 4/, 'the published one is in force')
  await picture('plan-corrected')
  assert.match(await page.at('plan-changes').innerText(), new RegExp(batch), 'the months are a change')
  people.sync('head')
  plumb('plan', 'approve', ...at('head'), id)
  people.sync('head')
  await page.page.reload()
  await page.at('publish-plan').click()
  await page.at('plan-act-text').fill('县政府门户网站')
  await page.at('sign-plan-act').click()
  await page.page.locator('[data-test=plan][data-state=published]').waitFor()
  assert.match(await page.at('plan-counts').innerText(), /目标考核（县局〔2026〕3号）/)
  assert.match(await page.at('plan-months').innerText(), /10月 2/)
  await picture('plan-months')
  // Another plan for the same region and year is told whose place it would take.
  await page.at('new-plan').click()
  await page.at('plan-stands').waitFor()
  await page.page.keyboard.press('Escape')
  for (const [width, height] of [[412, 915], [2560, 1440]]) {
    await page.page.setViewportSize({ width, height })
    const wide = await page.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(wide <= 0, `nothing stands out at ${width} px`)
    await picture(`plan-${width}`)
  }
  assert.deepEqual(page.errors, [])
  step('counted against its quota, corrected by a version of its own')
} finally {
  await page?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
