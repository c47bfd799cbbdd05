// The rectification board as a supervisor works on it, in Chromium, by clicks and keys: accept, order, more time granted,
// delivered in person with a signature drawn by the mouse, sent back, passed, ended, archived; counts follow the filters, and
// an order counts by a year of the calendar that an administrator published meanwhile. The enterprise's lines come from a device of the test's own making.
//
//   node tests/e2e/console_board.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, Server, top } from '../../tools/stage/stage.mjs'
import { CliInspector } from './cli_inspector.mjs'
import { ConsolePage } from './console_page.mjs'
import { LineAuthor } from './line_author.mjs'
import { SecondReviewer } from './second_reviewer.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-board-'))
const step = (text) => console.log(`board: ${text}`)
const kSite = { site: 'yongchang-veg', region: '620321' }
const dayFrom = (days) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

const server = new Server(folder, await freePort())
let page, admin
async function picture(name) {
  if (!options.pictures) return
  await page.page.waitForTimeout(150)
  await page.page.screenshot({ path: join(options.pictures, `${name}.png`) })
}
const at = (name) => page.at(name)
const card = (column, item) => page.page.locator(`[data-test=column-${column}] [data-test=board-card][data-item="${item}"]`)
async function openFinding(id, item) {
  await page.page.goto(`${server.url}/#/board/${id}/${item}`)
  await page.page.locator(`[data-test=finding][data-item="${item}"][data-state]`).waitFor()
}
const state = (item, wanted) => page.page.locator(`[data-test=finding][data-item="${item}"][data-state="${wanted}"]`).waitFor()
// By its key, once its button can be pressed: what was signed before has arrived.
async function press(key, kind) {
  await page.page.locator(`[data-test=act-${kind}]:not([disabled])`).first().waitFor({ state: 'attached' })
  await page.page.keyboard.press(key)
  await at('act-dialog').locator('form').waitFor()
}
// The form is filled; looks at what will be signed and signs it, by Enter.
async function sign(type) {
  await at('act-show').click()
  await at('act-sign').waitFor()
  const said = JSON.parse(await at('act-raw').textContent())
  await at('act-sign').press('Enter')
  await page.page.locator(`[data-test=act-done][data-type="rectification.${type}"][data-proved=true]`).waitFor()
  return said
}

