// A year's statistics in the console, in Chromium, from a real server with records that were really signed: each number
// is counted here again from the records themselves, followed to its records, and what is too small tells no rate, in the
// page or in any answer. Axe, 412 to 2560 px, both languages, printing, and a CSP that nothing breaks.
//
//   node tests/e2e/console_statistics.mjs [--pictures FOLDER] [--keep]
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' }, keep: { type: 'boolean' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-statistics-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`console_statistics: ${text}`)
let page
const picture = async (name) => options.pictures && page.page.screenshot({ path: join(options.pictures, `${name}.png`) })
const axe = readFileSync(join(top, 'sync-server/console/node_modules/axe-core/axe.min.js'), 'utf8')
async function accessible(name) {
  await page.page.evaluate(axe)
  const { violations } = await page.page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`), [], name)
}

const year = new Date().getFullYear().toString()
// The places, and how many checks pass and fail at each: two are large enough for a rate, the third is not.
const kPlaces = [
  { id: 'yongchang', name: '永昌县设施蔬菜示范区（示例）', region: '620321', programme: '示范区', passes: 11, fails: 4 },
  { id: 'minle', name: '民乐县服务业试点（示例）', region: '620724', programme: '服务业试点', passes: 9, fails: 2 },
  { id: 'chengguan', name: '城关区示范企业（示例）', region: '620102', programme: '良好行为企业', passes: 2, fails: 1 },
]

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const targets = [
    { title: { zh: '示范区对象', en: 'sites of the programme' }, at_least: 5, unit: { zh: '个', en: 'sites' }, measure: { what: 'sites' } },
    { title: { zh: '监督检查', en: 'inspections' }, at_least: 10, unit: { zh: '次', en: 'checks' }, measure: { what: 'inspections' } },
    { title: { zh: '检查合格率', en: 'pass rate' }, at_least: 60, unit: { zh: '%', en: '%' }, measure: { what: 'pass_rate' } },
    { title: { zh: '检查覆盖率', en: 'coverage' }, at_least: 100, unit: { zh: '%', en: '%' }, measure: { what: 'coverage' } },
    { title: { zh: '制定标准', en: 'standards made' }, at_least: 1, unit: { zh: '项', en: 'standards' }, measure: { what: 'standards' } },
    { title: { zh: '农业标准化生产普及率', en: 'share of standardized production' }, at_least: 50, unit: { zh: '%', en: '%' } },
  ]
  const programme = { id: 'gs-zones', title: { zh: '示范区', en: 'zones' }, source: { zh: '甘肃省规划', en: "Gansu's plan" }, region: '62', targets }
  const sites = kPlaces.map(({ id, name, region, programme: kind }) => ({ id, name, region, programme: kind, programme_id: id === 'yongchang' ? 'gs-zones' : undefined, point: { lat: 38.2, lon: 101.9 } }))
  people.publish(compiled('6a'), writeJson(join(folder, 'programme.json'), { programmes: [programme] }), writeJson(join(folder, 'sites.json'), { sites }))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 3, 320, 320)
  const fixture = (name) => JSON.parse(readFileSync(join(top, `tests/unit/checklist/fixtures/6a-${name}.json`), 'utf8'))
  const answers = Object.fromEntries(['pass', 'fail'].map((name) => [name, writeJson(join(folder, `${name}.json`), (({ answers, na, notes }) => ({ answers, na, notes }))(fixture(name)))]))
  const inspect = (site, name) => plumb('inspect', '--home', people.home('inspector'), '--checklist', '6a', '--site', site, '--answers', answers[name], ...[...photoItems, '4', '11', '12'].flatMap((item) => ['--file', `${item}=${photo}`]), '--refused', '对结论有异议', '--witness', '村委会见证人').id
  const made = []
  for (const { id, passes, fails } of kPlaces) {
    for (let i = 0; i < passes; ++i) made.push({ site: id, id: inspect(id, 'pass') })
    for (let i = 0; i < fails; ++i) made.push({ site: id, id: inspect(id, 'fail') })
  }
  people.sync('inspector')
  step(`${made.length} records signed and sent`)

  // What the records themselves say, read from the inspector's own store.
  const document = JSON.parse(readFileSync(compiled('6a'), 'utf8'))
  const tone = Object.fromEntries(document.grades.map((g) => [g.id, g.tone ?? 'pass']))
  const records = made.map(({ site, id }) => {
    const shown = people.show('inspector', id)
    const body = (shown.payload ?? shown).body
    return { site, id, day: body.day, passed: tone[body.score.grade] === 'pass', items: body.score.items }
  })
  const rate = (all) => (Math.floor((2000 * all.filter((r) => r.passed).length + all.length) / (2 * all.length)) / 10).toFixed(1)
  const at = (site) => records.filter((r) => r.site === site)
  assert.ok(records.some((r) => r.passed) && records.some((r) => !r.passed), 'both outcomes are there')

  page = await ConsolePage.open(server.url)
  await page.enrol(people.invite('统计员乙', 'supervisor', '--region', '62', '--suite', 'ES256'))
  await page.page.goto(`${server.url}/#/statistics`)
  await page.at('figure-checks').waitFor()
  assert.equal(await page.at('figure-checks').innerText(), String(records.length))
  assert.equal(await page.at('figure-rate').innerText(), `${rate(records)} %`)
  const cell = (table, value) => page.page.locator(`[data-test=cell-${table}][data-value="${value}"]`)
  for (const table of ['regions', 'programmes']) {
    assert.equal(await page.page.locator(`[data-test=cell-${table}]`).count(), 3)
    assert.equal(await page.page.locator(`[data-test=cell-${table}][data-shown=few]`).count(), 1, table)
    assert.equal(await page.page.locator(`[data-test=cell-${table}][data-shown=beside]`).count(), 1, table)
  }
  const text = async (table, value) => (await cell(table, value).innerText()).replace(/\s+/g, ' ')
  assert.match(await text('regions', '6203'), new RegExp(`${at('yongchang').length}.*${rate(at('yongchang')).replace('.', '\\.')} %`))
  assert.match(await text('regions', '6201'), /3.*样本太少/)
  assert.doesNotMatch(await text('regions', '6201'), /%/)
  assert.match(await text('regions', '6207'), /不显示/)
  // The map says what the table says, at its place, and of what is too small no rate.
  const onMap = async (region) => (await page.page.locator(`[data-test=map-value][data-region="${region}"]`).textContent()).replace(/\s+/g, '')
  assert.match(await onMap('6203'), new RegExp(`${rate(at('yongchang')).replace('.', '\\.')}$`))
  assert.match(await onMap('6201'), /少$/)
  assert.match(await onMap('6207'), /少$/)
  assert.match(await page.at('region-map').innerText(), /示意图/)
  assert.match(await page.at('burden-kinds').innerText(), new RegExp(`监督抽查 ${records.length}`))
  // By month, from the days that the records state.
  await page.at('trend-table-toggle').click()
  for (const month of new Set(records.map((r) => r.day.slice(5, 7)))) {
    const all = records.filter((r) => r.day.startsWith(`${year}-${month}`))
    assert.match(await text('months', month), new RegExp(`\\b${all.length}\\b`))
  }
  assert.ok((await page.page.locator('[data-test=trend-chart] svg text').allInnerTexts()).length > 0, 'values are written in the chart')
  // Clauses.
  const asked = new Map()
  for (const { items } of records) {
    for (const { id, verdict } of items) {
      if (!['pass', 'part', 'fail'].includes(verdict)) continue
      const one = asked.get(id) ?? { asked: 0, failed: 0 }
      asked.set(id, { asked: one.asked + 1, failed: one.failed + (verdict === 'fail') })
    }
  }
  if (await page.at('all-items').count()) await page.at('all-items').click()
  assert.equal(await page.at('item').count(), asked.size)
  for (const row of await page.at('item').all()) {
    const [, id] = (await row.getAttribute('data-item')).split('/')
    const one = asked.get(id)
    if (one.asked < 10) continue
    assert.match((await row.innerText()).replace(/\s+/g, ' '), new RegExp(`\\b${one.failed} / ${one.asked}\\b`), id)
  }
  const share = await page.at('item').evaluateAll((rows) => rows.map((r) => Number(/([\d.]+) %/.exec(r.innerText)?.[1] ?? -1)))
  assert.deepEqual(share, [...share].sort((a, b) => b - a), 'the clause that failed most stands first')
  // Burden and targets.
  for (const { id } of kPlaces) assert.match(await page.page.locator(`[data-test=burden][data-times="${at(id).length}"]`).innerText(), /1 家/)
  const told = await page.at('target').allInnerTexts()
  assert.match(told[0], /1 \/ ≥ 5 个[\s\S]*差 4/)
  assert.match(told[1], new RegExp(`${at('yongchang').length} / ≥ 10 次[\\s\\S]*已达`))
  assert.match(told[2], new RegExp(`${Math.floor((100 * at('yongchang').filter((r) => r.passed).length) / at('yongchang').length)} / ≥ 60 %[\\s\\S]*${at('yongchang').length} 次检查中`))
  assert.match(told[3], /100 \/ ≥ 100 %[\s\S]*1 家中[\s\S]*已达/)
  assert.match(told[4], /0 \/ ≥ 1 项/)
  assert.match(told[5], /来源：甘肃省规划[\s\S]*数不出/)
  assert.equal(await page.page.locator('[data-test=target][data-measure=""] [data-test=target-actual]').count(), 0, 'no number is made up')
  await accessible('the page')
  await picture('statistics-1440')
  step('every number is the one that the records come to')

  // A number opens its records, the same ones.
  const ids = async () => (await page.at('statistic-record').evaluateAll((rows) => rows.map((r) => r.dataset.id))).sort()
  await cell('regions', '6203').getByRole('link').click()
  await page.page.locator('[data-test=statistic-records][data-loading=false]').waitFor()
  assert.deepEqual(await ids(), at('yongchang').map((r) => r.id).sort())
  await accessible('the records')
  await picture('statistics-records')
  await page.at('close-records').click()
  // The smallest cell opens its records too, and its own filter tells no rate.
  await cell('regions', '6201').getByRole('link').press('Enter')
  await page.page.locator('[data-test=statistic-records][data-loading=false]').waitFor()
  assert.deepEqual(await ids(), at('chengguan').map((r) => r.id).sort())
  await page.at('close-records').click()
  await page.at('figure-rate').waitFor()
  await page.choose('filter-region', '6201')
  await page.at('withheld').waitFor()
  assert.match(await page.at('withheld').innerText(), /样本太少/)
  assert.equal(await page.at('figure-rate').count(), 0)
  await page.choose('filter-region', '6207')
  await page.page.getByText('为保护小样本不显示').waitFor()
  await page.choose('filter-region', '6203')
  await page.at('figure-rate').waitFor()
  assert.equal(await page.at('figure-rate').innerText(), `${rate(at('yongchang'))} %`)
  await page.choose('filter-region', '')
  await page.page.waitForFunction((n) => document.querySelector('[data-test=figure-checks]')?.textContent === n, String(records.length))
  step('numbers open their records; what is small stays untold, by any filter')

  // What is returned leaves the counts.
  const gone = at('yongchang').find((r) => !r.passed)
  await page.record('queue', gone.id)
  await page.decide('return', '照片不清，补拍')
  await page.page.goto(`${server.url}/#/statistics`)
  await page.at('figure-checks').waitFor()
  const left = records.filter((r) => r !== gone)
  assert.equal(await page.at('figure-checks').innerText(), String(left.length))
  assert.equal(await page.at('figure-rate').innerText(), `${rate(left)} %`)

  await page.page.evaluate(() => document.querySelector('[data-test=statistics]').scrollTo(0, 0))
  for (const [width, height] of [[412, 915], [768, 1024], [1440, 1800], [2560, 1440]]) {
    await page.page.setViewportSize({ width, height })
    const wide = await page.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(wide <= 0, `nothing stands out at ${width} px`)
    await page.page.waitForTimeout(400) // the chart follows the width, and its first drawing moves
    await picture(`statistics-${width}`)
    if (width === 412) {
      for (const [i, y] of [800, 1600, 2400].entries()) {
        await page.page.evaluate((to) => document.querySelector('[data-test=statistics]').scrollTo(0, to), y)
        await picture(`statistics-412-${i + 2}`)
      }
      await accessible('a phone')
    }
  }
  await page.page.setViewportSize({ width: 1440, height: 1800 })
  await page.page.evaluate(() => localStorage.setItem('plumbline-language', 'en'))
  await page.page.reload()
  await page.page.getByText('Statistics and targets').waitFor()
  await page.at('figure-rate').waitFor()
  await page.page.waitForTimeout(1200)
  await accessible('in English')
  const out = await page.page.evaluate(() => [...document.querySelectorAll('.statistics .card')].filter((card) => card.scrollWidth > card.clientWidth + 1).map((card) => card.querySelector('h2')?.textContent))
  assert.deepEqual(out, [], 'nothing stands out of its card')
  await picture('statistics-en')
  await page.page.emulateMedia({ media: 'print' })
  assert.ok(await page.at('table-months').isVisible(), 'on paper the chart has its table')
  assert.equal(await page.page.locator('.nav').first().isVisible(), false)
  if (options.pictures) await page.page.pdf({ path: join(options.pictures, 'statistics.pdf'), format: 'A4' })
  assert.deepEqual(page.errors, [], 'nothing broke the policy')
  step('what was returned left the counts; widths, English, paper')
} finally {
  await page?.close()
  await server.stop()
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}
