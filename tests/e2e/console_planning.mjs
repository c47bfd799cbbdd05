// A check proposed, approved and assigned in the console, and its result published there, in Chromium: what the form says is
// what is signed, the proposer is not offered her own decision, and a person's name is not published.
//
//   node tests/e2e/console_planning.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, Server, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-planned-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`console_planning: ${text}`)
let page
const picture = async (name) => options.pictures && page.page.screenshot({ path: join(options.pictures, `${name}.png`), fullPage: false })

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), writeJson(join(folder, 'sites.json'), { sites: [{ id: 'veg', name: '永昌县丰乐设施蔬菜农民专业合作社（示例）', code: '93620321MA0000007K', region: '620321', point: { lat: 38.2466, lon: 101.9677 } }] }))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.enrol('second', people.invite('检查员丙', 'inspector', '--region', '62'))
  people.enrol('head', people.invite('负责人丁', 'supervisor', '--region', '62'))
  for (const name of ['inspector', 'second', 'head']) people.sync(name)

  page = await ConsolePage.open(server.url)
  await page.enrol(people.invite('审核员乙', 'supervisor', '--region', '62', '--suite', 'ES256'))
  await page.page.goto(`${server.url}/#/checks`)
  await page.at('new-check').click()
  const dialog = page.at('check-dialog')
  await dialog.getByTestId('site-search').fill('丰乐')
  await page.at('choice').first().click()
  await dialog.getByTestId('task-person').nth(1).waitFor() // all() waits for nobody
  for (const person of await dialog.getByTestId('task-person').all()) await person.check()
  await page.choose('check-checklist', '6a')
  await page.at('check-planned').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10))
  await page.at('check-reason').fill('年度计划内的日常检查')
  await page.at('sign-check').click()
  assert.equal(await page.at('check-lacks').count(), 1, 'the basis is missing')
  await page.at('check-basis').fill('《中华人民共和国标准化法》第三十二条')
  await picture('check-form')
  await page.at('sign-check').click()
  const card = page.page.locator('[data-test=check]')
  await card.waitFor()
  await picture('checks-own')
  assert.equal(await page.at('approve-check').count(), 0, 'nobody is offered her own')
  const id = await card.getAttribute('data-id')
  people.sync('head')
  plumb('check', 'approve', ...at('head'), id)
  people.sync('head')
  await page.page.reload()
  await page.at('assign-check').click()
  await page.at('task-asked').waitFor()
  await picture('check-assign')
  await page.at('sign-task').click()
  await page.page.getByText('已派发任务').waitFor()
  await picture('checks-approved')
  step('proposed, approved by another head, assigned')

  for (const name of ['inspector', 'head']) people.sync(name)
  const { task } = plumb('check', 'list', ...at('inspector')).items.find((one) => one.id === id)
  const photos = photoItems.flatMap((item, n) => ['--file', `${item}=${writePhoto(join(folder, `p${n}.png`), 'label', n, 640, 480)}`])
  plumb('inspect', ...at('inspector'), '--task', task, '--answers', writeJson(join(folder, 'answers.json'), found), ...photos, '--refused', '有异议', '--witness', '村委会见证人')
  people.sync('inspector')
  await page.page.goto(`${server.url}/#/publishing`)
  await page.at('waits-review').waitFor()
  assert.equal(await page.at('publish').count(), 0, 'not before a review has accepted it')
  await picture('publishing-waits')
  people.sync('head')
  const [made] = people.list('head', 'inspection.submitted').records
  plumb('review', ...at('head'), made.id, '--accept')
  people.sync('head')
  new SecondReviewer(people).accept(made.id)
  await page.page.reload()
  await page.at('publish').click()
  await page.at('publish-result').waitFor()
  await page.at('publish-where').fill('见证人：村委会见证人')
  await page.at('publish-personal').waitFor()
  assert.ok(await page.at('sign-publication').isDisabled())
  await page.at('publish-where').fill('县局网站“检查结果公示”栏')
  await picture('publish-form')
  await page.at('sign-publication').click()
  await page.at('publishing-done').waitFor()
  await page.at('publishing-filter').selectOption('published')
  await page.page.locator('[data-test=result][data-state=published]').waitFor()
  await picture('published')
  const shown = page.page.context().waitForEvent('page')
  await page.at('public-page').click()
  assert.equal((await (await shown).locator('h1').innerText()).startsWith('永昌县丰乐'), true)
  await (await shown).close()
  assert.deepEqual(page.errors, [])
  step('published what was verified here')
} finally {
  await page?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
