// The console on a phone: the list, then a record, then its authenticity, one column each with a way back. The record's
// village was taken from a list in an attached file, and is shown by what the list calls it.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'
import { writeList, writeTableAndPicture, writeVillages } from './villages.mjs'

const folder = mkdtempSync(join(tmpdir(), 'plumb-narrow-'))
const server = new Server(folder, await freePort())
let page
try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const made = join(folder, 'made')
  const file = writeVillages(made)
  writeList(made)
  writeTableAndPicture(made)
  people.publish(file, join(top, 'assets/samples/sites.json'))
  people.enrol('inspector', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('inspector')
  const answers = writeJson(join(folder, 'answers.json'), { answers: { village: 'dongwan' } })
  const { id } = plumb('inspect', '--home', people.home('inspector'), '--checklist', 'villages', '--site', 'yongchang-veg', '--answers', answers, '--refused', '有异议', '--witness', '见证人')
  people.sync('inspector')

  page = await ConsolePage.open(server.url, { width: 412, height: 915 })
  const { page: tab } = page
  await page.enrol(people.invite('审核员乙', 'supervisor', '--region', '62'))
  const item = tab.locator(`[data-test=queue-item][data-id="${id}"]`)
  await item.waitFor()
  assert.match(await page.at('person').textContent(), /甘肃/, 'a region has a name')
  assert.equal(await page.at('record').count(), 0, 'on a phone the list comes first')

  await item.click()
  await tab.locator(`[data-test=record][data-id="${id}"]`).waitFor()
  assert.equal(await item.isVisible(), false, 'the record has the page to itself')
  const title = await page.at('record-title').evaluate((e) => e.getBoundingClientRect().width)
  assert.ok(title > 206, `the title has ${title} px`)
  assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, 'nothing stands beyond the edge')
  await page.at('show-all').click()
  await page.at('answer').filter({ hasText: '东湾村' }).waitFor()

  await page.at('verified-chip').click()
  await page.at('verify-row').first().waitFor()
  const rows = await page.at('verify-row').evaluateAll((all) => all.map((row) => [row.dataset.check, row.dataset.state]))
  assert.ok(rows.some(([check]) => check === 'local_day') && rows.every(([, state]) => state === 'ok'), JSON.stringify(rows))
  assert.match(await page.at('verify').textContent(), /甘肃/)
  assert.equal(await page.at('item').first().isVisible(), false)

  await page.at('back').click()
  await page.at('item').first().waitFor()
  await page.decide('accept', '同意')
  await page.at('back').click()
  await page.at('queue-empty').waitFor()
  assert.deepEqual(page.errors, [], 'the page logged no errors')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  throw error
} finally {
  await page?.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