const countIn = (column, n) => page.page.waitForFunction(([c, n]) => document.querySelector(`[data-test=column-count-${c}]`)?.textContent === String(n), [column, n])
// Somebody signs with the mouse.
async function draw() {
  const box = await at('signature-pad').boundingBox()
  const point = (i) => [box.x + 60 + 7 * i, box.y + box.height / 2 + 30 * Math.sin(i / 2)]
  await page.page.mouse.move(...point(0))
  await page.page.mouse.down()
  for (let i = 1; i < 30; ++i) await page.page.mouse.move(...point(i))
  await page.page.mouse.up()
}
// The administrator pastes an announcement, sees what was read of it, and signs.
async function publishYear(year) {
  await admin.at('nav-calendar').click()
  await admin.at('new-year').click()
  await admin.at('year-text').fill(`国务院办公厅关于${year}年部分节假日安排的通知\n一、元旦：1月1日至3日放假，共3天。\n2月30日上班。`)
  await admin.at('year-fault').waitFor()
  await admin.at('year-text').fill(`国务院办公厅关于${year}年部分节假日安排的通知\n一、元旦：1月1日至3日放假，共3天。`)
  await admin.at('year-preview').waitFor()
  assert.match(await admin.at('year-counted').textContent(), /放假 3 天/)
  if (options.pictures) await admin.page.screenshot({ path: join(options.pictures, `calendar-${year}.png`) })
  await admin.at('year-sign').click()
  await admin.page.locator(`[data-test=year][data-year="${year}"][data-published=true]`).waitFor()
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const inspector = new CliInspector(people, folder)
  await inspector.enrol(people.invite('检查员甲', 'inspector', '--region', '62'))
  const forSupervisor = people.invite('审核员乙', 'supervisor', '--region', '62')
  const forAdmin = people.invite('管理员丁', 'administrator', '--region', '62')
  const enterprise = new LineAuthor(server.url)
  await enterprise.enrol(people.invite('质量员丙', 'enterprise', '--region', '62', '--site', 'yongchang-veg'))
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 800, 600)
  const id = await inspector.inspect([photo])
  await inspector.sync()
  const items = people.show('inspector', id).payload.body.findings.map((f) => f.item)
  assert.ok(items.length >= 2, `findings at ${items}`)
  const [first, second] = items
  step(`an inspection with findings at ${items.join(', ')}`)

  page = await ConsolePage.open(server.url)
  await page.enrol(forSupervisor)
  await page.record('queue', id)
  await page.decide('accept', '属实')
  new SecondReviewer(people).accept(id)
  await at('nav-board').click()
  await card('to_order', first).waitFor()
  assert.equal(await at('column-count-to_order').textContent(), String(items.length))
  // By keys: down to the first card, open it, order.
  await page.page.keyboard.press('j')
  await page.page.keyboard.press('Enter')
  await page.page.locator('[data-test=finding][data-state=found]').waitFor()
  await picture('board-found')
  await press('o', 'ordered')
  const year = new Date().getFullYear()
  const beyond = Math.ceil(((Date.UTC(year + 1, 0, 1) - Date.now()) / 86_400_000) * (5 / 7)) + 12
  await at(`days-${first}`).fill(String(beyond))
  await at('fell-back').waitFor()
  await at('act-cancel').click()
  admin = await ConsolePage.open(server.url)
  await admin.enrol(forAdmin)
  const builtin = JSON.parse(readFileSync(join(top, 'assets/calendar/working_days.json'), 'utf8')).years
  for (const one of [year, year + 1].filter((y) => !builtin[y])) await publishYear(one)
  await press('o', 'ordered')
  await at(`days-${first}`).fill(String(beyond))
  await at('calendar-source').filter({ hasText: `关于${year + 1}年部分节假日安排的通知` }).waitFor()
  assert.match(await at(`due-${first}`).textContent(), new RegExp(`^${year + 1}-`))
  step(`an administrator published the days off of ${year + 1}: ${beyond} working days are due ${await at(`due-${first}`).textContent()}`)
  await at('act-show').click()
  assert.ok((await at('act-lacks').count()) > 0, 'an order without requirement and office is not shown for signing')
  for (const item of items) await at(`requirement-${item}`).fill('按标准整改并提交照片')
  await at(`days-${first}`).fill('3')
  await at('office').fill('永昌县市场监督管理局')
  await at('contact').fill('0935-0000000')
  await at('remedies').fill('可在六十日内申请行政复议')
  await picture('order-form')
  await at('act-show').click()
  await at('act-sign').waitFor()
  await picture('order-paper')
  const ordered = JSON.parse(await at('act-raw').textContent())
  await at('act-sign').press('Enter')
  await page.page.locator('[data-test=act-done][data-type="rectification.ordered"][data-proved=true]').waitFor()
  assert.equal(ordered.findings.length, items.length)
  assert.equal(ordered.of, id)
  await card('with_enterprise', first).waitFor()
  await inspector.sync()
  step(`ordered: due ${ordered.findings.map((f) => f.due).join(', ')}, counted in ${ordered.count} days`)

  // The server counts by every filter that stands.
  await page.page.goto(`${server.url}/#/board`)
  const { findings: stated } = people.show('inspector', id).payload.body
  for (const severity of ['minor', 'major', 'critical']) {
    await at('filter-severity').selectOption(severity)
    await countIn('with_enterprise', stated.filter((f) => f.severity === severity).length)
  }
  await at('filter-none').click()
  await at('filter-within').selectOption('7')
  await countIn('with_enterprise', ordered.findings.filter((f) => f.due <= dayFrom(7)).length)
  await at('filter-none').click()
  await countIn('with_enterprise', items.length)
  step('counts follow severity and due day')

  const record = () => enterprise.json('GET', `/v1/query/records/${id}`)
  let seen = await record()
  const [order] = seen.case.orders
  assert.match(order.number, /^620321-\d{4}-[0-9A-Z]{6}-\d+$/)
  const act = async (type, finding, more = {}, files = []) => {
    const said = await enterprise.say(`rectification.${type}`, kSite, { of: id, order: order.id, ...more, findings: [finding] }, files)
    assert.equal(said.status, 'accepted', JSON.stringify(said))
    return said
  }
  await act('delivered', { item: first }, { delivery: { how: 'electronic' }, place: { none: 'denied' } })
  await openFinding(id, second)
  await press('d', 'delivered')
  await at('how').selectOption('in_person')
  await at('act-show').click()
  assert.equal(await at('act-lacks').count(), 2, 'who took it, and the signature')
  await at('signer').fill('陈负责')
  await draw()
  await picture('delivery-form')
  const delivered = await sign('delivered')
  assert.deepEqual([delivered.delivery.how, delivered.delivery.name], ['in_person', '陈负责'])
  await state(second, 'delivered')
  await at('step-signature').locator('img').waitFor()
  const drawn = JSON.parse((await record()).acts.map((a) => a.line).find((l) => l.includes('rectification.delivered') && l.includes('陈负责')).replace(/^\S+ /, ''))
  assert.deepEqual(drawn.files.map((f) => [f.sha256, f.role, f.type]), [[delivered.delivery.signature, 'signature', 'image/png']])
  await picture('finding-delivered')
  step('delivered in person: the signature is a file of the record, and shown once its hash is the signed one')
  await act('extension_requested', { item: second, reason: '配件未到', until: dayFrom(40) })
  const ahead = await enterprise.say('rectification.reported', kSite, { of: id, order: order.id, findings: [{ item: first, done: '已补齐标签照片', day: dayFrom(2) }] })
  assert.deepEqual([ahead.status, ahead.code], ['refused', 'done_ahead'], 'what is still to be done was reported')
  const here = { lat: 38.2471, lon: 101.9683, acc: 4.2, at: new Date().toISOString(), source: 'satellite' }
  await act('reported', { item: first, done: '已补齐标签照片', day: dayFrom(-1) }, { place: here }, [{ bytes: readFileSync(photo), type: 'image/png', role: 'evidence', item: first }])

  await page.page.reload()
  await openFinding(id, second)
  await press('x', 'extended')
  const granted = await sign('extended')
  assert.equal(granted.findings[0].until, dayFrom(40))
  step(`more time granted until ${granted.findings[0].until}`)

  await openFinding(id, first)
  await state(first, 'reported')
  await at('pictures-after').locator('img').waitFor()
  const placeOf = (type) => page.page.locator(`[data-test=finding-step][data-type="rectification.${type}"] [data-test=step-place]`).first().textContent()
  assert.match(await placeOf('reported'), /38\.24710, 101\.96830 ±4 米 · \S/)
  assert.match(await placeOf('delivered'), /系统不允许定位/)
  await picture('finding-reported')
  await press('r', 'rejected')
  await at(`text-${first}`).fill('照片看不清批号')
  await sign('rejected')
  await state(first, 'rejected')
  await act('reported', { item: first, done: '重拍，批号可见' })
  await page.page.reload()
  await state(first, 'reported')
  await press('s', 'verified')
  await sign('verified')
  await state(first, 'passed')
  assert.equal(await at('history-verdict').getAttribute('class').then((c) => /bad/.test(c)), false, 'every line of the history is verified')
  await picture('finding-passed')
  step('sent back once, passed at the second report; every line of it verified here')

  // What the enterprise says out of turn the log refuses by name.
  const late = await enterprise.say('rectification.reported', kSite, { of: id, order: order.id, findings: [{ item: first, done: '再报一次' }] })
  assert.deepEqual([late.status, late.code], ['refused', 'not_its_turn'])

  for (const item of items.slice(1)) {
    await openFinding(id, item)
    await press('e', 'ended')
    await at(`text-${item}`).fill('基地已注销，附登记通知书')
    await sign('ended')
    await state(item, 'ended')
  }
  await press('a', 'archived')
  await at('term').selectOption('30')
  const filed = await sign('archived')
  assert.deepEqual(filed, { of: id, term: '30' })
  await at('no-action').or(at('act-done')).first().waitFor()
  seen = await record()
  assert.equal(seen.case.state, 'archived')
  await card('closed', first).waitFor()
  await picture('board-closed')
  step('the rest ended, the case archived for 30 years')

  // Filters and the narrow page.
  await page.page.goto(`${server.url}/#/board`)
  await page.choose('filter-region', '6207')
  await page.page.waitForFunction(() => document.querySelectorAll('[data-test=board-card]').length === 0)
  await at('filter-none').click()
  await card('closed', first).waitFor()
  await page.page.setViewportSize({ width: 412, height: 915 })
  await at('tab-closed').click()
  await card('closed', first).click()
  await at('close-finding').waitFor()
  await picture('narrow-finding')
  await at('close-finding').click()
  await at('filters-fold').click()
  await at('filter-severity').waitFor()
  await at('filters-fold').click()
  await at('tab-closed').waitFor()
  await picture('narrow-board')
  assert.deepEqual(page.errors, [], 'the page logged no errors')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  if (page && options.pictures) await page.page.screenshot({ path: join(options.pictures, 'failed.png') })
  throw error
} finally {
  if (page) await page.close()
  if (admin) await admin.close()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
