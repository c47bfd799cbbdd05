// A supervisor takes the list on her screen away: 导出, a format, a zone, with the answers; the file that Chromium saved is
// read by programs that are not ours and compared with what the server says of each row.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { CliInspector } from './cli_inspector.mjs'
import { ConsolePage } from './console_page.mjs'
import { SecondReviewer } from './second_reviewer.mjs'
import { LineAuthor } from './line_author.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-exports-'))
const server = new Server(folder, await freePort())
const fact = (text) => console.log(`exports: ${text}`)
const nasty = '=cmd|\' /C calc\'!A0\n"引号", 😀'

// Cells by a foreign program: [[…], …].
function read(file, sheet) {
  const script = file.endsWith('.csv')
    ? 'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))'
    : 'import json,openpyxl,sys; b=openpyxl.load_workbook(sys.argv[1]); s=b[b.sheetnames[int(sys.argv[2])]]; print(json.dumps([[c.value if c.data_type != "f" else ["FORMULA", c.value] for c in r] for r in s.iter_rows()]))'
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', script, file, String(sheet ?? 0)], { maxBuffer: 1 << 26 }))
}
// Rows as objects by title.
const named = ([titles, ...rows]) => rows.map((row) => Object.fromEntries(row.map((cell, i) => [titles[i], cell])))

