// Three experts score one acceptance: the panel assigned in the console by the programme's published rule, each sheet
// signed in a browser of her own while nobody else's can be found anywhere, the result with the spread when all are in,
// reckoned anew by the console and by `plumb panel`; a panel that is closed before; and what is refused.
//
//   node tests/e2e/console_panels.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'
import { LineAuthor } from './line_author.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-panels-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`console_panels: ${text}`)
const kNarrow = { width: 412, height: 915 }
const kWide = { width: 1280, height: 900 }
const kOpinion = '对照田面积不足，其余齐全'
const kUntil = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
const rule = { experts: 3, least: 2, drop: { highest: 1, lowest: 1, from: 3 }, method: 'mean', limit: 15000, criteria: [{ id: 'c1', title: { zh: '建设成效', en: 'Results' }, points: 60000 }, { id: 'c2', title: { zh: '档案资料', en: 'Files' }, points: 40000 }] }
const pages = []
const picture = async (page, name) => {
  if (!options.pictures) return
  for (const [size, word] of [[kWide, 'wide'], [kNarrow, 'narrow']]) {
    await page.page.setViewportSize(size)
    await page.page.screenshot({ path: join(options.pictures, `${name}-${word}.png`) })
  }
  await page.page.setViewportSize(kWide)
}
const open = async (uri) => {
  const page = await ConsolePage.open(server.url, kWide)
  pages.push(page)
  await page.enrol(uri)
  await page.page.goto(`${server.url}/#/panels`)
  return page
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const { sites } = JSON.parse(readFileSync(join(top, 'assets/samples/sites.json'), 'utf8'))
  people.publish(
    compiled('6a'),
    writeJson(join(folder, 'programmes.json'), { programmes: [{ id: 'zones', title: { zh: '农业标准化示范区', en: 'Demonstration zones' }, region: '62', source: { zh: '示范区管理办法' }, targets: [{ title: { zh: '示范区' }, at_least: 10, measure: { what: 'sites' } }] }] }),
    writeJson(join(folder, 'sites.json'), { sites: [{ ...sites[0], programme_id: 'zones' }] }),
  )

  // The rule is written where the programme is: each bound is told, nothing that breaks one is signed, the rest stays as it was.
  const office = await open(people.invite('管理员甲', 'administrator', '--region', '62', '--suite', 'ES256'))
  await office.at('to-programmes').click()
  const programme = office.page.locator('[data-test=programme][data-id=zones]')
  await programme.locator('[data-test=replace-programme]').click()
  await office.at('programme-scored').check()
  await office.at('rule-experts').fill('3')
  await office.at('rule-least').fill('4')
  await office.at('rule-limit').fill('0')
  await office.at('rule-drops').check()
  await office.at('rule-from').fill('2')
  await office.at('criterion-zh').fill('建设成效')
  await office.at('criterion-points').fill('1000.001')
  await office.at('programme-sign').click()
  const lacks = () => office.at('programme-lacks').evaluateAll((all) => all.map((one) => one.dataset.lack))
  await office.at('programme-lacks').nth(3).waitFor()
  assert.deepEqual(await lacks(), ['rule.least', 'rule.from', 'rule.limit', 'rule.points'])
  await picture(office, 'rule-faults-zh')
  await office.at('rule-least').fill('2')
  await office.at('rule-limit').fill('15')
  await office.at('rule-from').fill('3')
  await office.at('criterion-en').fill('Results')
  await office.at('criterion-points').fill('60')
  await office.at('add-criterion').click()
  await office.at('criterion-zh').nth(1).fill('档案资料')
  await office.at('criterion-en').nth(1).fill('Files')
  await office.at('criterion-points').nth(1).fill('40')
  assert.deepEqual(await lacks(), [])
  await office.at('language').click()
  await picture(office, 'rule-en')
  await office.at('language').click()
  await picture(office, 'rule-zh')
  await office.at('programme-sign').click()
  await office.at('programme-done').waitFor()
  await programme.locator('[data-test=panel-rule]').waitFor()
  assert.match(await programme.textContent(), /示范区 ≥ 10/, 'what was not changed is published as it was')
  await picture(office, 'programmes-zh')
  step('the rule of the programme is written in the console')
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '6203'))
  people.sync('inspector')
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 1, 160, 120)
  const { answers, na, notes } = JSON.parse(readFileSync(join(top, 'tests/unit/checklist/fixtures/6a-pass.json'), 'utf8'))
  const filled = writeJson(join(folder, 'pass.json'), { answers, na, notes })
  const inspect = () => plumb('inspect', '--home', people.home('inspector'), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', filled, ...[...photoItems, '4', '11', '12'].flatMap((item) => ['--file', `${item}=${photo}`]), '--refused', '有异议', '--witness', '见证人').id
  const [visit, another] = [inspect(), inspect()]
  people.sync('inspector')

  const experts = []
  for (const name of ['专家甲', '专家乙', '专家丙']) experts.push({ name, page: await open(people.invite(name, 'auditor', '--region', '62', '--suite', 'ES256')) })
  const stranger = new LineAuthor(server.url)
  await stranger.enrol(people.invite('专家丁', 'auditor', '--region', '62'), '外请')
  const head = await open(people.invite('审核员市', 'supervisor', '--region', '6203', '--suite', 'ES256'))

  // From the record's page to a panel, by the rule as it was published.
  const assign = async (inspection) => {
    await head.record('queue', inspection)
    await head.at('ask-panel').click()
    for (const { name } of experts) await head.page.locator(`[data-test=assign-panel] input[data-name="${name}"]`).check()
    assert.equal(await head.page.locator('[data-test=assign-panel] input[data-name="专家丁"]').isDisabled(), true, 'three are enough')
    await head.at('panel-until').fill(kUntil)
    await picture(head, 'assign-zh')
    await head.at('sign-panel').click()
    await head.at('panel-done').waitFor()
    const card = head.page.locator('[data-test=panel][data-over=false]').first()
    await card.locator('[data-test=panel-judged][data-judged=ok]').waitFor()
    return card.getAttribute('data-id')
  }
  const panel = await assign(visit)
  step('a panel of three is assigned from the record')

  // Each scores, and finds nobody else's sheet.
  const kGiven = [['52.5', '36'], ['58', '39.5'], ['41', '30.25']]
  for (const [i, { page }] of experts.entries()) {
    await page.page.reload()
    await page.at('panels-mine').check()
    const card = page.page.locator(`[data-test=panel][data-id="${panel}"]`)
    await card.waitFor()
    assert.equal(await card.locator('[data-test=expert-total]').count(), 0, 'no sheet of anybody')
    assert.ok(!(await page.page.content()).includes(kOpinion))
    await card.locator('[data-test=score-panel]').click()
    await page.at('sign-sheet').click()
    await page.at('score-lacks').waitFor()
    await page.at('criterion-c1').fill('60.001')
    await page.at('criterion-c2').fill(kGiven[i][1])
    await page.at('sign-sheet').click()
    await page.at('score-lacks').waitFor()
    await page.at('criterion-c1').fill(kGiven[i][0])
    await page.at('opinion').fill(kOpinion)
    if (i === 0) await picture(page, 'score-zh')
    await page.at('sign-sheet').click()
    await page.at('panel-done').waitFor()
    if (i === 2) break
    await card.locator('[data-test=expert-total]').nth(i).waitFor()
    assert.equal(await card.locator('[data-test=expert-total]').filter({ hasText: '—' }).count(), 2, 'her own alone')
    await head.page.reload()
    await head.page.locator(`[data-test=panel][data-id="${panel}"] [data-test=panel-judged][data-judged=ok]`).waitFor()
    assert.ok(!(await head.page.content()).includes(kOpinion), 'nor does whoever assigned it see a sheet')
    if (i === 1) await picture(head, 'open-zh')
    for (const path of ['/v1/records?after=0&limit=1000', '/v1/query/panels', `/v1/about?of=${panel}`]) assert.ok(!(await stranger.call('GET', path)).text.includes(kOpinion), path)
  }
  const refused = await stranger.say('panel.scored', { site: 'yongchang-veg', region: '620321' }, { of: panel, person: people.persons.get('专家丁'), points: [{ id: 'c1', points: 1 }, { id: 'c2', points: 1 }] })
  assert.equal(refused.status, 'refused')
  step('each scores by herself; nobody finds another sheet')

  // 88.5, 97.5, 71.25: the highest and the lowest are left out, the range is beyond 15.
  await head.page.reload()
  const card = head.page.locator(`[data-test=panel][data-id="${panel}"][data-over=true]`)
  await card.locator('[data-test=panel-judged][data-judged=ok]').waitFor()
  assert.match(await card.locator('[data-test=panel-result]').innerText(), /88\.5/)
  assert.deepEqual(await card.locator('[data-test=panel-expert]').evaluateAll((rows) => rows.map((row) => row.dataset.dropped)), ['false', 'true', 'true'])
  assert.equal(await card.locator('[data-test=panel-spread]').getAttribute('data-wide'), 'true')
  assert.match(await card.locator('[data-test=panel-spread]').innerText(), /26\.25/)
  assert.ok((await card.innerText()).includes(kOpinion))
  await picture(head, 'result-zh')
  await head.page.evaluate(() => scrollTo(0, 0))
  await head.page.getByRole('button', { name: 'English' }).click()
  await head.page.getByText('left out').first().waitFor()
  await picture(head, 'result-en')
  await head.page.getByRole('button', { name: '中文' }).click()
  people.enrol('cli', people.invite('审计员', 'auditor', '--region', '62'))
  people.sync('cli')
  const told = plumb('panel', '--home', people.home('cli'), panel)
  assert.deepEqual([told.over, told.result.points, told.result.range, told.result.wide, told.unbelieved], [true, 88500, 26250, true, 0])
  assert.deepEqual(told.result.scores.map((one) => [one.points, one.dropped]), [[88500, false], [97500, true], [71250, true]])
  assert.match(run('plumb', ['panel', '--home', people.home('cli'), panel]).out, /result 88\.5, range 26\.25/)
  step('the result, the spread and what was left out, reckoned in the browser and by plumb panel')

  // Closed before all are in: too few for a result.
  const second = await assign(another)
  const mine = experts[0].page
  await mine.page.reload()
  await mine.page.locator(`[data-test=panel][data-id="${second}"] [data-test=score-panel]`).click()
  await mine.at('criterion-c1').fill('50')
  await mine.at('criterion-c2').fill('30')
  await mine.at('sign-sheet').click()
  await mine.at('panel-done').waitFor()
  await head.page.reload()
  await head.page.locator(`[data-test=panel][data-id="${second}"] [data-test=close-panel]`).click()
  await head.at('close-reason').fill('两名专家因病不能评审')
  await head.at('sign-close').click()
  await head.page.locator(`[data-test=panel][data-id="${second}"][data-over=true] [data-test=panel-result]`).getByText('没有结果').waitFor()
  await picture(head, 'closed-zh')
  for (const { page } of [...experts, { page: head }]) assert.deepEqual(page.errors, [])
  step('a panel that is closed waits for nobody, and has no result of one sheet')
  console.log('1 passed, 0 failed')
} finally {
  for (const page of pages) await page.close()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
