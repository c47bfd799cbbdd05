// An author's workbook in the console, in Chromium: its problems by their cells, its preview, its publication; the next
// version beside the one that stands, item by item; and both on a device that filled the first one.
//
//   node tests/e2e/console_checklists.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (!existsSync(join(top, 'sync-server/console/engine/engine.wasm'))) {
  console.log('console_checklists: skipped, since the engine was not built for the console (tools/setup says why)')
  process.exit(77)
}
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-checklists-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`console_checklists: ${text}`)
let page
const picture = async (name, of) => options.pictures && (of ? of.screenshot({ path: join(options.pictures, `${name}.png`) }) : page.page.screenshot({ path: join(options.pictures, `${name}.png`) }))
const workbook = (name, document) => {
  const file = join(folder, `${name}.xlsx`)
  plumb('checklist', 'export', writeJson(join(folder, `${name}.json`), document), '-o', file)
  return file
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(writeJson(join(folder, 'sites.json'), { sites: [{ id: 'veg', name: '永昌县丰乐设施蔬菜农民专业合作社（示例）', code: '93620321MA0000007K', region: '620321' }] }))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))

  const first = JSON.parse(readFileSync(join(top, 'assets/checklists/6a.json'), 'utf8'))
  const second = structuredClone(first)
  second.version = '2'
  second.sections[0].items[0].points = 6
  second.sections[0].items[0].text.zh = second.sections[0].items[0].text.zh.replace('没有', '未发现')
  second.sections[0].items[0].standards[0].ref = 'GB 2763-2019'
  second.sections[1].items.push(...second.sections[0].items.splice(1, 1))
  const dropped = second.sections.at(-1).items.pop()

  page = await ConsolePage.open(server.url)
  await page.enrol(people.invite('管理员乙', 'administrator', '--region', '62', '--suite', 'ES256'))
  await page.page.goto(`${server.url}/#/checklists`)
  const take = async (file) => {
    await page.at('workbook').setInputFiles(file)
    await page.page.locator('.publish, [data-test=sheet-problems], [data-test=workbook-problem]').first().waitFor()
  }
  const publish = async () => {
    await page.at('publish').click()
    await page.at('published').or(page.page.locator('.publish .bad')).first().waitFor()
    assert.equal(await page.page.locator('.publish .bad').allTextContents().then((all) => all.join()), '')
  }

  await take(writeJson(join(folder, 'no-workbook.csv'), {}))
  assert.match(await page.at('workbook-problem').textContent(), /\.xlsx/)
  await take(workbook('one', first))
  assert.equal(await page.at('diff').count(), 0, 'there is nothing to compare with')
  await publish()
  await picture('published')
  assert.equal(await page.at('published-checklist').count(), 1)
  step('the first version is published')

  people.sync('inspector')
  await take(workbook('again', first))
  await page.at('known').waitFor()
  assert.ok(await page.at('publish').isDisabled(), 'a version is published once')

  await take(workbook('two', second))
  await page.at('diff').waitFor()
  const told = await page.page.locator('[data-test=diff-group]').evaluateAll((groups) => groups.map((g) => [g.dataset.key, [...g.querySelectorAll('[data-test=diff-change]')].map((c) => `${c.dataset.kind} ${c.dataset.member}`.trim())]))
  const changes = Object.fromEntries(told)
  assert.deepEqual(changes[''], ['changed version'])
  assert.deepEqual(changes['sections s1/items 1'].filter((c) => /points|text/.test(c)).sort(), ['changed points', 'changed text'])
  assert.ok(told.some(([key, all]) => key.startsWith('sections s2/items') && all.includes('moved')))
  assert.ok(told.some(([key, all]) => key.endsWith(`items ${dropped.id}`) && all.includes('removed')))
  assert.match(await page.at('superseded').textContent(), /GB 2763-2019/)
  // The command line says the same of the two documents.
  const { changes: said } = plumb('checklist', 'diff', join(folder, 'one.json'), join(folder, 'two.json'))
  assert.equal(said.length, told.flatMap(([, all]) => all).length)
  await picture('diff', page.at('diff'))
  await page.at('diff-words').click()
  await page.at('diff-basis').click()
  assert.equal(await page.page.locator('[data-test=diff-change][data-member=text], [data-test=diff-change][data-member=version]').count(), 0)
  await picture('rules-alone')
  await publish()
  step('the second version says what it changes, and is published')

  people.sync('inspector')
  await page.page.reload()
  await page.at('published-checklist').nth(1).waitFor()
  assert.deepEqual(await page.page.locator('[data-test=published-checklist]').allTextContents().then((all) => all.map((one) => /第 (\S+) 版/.exec(one)[1])), ['2', '1'])
  await page.at('look').first().click()
  await page.at('diff').waitFor()
  await page.at('look').nth(1).click()
  await page.at('diff').waitFor({ state: 'detached' })

  // Withdrawn: the devices begin nothing on it, and the version before it stands again.
  await page.at('withdraw').first().click()
  assert.ok(await page.at('sign-withdrawal').isDisabled(), 'a reason is asked for')
  await page.at('withdraw-reason').fill('第 1.1 项的分值有误')
  await picture('withdraw')
  await page.at('sign-withdrawal').click()
  await page.at('withdrawn').waitFor()
  await picture('withdrawn')
  const begin = (checklist) => run('plumb', ['inspect', '--home', people.home('inspector'), '--site', 'veg', '--checklist', checklist, '--answers', writeJson(join(folder, 'none.json'), { answers: {} }), '--json'])
  assert.notEqual(JSON.parse(begin('6a@2').err).error.code, 'checklist_withdrawn', 'not known there yet')
  people.sync('inspector')
  const refused = JSON.parse(begin('6a@2').err).error
  assert.equal(refused.code, 'checklist_withdrawn')
  assert.match(refused.detail, /第 1\.1 项的分值有误/)
  assert.notEqual(JSON.parse(begin('6a').err).error.code, 'checklist_withdrawn')
  step('the second version is withdrawn, and the first stands again')

  await page.page.setViewportSize({ width: 412, height: 915 })
  await page.at('look').first().click()
  await page.at('diff').waitFor()
  await picture('diff-narrow', page.at('diff'))
  const wider = await page.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(wider, 0, 'nothing is wider than the screen')
  await page.page.setViewportSize({ width: 1440, height: 900 })
  await page.page.getByText('English', { exact: true }).first().click()
  await picture('diff-en', page.at('diff'))
  assert.deepEqual(page.errors, [])
  step('both are looked at afterwards')
} finally {
  await page?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