let page, other
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const sites = JSON.parse(readFileSync(join(top, 'assets/samples/sites.json'), 'utf8'))
  sites.sites.find((site) => site.id === 'yongchang-veg').name = nasty
  people.publish(compiled('6a'), writeJson(join(folder, 'sites.json'), sites))
  const inspector = new CliInspector(people, folder)
  inspector.enrol(people.invite('检查员甲', 'inspector', '--region', '62'))
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 800, 600)
  const ids = [inspector.inspect([photo]), inspector.inspect([photo]), inspector.inspect([photo])]
  inspector.sync()

  page = await ConsolePage.open(server.url)
  const { page: tab } = page
  let listed = []
  tab.on('response', async (answer) => {
    if (answer.url().includes('/v1/query/reviews?')) listed = (await answer.json()).items
  })
  await page.enrol(people.invite('审核员乙', 'supervisor', '--region', '62'))
  await tab.locator(`[data-test=queue-item][data-id="${ids[2]}"]`).waitFor()

  // Chooses, clicks, and gives the file that was saved.
  async function take(at, { format = 'csv', zone, answers = false, button = 'export' } = {}) {
    await at.at(button).click()
    await at.at('export-rows').filter({ hasText: /条/ }).waitFor()
    await at.at(`export-${format}`).check()
    if (zone) await at.choose('export-zone', zone)
    if (answers) await at.at('export-answers').check()
    const [download] = await Promise.all([at.page.waitForEvent('download'), at.at('export-go').click()])
    await at.at('export-saved').waitFor()
    const file = join(folder, `taken-${Math.random()}.${format}`)
    await download.saveAs(file)
    await at.at('export-close').click()
    await at.at('export-sheet').waitFor({ state: 'detached' })
    return { file, name: download.suggestedFilename() }
  }

  const csv = await take(page)
  assert.match(csv.name, /^检查记录-\d{8}\.csv$/)
  assert.equal(readFileSync(csv.file).subarray(0, 3).toString('hex'), 'efbbbf', 'Excel sees that it is UTF-8')
  const rows = named(read(csv.file))
  assert.deepEqual(rows.map((row) => row['记录编号']), listed.map((item) => item.id), 'the rows of the list, in its order')
  for (const [i, row] of rows.entries()) {
    const item = listed[i]
    assert.equal(row['场所名称'], `'${item.site_name}`, 'a formula in a name is defused')
    assert.equal(Number(row['得分']) * 1000, item.points)
    assert.equal(Number(row['问题数']), item.findings)
    assert.equal(row['提交人'], item.author)
    assert.equal(row['状态'], '待审核')
    assert.equal(row['行政区划'], '甘肃省金昌市永昌县')
    assert.match(row['开始时间（Asia/Shanghai）'], /^\d{4}-\d\d-\d\dT[\d:.]+\+08:00$/)
  }
  fact('CSV: each cell as the server says it, in the browser’s zone, no formula in it')

  const book = await take(page, { format: 'xlsx', zone: 'Europe/Berlin', answers: true })
  const sheet = named(read(book.file))
  assert.equal(sheet.length, 3)
  assert.equal(sheet[0]['场所名称'], nasty, 'a workbook says it as it is: a text, not a formula')
  assert.equal(sheet[0]['得分'] * 1000, listed[0].points, 'numbers are numbers')
  assert.match(sheet[0]['开始时间（Europe/Berlin）'], /\+0[12]:00$/)
  const shown = plumb('show', '--home', people.home('inspector'), ids[0])
  const items = JSON.parse(readFileSync(join(top, 'assets/checklists/6a.json'), 'utf8')).sections.flatMap((section) => section.items)
  assert.equal(Object.keys(sheet[0]).filter((title) => title.endsWith(' 判定')).length, items.length, 'a group of columns for each item')
  assert.ok(Object.values(sheet[0]).includes('不符合') || shown.findings?.length === 0)
  const about = Object.fromEntries(read(book.file, 1))
  assert.equal(about['时区'], 'Europe/Berlin')
  assert.equal(about['筛选：状态'], '待审核')
  fact('XLSX: a sheet for the checklist with its answers, the zone stated')

  const map = JSON.parse(readFileSync((await take(page, { format: 'geojson', answers: true })).file, 'utf8'))
  assert.equal(map.features.length, 3)
  assert.deepEqual(map.features[0].geometry.coordinates, [101.9683, 38.2471])
  assert.equal(map.features[0].properties.site_name, nasty)
  assert.equal(map.export.zone, 'Asia/Shanghai')
  fact('GeoJSON: points where the sites are, properties by key')

  // The filter that stands: of what was accepted there is one.
  await page.record('queue', ids[0])
  await page.decide('accept', '属实')
  new SecondReviewer(people).accept(ids[0])
  await page.at('nav-accepted').click()
  await tab.locator(`[data-test=queue-item][data-id="${ids[0]}"]`).waitFor()
  assert.deepEqual(named(read((await take(page)).file)).map((row) => row['记录编号']), [ids[0]])
  fact('the list of the accepted gives the accepted')

  // A self-assessment, handed in with a note that a spreadsheet would run.
  people.publish(writeJson(join(folder, 'rounds.json'), { rounds: [{ id: 'gs-2026', title: { zh: '=2026 年度自评' }, checklist: '6a', opens: '2026-01-01', closes: '2099-12-31', region: '62' }] }))
  people.enrol('one', people.invite('质量员乙', 'enterprise', '--site', 'yongchang-veg'))
  people.sync('one')
  const assess = (what, ...more) => plumb('assess', what, '--home', people.home('one'), '--site', 'yongchang-veg', '--round', 'gs-2026', ...more)
  const all = writeJson(join(folder, 'self.json'), { answers: found.answers, na: found.na, notes: { ...found.notes, 1: '@SUM(1+1)' } })
  assess('contribute', '--answers', all, ...photoItems.flatMap((item) => ['--file', `${item}=${photo}`]))
  const self = assess('submit')
  people.sync('one')
  await page.at('nav-queue').click()
  await page.at('family-assessment').click()
  await tab.locator(`[data-test=queue-item][data-id="${self.id}"]`).waitFor()
  const selves = named(read((await take(page, { answers: true })).file))
  assert.deepEqual(selves.map((row) => [row['自评轮次'], row['状态'], row['提交人']]), [["'=2026 年度自评", '待审核', '质量员乙']], 'the list that stands, by its filter')
  assert.ok(Object.entries(selves[0]).some(([title, cell]) => title.endsWith(' 说明') && cell === "'@SUM(1+1)"), 'a note is defused')
  const selfBook = named(read((await take(page, { format: 'xlsx', answers: true })).file))
  assert.equal(selfBook[0]['自评轮次'], '=2026 年度自评')
  assert.equal(Object.keys(selfBook[0]).filter((title) => title.endsWith(' 判定')).length, items.length)
  assert.equal(Object.values(selfBook[0]).filter((cell) => Array.isArray(cell)).length, 0, 'no cell is a formula')
  fact('self-assessments: the same groups of columns, and nothing that runs')
  await page.at('family-inspection').click()

  // The board as it is filtered, all of its columns.
  await page.at('nav-board').click()
  await page.at('board-card').first().waitFor()
  const everything = named(read((await take(page)).file))
  const word = everything[0]['严重程度']
  const kSeverities = { 一般: 'minor', 严重: 'major', 特别严重: 'critical' }
  await page.at('filter-severity').selectOption(kSeverities[word])
  const wanted = everything.filter((row) => row['严重程度'] === word)
  await tab.waitForFunction((n) => [...document.querySelectorAll('[data-test^=column-count-]')].reduce((sum, e) => sum + Number(e.textContent.replaceAll(',', '')), 0) === n, wanted.length)
  const filtered = named(read((await take(page)).file))
  assert.deepEqual(filtered.map((row) => [row['案件编号'], row['条款']]), wanted.map((row) => [row['案件编号'], row['条款']]))
  await page.at('filter-within').selectOption('3')
  assert.equal(named(read((await take(page)).file)).length, 0, 'nothing of this board is due')
  fact(`findings: ${filtered.length} of ${everything.length} with the severity that stands, none with the due day`)

  await page.at('nav-sites').click()
  await page.at('site').first().waitFor()
  await page.at('site-find').fill('GANZHOU')
  await tab.waitForFunction(() => document.querySelectorAll('[data-test=site]').length === 1)
  assert.deepEqual(named(read((await take(page)).file)).map((row) => row['场所编号']), ['ganzhou-veg'])
  fact('sites: those that the search found')

  // The sites of the round, those that have not begun as well; only those that have not.
  await tab.goto(`${server.url}/#/rounds`)
  await page.at('round-progress').click()
  await page.at('round-site').first().waitFor()
  const standing = named(read((await take(page, { button: 'export-sites' })).file))
  const ofRound = sites.sites.filter((one) => one.region.startsWith('62'))
  assert.equal(standing.length, ofRound.length)
  assert.equal(standing.find((row) => row['场所编号'] === 'yongchang-veg')['进度'], '待审核')
  await page.at('step-not_begun').click()
  await tab.waitForFunction(() => [...document.querySelectorAll('[data-test=round-site]')].every((e) => e.dataset.step === 'not_begun'))
  const idle = named(read((await take(page, { button: 'export-sites', format: 'xlsx' })).file))
  assert.deepEqual(idle.map((row) => row['进度']), Array(ofRound.length - 1).fill('未开始'))
  fact('rounds: every site with its step, and those that have not begun alone')

  // What was said of a clause: counted by the server, verified when it is opened, and taken away.
  const speaker = new LineAuthor(server.url)
  await speaker.enrol(people.invite('检查员己', 'inspector', '--region', '62'))
  await speaker.say('standard.feedback', { region: '620321' }, { text: '=1+1，看不懂', standard: 'NY/T 3445', clause: '4.2' })
  await tab.goto(`${server.url}/#/standards`)
  await page.at('clause').waitFor()
  assert.match(await page.at('clause-count').innerText(), /1 条/)
  await page.at('clause').locator('summary').click()
  await page.at('said').waitFor()
  const spoken = named(read((await take(page)).file))
  assert.deepEqual(spoken.map((row) => [row['标准'], row['条款号'], row['反馈'], row['类别']]), [['NY/T 3445', '4.2', "'=1+1，看不懂", '']])
  fact('feedback: counted by clause, verified where it is opened, and no formula in the file')

  other = await ConsolePage.open(server.url)
  await other.enrol(people.invite('审核员丙', 'supervisor', '--region', '6209'))
  assert.equal(named(read((await take(other)).file)).length, 0)
  fact('a supervisor of another region gets the titles and no row')

  await server.stop()
  await page.at('export').click()
  await page.at('export-error').waitFor()
  assert.match(await page.at('export-error').textContent(), /连不上服务器/)
  fact('without a server: a sentence')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await page?.close()
  await other?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
