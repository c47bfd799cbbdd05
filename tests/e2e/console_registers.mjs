// What may be inspected, in Chromium: an administrator publishes a register from a careless author's table, a supervisor
// proposes a check for items of it, and the server refuses whoever names another item.
//
//   node tests/e2e/console_registers.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compiled, freePort, People, plumb, Server, writeJson } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-registers-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`console_registers: ${text}`)
const pages = []
const picture = async (page, name) => options.pictures && page.page.screenshot({ path: join(options.pictures, `${name}.png`), fullPage: false })
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const table = (name, ...rows) => {
  const path = join(folder, name)
  writeFileSync(path, ['事项编码,检查事项,依据,对象,方式,年度上限', ...rows].join('\n'))
  return path
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  const at = (name) => ['--home', people.home(name)]
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), writeJson(join(folder, 'sites.json'), { sites: [{ id: 'veg', name: '永昌县丰乐设施蔬菜农民专业合作社（示例）', code: '93620321MA0000007K', region: '620321', point: { lat: 38.2466, lon: 101.9677 } }] }))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.enrol('second', people.invite('检查员丙', 'inspector', '--region', '62'))
  for (const name of ['inspector', 'second']) people.sync(name)
  const officer = await ConsolePage.open(server.url)
  pages.push(officer)
  await officer.enrol(people.invite('管理员丁', 'administrator', '--region', '62', '--suite', 'ES256'))
  await officer.page.goto(`${server.url}/#/checks`)
  await officer.at('show-registers').click()
  await officer.at('no-registers').waitFor()
  await picture(officer, 'registers-empty')
  await officer.at('new-register').click()
  await officer.at('register-sign').click()
  assert.ok((await officer.at('register-lacks').count()) >= 5, 'everything is missing, and all of it is said')
  await officer.at('register-title').fill('甘肃省标准化领域行政检查事项清单')
  await officer.at('register-id').fill('gs-standards')
  await officer.at('register-source').fill('甘市监发〔2025〕31号')
  await officer.at('register-where').fill('省政府门户网站')
  await officer.at('register-from').fill(day(-30))
  await officer.at('register-file').setInputFiles(table('careless.csv', 'GS-01,农业标准实施情况,《标准化法》第三十二条,示范区承担单位,现场,两次', 'GS-01,农业投入品使用记录,,合作社,上门,4'))
  await officer.at('register-faults').waitFor()
  assert.deepEqual(await officer.page.locator('[data-test=register-faults] tbody tr').evaluateAll((rows) => rows.map((r) => r.dataset.say).sort()), ['id_twice', 'missing', 'no_mode', 'no_times'])
  await picture(officer, 'register-faults')
  await officer.at('register-sign').click()
  assert.equal(await officer.at('register-lacks').count(), 1, 'the table is to be mended first')
  await officer.at('register-file').setInputFiles(table('mended.csv', 'GS-01,农业标准实施情况,《标准化法》第三十二条,示范区承担单位,现场,2', 'GS-02,企业标准自我声明公开情况,《标准化法》第二十七条,企业,非现场,'))
  await officer.at('register-faults').waitFor({ state: 'detached' })
  await picture(officer, 'register-form')
  await officer.at('register-sign').click()
  await officer.at('register-done').waitFor()
  await officer.at('show-register').click()
  await picture(officer, 'registers')
  assert.equal(await officer.page.locator('[data-test=register][data-holds=true]').count(), 1)
  step('a careless table is told of at once, and nothing of it is signed; the mended one is published and proved')

  const page = await ConsolePage.open(server.url)
  pages.push(page)
  await page.enrol(people.invite('审核员乙', 'supervisor', '--region', '62', '--suite', 'ES256'))
  await page.page.goto(`${server.url}/#/checks`)
  await page.at('new-check').click()
  const dialog = page.at('check-dialog')
  await dialog.getByTestId('site-search').fill('丰乐')
  await page.at('choice').first().click()
  await dialog.getByTestId('task-person').nth(1).waitFor()
  for (const person of await dialog.getByTestId('task-person').all()) await person.check()
  await page.choose('check-checklist', '6a')
  await page.at('check-planned').fill(day(3))
  await page.at('check-reason').fill('年度计划内的日常检查')
  await page.at('check-basis').fill('标准化法')
  await page.at('sign-check').click()
  assert.equal(await page.at('check-item-fault').getAttribute('data-code'), 'items_unnamed')
  await page.page.locator('[data-code=GS-02]').check()
  assert.equal(await page.at('check-item-fault').getAttribute('data-code'), 'item_mode', 'it is inspected from afar only')
  await picture(page, 'check-mode')
  await page.page.locator('[data-code=GS-02]').uncheck()
  await page.page.locator('[data-code=GS-01]').check()
  await page.at('use-basis').click()
  assert.equal(await page.at('check-basis').inputValue(), '《标准化法》第三十二条')
  await picture(page, 'check-items')
  await page.at('sign-check').click()
  await page.page.locator('[data-test=check]').waitFor()
  assert.equal(await page.at('check-item-note').count(), 0)
  step('a check is proposed for what is published, with its law, in the mode that the register says')

  people.sync('inspector')
  const team = [people.persons.get('检查员甲'), people.persons.get('检查员丙')]
  const propose = (item) => plumb('check', 'propose', ...at('inspector'), '--site', 'veg', '--team', ...team, '--planned', day(5), '--why', '日常检查', '--basis', '标准化法', '--checklist', '6a', ...item)
  propose(['--item', '价格检查'])
  assert.throws(() => people.sync('inspector'), /item_unpublished/)
  step('whoever asks the server without the page is refused')
  for (const one of pages) assert.deepEqual(one.errors, [])
} finally {
  for (const one of pages) await one.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
