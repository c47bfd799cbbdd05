// An enterprise without a tablet assesses itself in Chromium: it enrols, the network and the server go, the page is loaded again
// from its service worker, a checklist is filled in and files are attached, the tab is killed and opened again, a second tab is
// told that the first one writes; it signs offline. The server comes back: what was signed arrives once, is proved by
// `plumb verify`, and a supervisor sees it and returns it; a refusal loses nothing. Colleagues' contributions are merged by the engine, differences settled by hand. With no network
// between them a tablet's engine (`plumb`) and the browser give each other their parts as files; the checklist is tried in test mode.
//
//   node tests/e2e/console_assess.mjs [--pictures FOLDER]
// Skipped (77) where the console was built without the engine.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'
import { LineAuthor } from './line_author.mjs'

if (!existsSync(join(top, 'sync-server/console/engine/engine.js'))) {
  console.log('skipped: the browser’s engine was not built, since this machine’s mirrors have no source packages (tools/setup)')
  process.exit(77)
}
const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-assess-'))
const step = (text) => console.log(`assess: ${text}`)
const kSite = { site: 'yongchang-veg', region: '620321' }
const kRound = 'gs-2026'
const kPhone = { width: 412, height: 915 }
const fixture = JSON.parse(readFileSync(join(top, 'tests/unit/checklist/fixtures/6a-pass.json'), 'utf8'))
const server = new Server(folder, await freePort())
const pages = []
const open = async (viewport) => {
  const page = await ConsolePage.open(server.url, viewport)
  pages.push(page)
  return page
}
async function picture(page, name) {
  if (!options.pictures) return
  await page.waitForTimeout(200)
  await page.screenshot({ path: join(options.pictures, `${name}.png`) })
}
// The same in other widths.
async function pictures(page, name) {
  if (!options.pictures) return
  for (const width of [768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await picture(page, `${name}-${width}`)
  }
  await page.setViewportSize(kPhone)
  await picture(page, name)
}
// In both languages and themes, on a desk and in a hand.
async function looks(page, name, part) {
  if (!options.pictures) return
  for (const width of [1280, 412]) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(400) // colours pass from one to the other
      if (part) await at(page, part).evaluate((of) => of.scrollIntoView({ block: 'end' }))
      await picture(page, `${name}-${width}-${colorScheme}`)
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(kPhone)
}
async function otherLanguage(page) {
  await page.setViewportSize({ width: 1440, height: 900 })
  await at(page, 'language').click()
  await page.setViewportSize(kPhone)
}
// `open`, `close`: of what stands before the switch of languages.
async function everyLook(page, name, { part, open, close } = {}) {
  for (let turn = 0; turn < 2; turn++) {
    const language = await page.evaluate(() => document.documentElement.lang.slice(0, 2))
    await open?.()
    await looks(page, `${name}-${language}`, part)
    await close?.()
    if (options.pictures) await otherLanguage(page)
  }
}
// What axe finds wrong with the page as it stands (WCAG 2.2 A and AA, as far as a program can tell).
const axe = readFileSync(join(top, 'sync-server/console/node_modules/axe-core/axe.min.js'), 'utf8')
async function accessible(page, where) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`), [], where)
}
const at = (page, name) => page.getByTestId(name)
const item = (page, id) => page.locator(`[data-test=preview-item][data-id="${id}"]`)
const saved = (page) => page.locator('[data-test=saved][data-state=saved]').waitFor()

// As a person answers: a choice is pressed, everything else is typed.
async function answer(page, key, value) {
  const question = page.locator(`[data-test=question][data-key="${key}"]`)
  const choice = question.locator(`[data-name="${value}"]`)
  if ((await choice.count()) > 0) {
    if ((await choice.getAttribute('aria-pressed')) !== 'true') await choice.click()
    return
  }
  const input = question.locator('input, textarea').first()
  await input.fill(value)
  await input.blur()
}

// Everything that the fixture says, and whatever files it asks for.
async function fillAll(page, seed) {
  for (const [key, value] of Object.entries(fixture.answers)) await answer(page, key, value)
  for (const [id, reason] of Object.entries(fixture.na ?? {})) {
    await item(page, id).getByTestId('na').click()
    await item(page, id).getByTestId('na-reason').fill(reason)
    await item(page, id).getByTestId('na-set').click()
    await item(page, id).getByTestId('item-na').waitFor()
  }
  for (const last = seed + 30; seed < last && !(await at(page, 'to-sign').isEnabled()); seed++) {
    const next = await page.evaluate(() => document.querySelector('.lacks button')?.textContent ?? '')
    await page.locator('.lacks button').first().click()
    const id = await page.evaluate(() => document.activeElement?.getAttribute('data-id'))
    assert.ok(id, `nothing to jump to: ${next}`)
    const before = await item(page, id).getByTestId('item-file').count()
    await item(page, id).getByTestId('add-file').setInputFiles([writePhoto(join(folder, `p${seed}.png`), 'greenhouse', seed, 320, 240)])
    await item(page, id).getByTestId('item-file').nth(before).waitFor()
  }
  await saved(page)
}

async function openRound(page) {
  await page.goto(`${server.url}/#/assess`)
  await page.locator(`[data-test=assess-round][data-round=${kRound}]`).waitFor()
  await at(page, 'assess-open').first().click()
  await at(page, 'preview-total').waitFor()
}

