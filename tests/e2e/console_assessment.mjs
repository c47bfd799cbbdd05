// Self-assessments in the console: an administrator opens a round in Chromium, two people of an enterprise fill it on
// two devices, one submits; a supervisor sees who filled what, accepts it, and reads an inspection beside it, differences
// first; the round is closed, and what comes after is refused.
//
//   node tests/e2e/console_assessment.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { document } from './answers.mjs'
import { CliInspector } from './cli_inspector.mjs'
import { ConsolePage } from './console_page.mjs'
import { LineAuthor } from './line_author.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-assessed-'))
const step = (text) => console.log(`assessment: ${text}`)
const kSite = { site: 'yongchang-veg', region: '620321' }
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const local = () => new Date(Date.now() + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
const passing = JSON.parse(readFileSync(join(top, 'tests/unit/checklist/fixtures/6a-pass.json'), 'utf8'))
const filled = { answers: passing.answers, na: passing.na ?? {}, notes: passing.notes ?? {} }

// The members of a score that are signed.
function scoreOf() {
  const answers = writeJson(join(folder, 'assessed.json'), filled)
  const said = plumb('score', '--checklist', compiled('6a'), '--answers', answers, '--zone', '+08:00')
  const items = said.items.map(({ id, verdict, points, max }) => ({ id, verdict, ...(points !== max && { points }), ...(max > 0 && { max }) }))
  return { points: said.points, max: said.max, grade: said.grade, vetoes: said.vetoes, sections: said.sections, items }
}
// The answers of some items, as a contribution has them.
function contribution(ids) {
  const items = {}
  for (const item of document.sections.flatMap((s) => s.items).filter((i) => ids.includes(i.id))) {
    const answers = Object.fromEntries(item.questions.map((q) => [q.id, filled.answers[q.id]]).filter(([, v]) => v !== undefined))
    items[item.id] = { answers, ...(filled.na[item.id] && { na: filled.na[item.id] }) }
  }
  return items
}

const server = new Server(folder, await freePort())
const pages = []
function gate() {
  let open
  return { opened: new Promise((done) => (open = done)), open: () => open() }
}
async function picture(page, name) {
  if (!options.pictures) return
  await page.page.waitForTimeout(150)
  await page.page.screenshot({ path: join(options.pictures, `${name}.png`) })
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const inspector = new CliInspector(people, folder)
  await inspector.enrol(people.invite('检查员甲', 'inspector', '--region', '62'))

  const admin = await ConsolePage.open(server.url)
  pages.push(admin)
  await admin.enrol(people.invite('管理员丁', 'administrator', '--region', '62'))
  await admin.at('nav-rounds').click()
  await admin.at('no-rounds').waitFor()
  await admin.at('open-round').click()
  await admin.at('publish-round').click()
  assert.ok((await admin.at('round-lacks').count()) >= 3, 'an empty round is not published')
  await admin.at('round-id').fill('gs-2026')
  await admin.at('round-zh').fill('2026 年度自评')
  await admin.choose('round-checklist', 0)
  await admin.at('round-closes').fill('2027-12-31')
  // Sites are ticked off a list, by keys: the first that a word finds, and the next by the arrows.
  await admin.at('for-sites').check()
  await admin.at('tick-search').fill('永昌')
  await admin.page.locator('[data-test=tick][data-value=yongchang-veg][data-highlighted]').waitFor()
  await admin.at('tick-search').press('Enter')
  await admin.at('tick-search').fill('')
  await admin.page.locator('[data-test=tick]').nth(1).waitFor()
  // The list looks for its first line anew after each word; who presses a key sees where it is.
  await admin.page.locator('[data-test=tick][data-highlighted]').waitFor()
  await admin.at('tick-search').press('ArrowDown')
  await admin.page.locator('[data-test=tick][data-highlighted]:not([data-state=checked])').waitFor()
  await admin.at('tick-search').press('Enter')
  await admin.at('ticked').filter({ hasText: '2' }).waitFor()
  await picture(admin, 'round-form')
  await admin.at('publish-round').click()
  await admin.page.locator('[data-test=round][data-id=gs-2026][data-state=running]').waitFor()
  await admin.at('round-progress').click()
  await admin.page.locator('[data-test=round-site][data-step=not_begun]').nth(1).waitFor()
  assert.equal(await admin.at('step-count-not_begun').textContent(), '2')
  step('the administrator opened a round for two sites that she ticked; neither has begun')

  const [quality, director] = [new LineAuthor(server.url), new LineAuthor(server.url)]
  await quality.enrol(people.invite('质量员丙', 'enterprise', '--region', '62', '--site', kSite.site))
  await director.enrol(people.invite('负责人戊', 'enterprise', '--region', '62', '--site', kSite.site))
  const { checklist } = (await quality.json('GET', '/v1/query/rounds')).items[0]
  const accepted = async (said) => assert.equal((await said).status, 'accepted', JSON.stringify(await said))
  const ids = document.sections.flatMap((s) => s.items).map((i) => i.id)
  await accepted(quality.say('assessment.contributed', kSite, { round: 'gs-2026', checklist, items: contribution(ids.slice(0, 6)) }))
  await accepted(director.say('assessment.contributed', kSite, { round: 'gs-2026', checklist, items: contribution(ids.slice(4)) }))
  const kids = [quality, director].map((d) => d.author.key.kid)
  const at = local()
  const body = { kind: 'self', round: 'gs-2026', checklist, started: at, finished: at, zone: '+08:00', day: today(), team: [{ name: '负责人戊' }], ...filled, findings: [], score: scoreOf(), party: { absent: '自评' }, contributors: [{ kid: kids[0], name: '质量员丙', items: ids.slice(0, 4) }, { kid: kids[1], name: '负责人戊', items: ids.slice(4) }] }
  const submitted = await director.say('assessment.submitted', kSite, body)
  assert.equal(submitted.status, 'accepted', JSON.stringify(submitted))
  const wrong = await quality.say('assessment.contributed', kSite, { round: 'gs-2026', checklist, items: contribution(ids.slice(0, 1)) })
  assert.deepEqual([wrong.status, wrong.code], ['refused', 'round_closed'])
  step('two people filled it, one submitted; what came after was refused')

  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 800, 600)
  const visit = await inspector.inspect([photo])
  await inspector.sync()

  const page = await ConsolePage.open(server.url)
  pages.push(page)
  await page.enrol(people.invite('审核员乙', 'supervisor', '--region', '62'))
  await page.page.locator(`[data-test=queue-item][data-id="${visit}"]`).waitFor()
  assert.equal(await page.page.locator(`[data-test=queue-item][data-id="${submitted.id}"]`).count(), 0, 'inspections and self-assessments are lists of their own')
  // The inspection that opened by itself is still being read when she turns to the self-assessments: she stays there.
  const held = { record: gate(), list: gate() }
  await page.page.route((url) => url.pathname.endsWith(`/records/${visit}`), async (route) => { await held.record.opened; await route.continue() })
  await page.page.route((url) => url.searchParams.get('family') === 'assessment', async (route) => { await held.list.opened; await route.continue() })
  await page.page.goto('about:blank')
  await page.page.goto(`${server.url}/#/queue`)
  await page.page.locator(`[data-test=queue-item][data-id="${visit}"][aria-current=true]`).waitFor()
  await page.at('family-assessment').click()
  held.record.open()
  await page.page.locator(`[data-test=record][data-id="${visit}"]`).waitFor()
  held.list.open()
  await page.page.locator(`[data-test=queue-item][data-id="${submitted.id}"]`).waitFor()
  await page.page.unrouteAll()
  const rows = await page.record('queue', submitted.id)
  assert.ok(rows.every((r) => r.state === 'ok'), JSON.stringify(rows))
  assert.equal(await page.at('contributor').count(), 2)
  const history = await page.page.locator('[data-test=history-step]').evaluateAll((all) => all.map((li) => [li.dataset.type, li.dataset.good]))
  assert.deepEqual(history, [['assessment.contributed', 'true'], ['assessment.contributed', 'true'], ['assessment.submitted', 'true']])
  await picture(page, 'assessment-record')
  await page.decide('accept', '自评属实')
  step('verified in Chromium with its contributions, and accepted')

  // The list of self-assessments, as it stands, can be taken away.
  await page.at('nav-accepted').click()
  await page.page.locator(`[data-test=queue-item][data-id="${submitted.id}"]`).waitFor()
  await page.at('export').click()
  await page.at('export-rows').filter({ hasText: /1 条/ }).waitFor()
  await page.at('export-close').click()
  await page.at('nav-returned').click()
  await page.at('queue-empty').waitFor()
  await page.at('export').click()
  await page.at('export-rows').filter({ hasText: /0 条/ }).waitFor()
  await page.at('export-close').click()

  await page.record('queue', visit)
  await page.at('beside').locator('summary').click()
  await page.at('beside-count').waitFor()
  const items = await page.page.locator('[data-test=beside-item]').evaluateAll((all) => all.map((tr) => [tr.dataset.item, tr.dataset.difference]))
  assert.deepEqual(items.filter(([, d]) => d === 'verdict').map(([item]) => item).sort(), ['2', '6'])
  assert.equal(items[0][1], 'verdict', 'differences of verdict come first')
  await page.at('beside-all').click()
  assert.ok((await page.page.locator('[data-test=beside-item]').count()) > items.length)
  await picture(page, 'beside')
  step(`the inspection beside it: ${items.length} items differ, those of another verdict first`)

  await admin.page.reload()
  await admin.at('nav-rounds').click()
  await admin.at('round-progress').click()
  const steps = async () => (await admin.page.locator('[data-test=round-site]').evaluateAll((all) => all.map((li) => [li.dataset.site, li.dataset.step])))
  await admin.page.locator('[data-test=round-site]').nth(1).waitFor()
  assert.deepEqual(await steps(), [['yongchang-veg', 'accepted'], ['ganzhou-veg', 'not_begun']])
  for (const [name, n] of Object.entries({ all: 2, not_begun: 1, filling: 0, submitted: 0, returned: 0, accepted: 1, late: 0 })) assert.equal(await admin.at(`step-count-${name}`).textContent(), String(n), name)
  await admin.at('step-not_begun').click()
  await admin.page.waitForFunction(() => document.querySelectorAll('[data-test=round-site]').length === 1)
  assert.deepEqual(await steps(), [['ganzhou-veg', 'not_begun']])
  await admin.at('step-all').click()
  await admin.page.locator('[data-test=round-site]').nth(1).waitFor()
  await picture(admin, 'rounds')
  await admin.at('close-round').click()
  await admin.at('publish-round').click()
  await admin.page.locator('[data-test=round][data-id=gs-2026][data-state=closed]').waitFor()
  step('the round is closed')
  for (const p of pages) assert.deepEqual(p.errors, [], 'the page logged no errors')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  if (options.pictures) for (const [i, p] of pages.entries()) await p.page.screenshot({ path: join(options.pictures, `failed-${i}.png`) })
  throw error
} finally {
  for (const p of pages) await p.close()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