try {
  const { enrol, root } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  const office = new LineAuthor(server.url)
  await office.enrol(people.invite('管理员丁', 'administrator', '--region', '62'))
  const { checklists } = await office.json('GET', '/v1/query/rounds')
  const { id, version, sha256 } = checklists.find((c) => c.id === '6a') ?? checklists[0]
  const checklist = { id, version, sha256 }
  const published = await office.say('round.published', { region: '62' }, { id: kRound, title: { zh: '2026 年度自评', en: 'Self-assessment 2026' }, checklist, opens: '2026-11-01', closes: '2027-12-31', sites: [kSite.site] })
  assert.equal(published.status, 'accepted', JSON.stringify(published))

  const enterprise = await open(kPhone)
  await enterprise.enrol(people.invite('负责人戊', 'enterprise', '--region', '62', '--site', kSite.site))
  let page = enterprise.page
  await page.locator(`[data-test=assess-round][data-round=${kRound}][data-step=not_begun]`).waitFor()
  await page.locator('[data-test=assess-here][data-here=true]').waitFor()
  assert.equal(await page.locator('[data-test=assess-round]').count(), 1, 'the rounds of her site alone')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await accessible(page, 'the list')
  await pictures(page, 'assess-list')
  step('enrolled in the browser; her round is listed with its due day, its checklist is kept, the service worker holds the page')

  await server.stop()
  await enterprise.context.setOffline(true)
  await page.reload()
  await page.locator(`[data-test=assess-round][data-round=${kRound}]`).waitFor()
  await openRound(page)
  for (const key of ['i1', 'i12', 'i2_where']) await answer(page, key, fixture.answers[key])
  await saved(page)
  await picture(page, 'assess-offline')

  // The other tab says so, reads along, and may take over.
  const second = await enterprise.context.newPage()
  await second.goto(`${server.url}/#/assess/${kSite.site}%2F${kRound}`)
  await at(second, 'other-tab').waitFor()
  assert.equal(await second.locator('[data-test=question][data-key=i1] [data-name=pass]').isDisabled(), true)
  await at(second, 'take-over').click()
  await page.locator('[data-test=assess-form][data-elsewhere=true]').waitFor()
  assert.equal(await second.locator('[data-test=question][data-key=i1] [data-name=pass]').getAttribute('aria-pressed'), 'true')
  await answer(second, 'i4', 'pass')
  await saved(second)
  await second.close()
  await at(page, 'take-over').click()
  await page.locator('[data-test=question][data-key=i4] [data-name=pass][aria-pressed=true]').waitFor()
  step('offline, from the service worker: filled in; two tabs never write at once')

  const photo = writePhoto(join(folder, 'photo.png'), 'greenhouse', 3, 800, 600)
  const report = join(folder, '检测报告.pdf')
  writeFileSync(report, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  const broken = join(folder, '坏图.png')
  writeFileSync(broken, readFileSync(photo).subarray(0, 2000))
  const program = join(folder, 'setup.exe')
  writeFileSync(program, 'MZ\x90\x00 not a document')
  await item(page, '1').getByTestId('add-file').setInputFiles([photo])
  await item(page, '1').getByTestId('item-file').waitFor()
  await item(page, '10').getByTestId('add-file').setInputFiles([report, broken, program])
  await item(page, '10').getByTestId('file-fault').filter({ hasText: '坏图.png' }).filter({ hasText: 'setup.exe' }).waitFor()
  assert.equal(await item(page, '10').getByTestId('item-file').count(), 1, 'the document alone was taken')
  await saved(page)

  // The tab dies as it stands.
  const cdp = await enterprise.context.newCDPSession(page)
  void cdp.send('Page.crash').catch(() => undefined)
  await page.waitForEvent('crash')
  await page.close()
  page = await enterprise.context.newPage()
  await openRound(page)
  assert.equal(await at(page, 'other-tab').count(), 0, 'a killed tab holds nothing')
  for (const key of ['i1', 'i12', 'i4']) assert.equal(await page.locator(`[data-test=question][data-key=${key}] [data-name=pass]`).getAttribute('aria-pressed'), 'true', key)
  assert.equal(await page.locator('[data-test=question][data-key=i2_where] input, [data-test=question][data-key=i2_where] textarea').first().inputValue(), fixture.answers.i2_where)
  assert.equal(await page.getByTestId('item-file').count(), 2)
  step('the tab was killed: every answer and file is there again')

  // Nothing of it lies open in the browser's store.
  const plain = await page.evaluate(async (word) => {
    const db = await new Promise((done) => (indexedDB.open('plumbline-console', 1).onsuccess = (e) => done(e.target.result)))
    const all = await new Promise((done) => (db.transaction('state').objectStore('state').getAll().onsuccess = (e) => done(e.target.result)))
    const keys = await new Promise((done) => (db.transaction('state').objectStore('state').getAllKeys().onsuccess = (e) => done(e.target.result)))
    db.close()
    const needle = new TextEncoder().encode(word)
    const holds = (bytes) => bytes.some((_, i) => needle.every((b, j) => bytes[i + j] === b))
    const drafts = keys.map((k, i) => [k, all[i]]).filter(([k]) => k.startsWith('draft/'))
    return { names: drafts.map(([k]) => k), open: drafts.some(([, v]) => holds(v.data)), key: all[keys.indexOf('seal')].extractable }
  }, fixture.answers.i2_where)
  assert.equal(plain.names.length, 3, plain.names.join())
  assert.deepEqual([plain.open, plain.key], [false, false])

  // A colleague contributes from another device; the browser takes it in when there is a network.
  await server.start()
  const quality = new LineAuthor(server.url)
  await quality.enrol(people.invite('质量员丙', 'enterprise', '--region', '62', '--site', kSite.site))
  const contributed = await quality.say('assessment.contributed', kSite, { round: kRound, checklist, items: { 4: { answers: { i4: 'fail' } }, 5: { answers: { i5: 'pass' }, note: '丙填写' } } })
  assert.equal(contributed.status, 'accepted', JSON.stringify(contributed))
  await enterprise.context.setOffline(false)
  await page.reload()
  await at(page, 'taken').waitFor()
  await item(page, '5').locator('[data-name=pass][aria-pressed=true]').waitFor()
  await page.locator('[data-test=conflict][data-item="4"]').waitFor()
  await accessible(page, 'a difference')
  await pictures(page, 'assess-conflict')
  await at(page, 'keep-mine').click()
  await page.locator('[data-test=conflict]').waitFor({ state: 'detached' })
  assert.equal(await page.locator('[data-test=question][data-key=i4] [data-name=pass]').getAttribute('aria-pressed'), 'true')
  step('a colleague’s items came in; the one that both had changed was settled by hand')

  await at(page, 'hand-over').click()
  await at(page, 'given').waitFor()
  const given = (await office.json('GET', `/v1/query/assessments?site=${kSite.site}`)).items[0]
  assert.ok(given.answered >= 3, JSON.stringify(given))
  step(`handed over to colleagues: ${given.answered} items stand in the log`)

  // A colleague with a tablet that meets no network: each gives the other a part as a file.
  people.enrol('tablet', people.invite('质量员辛', 'enterprise', '--region', '62', '--site', kSite.site))
  const tablet = ['--home', people.home('tablet'), '--site', kSite.site, '--round', kRound]
  plumb('sync', '--home', people.home('tablet'))
  await page.reload()
  await at(page, 'parts').waitFor()
  await page.locator('[data-test=assign-section] option', { hasText: '质量员辛' }).first().waitFor({ state: 'attached' })
  await server.stop()
  await enterprise.context.setOffline(true)
  await page.reload()
  await at(page, 'parts').waitFor()
  const theirs = writeJson(join(folder, 'theirs.json'), { answers: { i1: 'fail', i6: fixture.answers.i6 }, notes: { 6: '辛填写' } })
  plumb('assess', 'contribute', ...tablet, '--answers', theirs, '--file', `6=${report}`)
  const [file] = plumb('assess', 'give', ...tablet, '--out', join(folder, 'given')).files
  const whole = readFileSync(file)
  const cut = join(folder, '断开.json')
  writeFileSync(cut, whole.subarray(0, whole.length / 2))
  const changed = join(folder, '改动.json')
  writeFileSync(changed, whole.toString().replace('辛填写', '丁填写'))
  await item(page, '1').getByTestId('add-note').click()
  await item(page, '1').getByTestId('note').fill('戊也改了这一项')
  await item(page, '1').getByTestId('note').blur()
  await saved(page)
  await at(page, 'take-parts').setInputFiles([cut, changed, report, file])
  await page.locator('[data-test=part-told]').nth(3).waitFor()
  const told = await page.locator('[data-test=part-told]').evaluateAll((all) => all.map((one) => [one.dataset.good, one.textContent]))
  assert.deepEqual(told.map(([good]) => good), ['false', 'false', 'false', 'true'], JSON.stringify(told))
  for (const [i, word] of ['不完整', '签名对不上', '不是同事交出的', '质量员辛'].entries()) assert.ok(told[i][1].includes(word), told[i][1])
  await item(page, '6').locator('[data-name=pass][aria-pressed=true]').waitFor()
  await item(page, '6').getByTestId('item-file').waitFor()
  await page.locator('[data-test=conflict][data-item="1"]').waitFor()
  await accessible(page, 'parts by file')
  await everyLook(page, 'assess-parts', { part: 'parts' })
  await page.locator('[data-test=conflict][data-item="1"]').getByTestId('keep-mine').click()
  await page.locator('[data-test=conflict]').waitFor({ state: 'detached' })
  assert.equal(await item(page, '1').getByTestId('note').inputValue(), '戊也改了这一项')
  // Once more, dropped: it is here already. After a reload it still is.
  const drop = () =>
    page.evaluate(
      ({ name, text }) => {
        const data = new DataTransfer()
        data.items.add(new File([text], name, { type: 'application/json' }))
        document.querySelector('[data-test=drop-parts]').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
      },
      { name: '再来一次.json', text: whole.toString() },
    )
  await drop()
  await page.locator('[data-test=part-told][data-good=true]').filter({ hasText: '早已在这里' }).waitFor()
  await page.reload()
  await item(page, '6').locator('[data-name=pass][aria-pressed=true]').waitFor()
  step('with no network: a tablet’s part came in as a file, what both had changed was settled by hand; cut, changed and foreign files were told')

  await answer(page, 'i13', fixture.answers.i13)
  await saved(page)
  await at(page, 'hand-over').click()
  await page.locator('[data-test=own-part][data-logged=false]').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-test=own-part][data-logged=false]').getByTestId('save-part').click()])
  const mine = join(folder, 'mine.json')
  await download.saveAs(mine)
  const took = plumb('assess', 'take', ...tablet, mine)
  assert.equal(took.files[0].person, '负责人戊')
  assert.ok(took.files[0].items.includes('13'), JSON.stringify(took))
  assert.ok(took.taken.includes('13'), JSON.stringify(took))
  const own = run('plumb', ['assess', 'take', ...tablet, file, '--json'])
  assert.equal(own.code, 1)
  assert.equal(JSON.parse(own.out).files[0].code, 'own_part')
  await accessible(page, 'a part that waits')
  step('the browser’s part is taken by the tablet’s engine; one’s own is told')

  // The browser is the first to meet a network: it brings both.
  const givenId = JSON.parse(whole.toString()).line.match(/"id":"([^"]+)"/)[1]
  await server.start()
  await enterprise.context.setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.locator('[data-test=assess-form][data-signed=false]').waitFor({ timeout: 60_000 })
  await office.login() // the server began anew and knows no token of before
  const inLog = async (text) => (await office.call('GET', '/v1/records?after=0&limit=1000')).text.includes(text)
  assert.ok(await inLog(givenId), 'the tablet’s line is in the log')
  plumb('sync', '--home', people.home('tablet'))
  await page.reload()
  await at(page, 'to-sign').waitFor()
  step('the browser brought the tablet’s line into the log with its own; the tablet learns of both')

  await server.stop()
  await enterprise.context.setOffline(true)
  await fillAll(page, 10)
  await accessible(page, 'the filled form')
  await pictures(page, 'assess-filled')
  await page.setViewportSize({ width: 1440, height: 900 })
  await at(page, 'language').click()
  await page.setViewportSize(kPhone)
  await pictures(page, 'assess-filled-en')
  await at(page, 'to-sign').click()
  await at(page, 'sign-sheet').waitFor()
  await at(page, 'sign-offline').waitFor()
  const shown = await at(page, 'sign-score').evaluate((p) => ({ points: Number(p.dataset.points), max: Number(p.dataset.max) }))
  await accessible(page, 'before the signature')
  await pictures(page, 'assess-sign')
  await at(page, 'sign').click()
  await at(page, 'signed-waits').waitFor()
  await page.reload()
  await at(page, 'signed-waits').waitFor()
  await accessible(page, 'while it waits')
  await pictures(page, 'assess-waits')
  step(`signed without a network, ${shown.points} of ${shown.max}; it waits, also after the page was loaded again`)

  await server.start()
  await enterprise.context.setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.goto(`${server.url}/#/assess`)
  await page.locator(`[data-test=assess-round][data-step=submitted]`).waitFor({ timeout: 60_000 })
  await page.waitForFunction(async () => {
    const db = await new Promise((done) => (indexedDB.open('plumbline-console', 1).onsuccess = (e) => done(e.target.result)))
    const keys = await new Promise((done) => (db.transaction('state').objectStore('state').getAllKeys().onsuccess = (e) => done(e.target.result)))
    db.close()
    return !keys.some((k) => k.startsWith('draft/')) && !keys.includes('outbox')
  })
  const sent = (await office.json('GET', '/v1/query/inspections?status=submitted&family=assessment&limit=10')).items
  assert.equal(sent.length, 1, 'one record, however often it was sent')
  assert.deepEqual([sent[0].points, sent[0].max, sent[0].files_missing], [shown.points, shown.max, 0])
  const record = await office.json('GET', `/v1/query/records/${sent[0].id}`)
  const body = JSON.parse(record.line.slice(record.line.indexOf(' ') + 1)).body
  const answers = writeJson(join(folder, 'answers.json'), { answers: body.answers, na: body.na, notes: body.notes })
  const again = plumb('score', '--checklist', compiled('6a'), '--answers', answers, '--zone', body.zone)
  assert.deepEqual([body.score.points, body.score.max, body.score.grade], [again.points, again.max, again.grade])
  for (const [key, value] of Object.entries(fixture.answers)) assert.equal(body.answers[key], value, key)
  assert.deepEqual(body.contributors.map((c) => c.name).sort(), ['负责人戊', '质量员丙', '质量员辛'].sort())
  assert.deepEqual(body.contributors.find((c) => c.name === '质量员辛').items, ['6'])
  assert.deepEqual(body.contributors.find((c) => c.name === '质量员丙').items, ['5'])
  step('sent once, files and all; the score that was shown is the one that was signed and that plumb reckons')

  people.enrol('supervisor', people.invite('审核员乙', 'supervisor', '--region', '62'))
  plumb('sync', '--home', people.home('supervisor'))
  const bundle = join(folder, 'proof.plumb')
  plumb('export', '--home', people.home('supervisor'), '--record', sent[0].id, '-o', bundle)
  const proved = run('plumb', ['verify', bundle, '--root', root])
  assert.equal(proved.code, 0, proved.out + proved.err)
  const reviewer = await open()
  await reviewer.enrol(people.invite('审核员庚', 'supervisor', '--region', '62'))
  await reviewer.at('family-assessment').click()
  await reviewer.page.locator(`[data-test=queue-item][data-id="${sent[0].id}"]`).click()
  const rows = await reviewer.record('queue', sent[0].id)
  assert.ok(rows.every((r) => r.state === 'ok'), JSON.stringify(rows))
  await picture(reviewer.page, 'assess-reviewed')
  step('plumb verify proves it; the supervisor sees it, every check stands')

  // It is returned; she amends it offline, and the round is closed meanwhile: the refusal is told, and nothing is lost.
  await reviewer.decide('return', '请补充说明')
  const close = (closed) => office.say('round.published', { region: '62' }, { id: kRound, title: { zh: '2026 年度自评' }, checklist, opens: '2026-11-01', closes: '2027-12-31', sites: [kSite.site], ...(closed && { closed }) })
  await page.reload()
  await page.locator('[data-test=assess-round][data-step=returned]').waitFor()
  await openRound(page)
  await enterprise.context.setOffline(true)
  await item(page, '4').getByTestId('add-note').click()
  await item(page, '4').getByTestId('note').fill('补充：记录见附件')
  await item(page, '4').getByTestId('note').blur()
  await saved(page)
  const signAmended = async () => {
    await at(page, 'to-sign').click()
    await at(page, 'amend-reason').fill('补充说明')
    await at(page, 'sign').click()
  }
  await signAmended()
  await at(page, 'signed-waits').waitFor()
  assert.equal((await close(true)).status, 'accepted')
  await enterprise.context.setOffline(false)
  await at(page, 'assess-refused').waitFor({ timeout: 60_000 })
  assert.equal(await item(page, '4').getByTestId('note').inputValue(), '补充：记录见附件')
  await picture(page, 'assess-refused')
  assert.equal((await close(false)).status, 'accepted')
  await page.reload()
  await at(page, 'to-sign').waitFor()
  assert.equal(await item(page, '4').getByTestId('note').inputValue(), '补充：记录见附件')
  await signAmended()
  await page.locator('[data-test=assess-form][data-signed=true], [data-test=assess-round][data-step=submitted]').first().waitFor()
  await page.goto(`${server.url}/#/assess`)
  await page.locator('[data-test=assess-round][data-step=submitted]').waitFor()
  const amended = await office.json('GET', `/v1/query/records/${sent[0].id}`)
  assert.deepEqual([amended.version, amended.status], [2, 'submitted'])
  assert.ok(amended.line.includes('补充：记录见附件'))
  step('returned, amended, refused while the round was closed, and taken once it was open again')

  // The checklist is tried, with no network: marked, counted nowhere, and no matter of the round.
  await page.locator('[data-test=assess-round]').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await enterprise.context.setOffline(true)
  await at(page, 'assess-try').click()
  await at(page, 'test-banner').waitFor()
  assert.deepEqual([await at(page, 'hand-over').count(), await at(page, 'parts').count()], [0, 0])
  assert.equal(await item(page, '6').locator('[aria-pressed=true]').count(), 0, 'it begins blank')
  await fillAll(page, 50)
  await page.reload()
  await at(page, 'test-banner').waitFor()
  await item(page, '6').locator('[data-name=pass][aria-pressed=true]').waitFor()
  await accessible(page, 'a test')
  await everyLook(page, 'assess-test')
  const openSheet = async () => {
    await at(page, 'to-sign').click()
    await at(page, 'sign-test').waitFor()
  }
  await everyLook(page, 'assess-test-sign', { open: openSheet, close: () => at(page, 'cancel-sign').click() })
  await openSheet()
  await accessible(page, 'a test before its signature')
  await at(page, 'sign').click()
  await at(page, 'signed-waits').waitFor()
  const counted = async (status) => (await office.json('GET', `/v1/query/inspections?status=${status}&family=assessment&limit=10`)).items
  const before = await counted('submitted')
  await page.goto(`${server.url}/#/assess`)
  await at(page, 'test-draft').filter({ hasText: /待发送|to be sent/ }).waitFor()
  await everyLook(page, 'assess-test-list')
  await enterprise.context.setOffline(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await at(page, 'tested').waitFor({ timeout: 60_000 })
  await page.locator('[data-test=assess-round][data-step=submitted]').waitFor()
  const tests = await counted('test')
  assert.equal(tests.length, 1)
  const tried = await office.json('GET', `/v1/query/records/${tests[0].id}`)
  assert.equal(JSON.parse(tried.line.slice(tried.line.indexOf(' ') + 1)).body.test, true)
  assert.equal(tried.status, 'test')
  assert.deepEqual((await counted('submitted')).map((i) => i.id), before.map((i) => i.id))
  step('tried in test mode: its record stands as a test, and the round’s own is as it was')

  for (const p of pages) assert.deepEqual(p.errors.filter((e) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|Failed to load resource/.test(e)), [], 'the page logged no errors')
  console.log('1 passed, 0 failed')
} catch (error) {
  console.error(server.log)
  if (options.pictures) for (const [i, p] of pages.entries()) for (const [j, tab] of p.context.pages().entries()) await tab.screenshot({ path: join(options.pictures, `failed-${i}-${j}.png`) }).catch(() => undefined)
  throw error
} finally {
  for (const p of pages) await p.close()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
