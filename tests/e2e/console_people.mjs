// An administrator lets people in without a command line: in Chromium she invites a person, whose device enrols with what
// the page made, compares the four characters, gives and takes a role, and revokes the key; she publishes a site with a
// wrong code first, imports twenty sites and twenty people from careless files, and goes on after the network broke.
//
//   node tests/e2e/console_people.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { compiled, freePort, People, plumb, run, Server, top } from '../../tools/stage/stage.mjs'
import { CliInspector } from './cli_inspector.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-people-'))
const fact = (text) => console.log(`people: ${text}`)
const server = new Server(folder, await freePort())
let console_

const kAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const kWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const creditCode = (n) => {
  const first = `91620321MA${String(n).padStart(6, '0')}X`
  const sum = [...first].reduce((all, c, i) => all + kAlphabet.indexOf(c) * kWeights[i], 0)
  return first + kAlphabet[(31 - (sum % 31)) % 31]
}

async function picture(name) {
  if (options.pictures) await console_.page.screenshot({ path: join(options.pictures, `${name}.png`) })
}

try {
  const { enrol } = server.init()
  await server.start()
  const people = new People(join(folder, 'people'), server)
  console_ = await ConsolePage.open(server.url)
  const { page } = console_
  const at = (name) => console_.at(name)
  await console_.enrol(enrol)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const openPeople = () => page.goto(`${server.url}/#/people`)

  // A site, at first with one character copied wrongly and latitude and longitude swapped.
  await page.goto(`${server.url}/#/sites/new`)
  await at('site-name').fill('永昌县设施蔬菜标准化示范区（示例）')
  await at('site-code').fill('93620321MA0000007X')
  await at('site-id').fill('yongchang-veg')
  await at('site-region').fill('永昌县')
  await at('site-region').press('Enter')
  await at('site-programme').fill('农业标准化示范区')
  await at('site-lat').fill('101.9683')
  await at('site-lon').fill('38.2471')
  await at('site-sign').click()
  assert.match(await at('code-fault').textContent(), /校验位/)
  assert.match(await at('point-fault').textContent(), /写反/)
  await picture('site-faults')
  await at('site-code').fill('９３６２０３２１ＭＡ００００００７Ｋ')
  await at('site-lat').fill('38.2471')
  await at('site-lon').fill('101.9683')
  await at('site-sign').click()
  await page.locator('[data-test=site][data-site=yongchang-veg]').waitFor()
  await at('site-panel').waitFor()
  await picture('site')
  fact('a wrong check character and swapped degrees are told; the site is published once they are mended')

  // A command line that is an administrator, for what the console does not do: the checklist.
  await openPeople()
  const invite = async (name, role, region) => {
    await page.goto(`${server.url}/#/people/invite`)
    await at('invite-name').fill(name)
    await at(`role-${role}`).check()
    if (region) {
      await at('invite-region').fill(region)
      await at('invite-region').press('Enter')
    }
    await at('invite-certificate').fill('示例 0016')
    await at('invite-sign').click()
    await at('qr').waitFor()
    return at('qr').getAttribute('data-uri')
  }
  people.enrol('admin', await invite('管理员乙', 'administrator', '甘肃'))
  people.publish(compiled('6a'))

  await page.goto(`${server.url}/#/people/invite`)
  await at('invite-sign').click()
  assert.equal(await at('invite-faults').locator('li').count(), 2, 'no name and no region')
  const inspector = new CliInspector(people, folder)
  const uri = await invite('检查员甲', 'inspector', '金昌')
  await picture('invitation')
  await at('copy-uri').click()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), uri)
  const enrolled = plumb('enrol', '--home', people.home(inspector.name ?? 'inspector'), '--device', '平板 18', uri)
  fact('an invitation that was made in the browser enrols a device over the pinned connection')

  const row = page.locator(`[data-test=member][data-kid="${enrolled.kid}"]`)
  await row.waitFor({ timeout: 30_000 })
  assert.equal(await row.getAttribute('data-state'), 'compare')
  await page.goto(`${server.url}/#/people/${enrolled.kid}`)
  await at('characters').waitFor()
  assert.equal((await at('characters').locator('b').allTextContents()).join(''), enrolled.compare)
  await picture('compare')
  await at('agrees').click()
  await page.locator(`[data-test=member][data-kid="${enrolled.kid}"][data-state=quiet]`).waitFor()
  fact(`both sides show ${enrolled.compare}`)

  assert.match(run('plumb', ['enrol', '--home', people.home('thief'), uri]).err, /used already/)

  // Rights given and taken.
  const changes = (type) => (people.sync('inspector'), people.list('inspector', type))
  await at('grant').click()
  await at('grant-role').selectOption('inspector')
  await at('grant-region').fill('张掖')
  await at('grant-region').press('Enter')
  await at('change-sign').click()
  await page.getByText('请写明原因').waitFor()
  await at('reason').fill('临时代管张掖')
  await at('change-sign').click()
  await at('grant-form').waitFor({ state: 'detached' })
  assert.match(await row.locator('td').nth(1).textContent(), /张掖/)
  assert.equal(changes('role.granted').records.length, 1)
  await at('withdraw').click()
  await at('take-1').check()
  await at('reason').fill('代管结束')
  await at('change-sign').click()
  await at('withdraw-form').waitFor({ state: 'detached' })
  assert.equal(changes('role.withdrawn').records.length, 1)
  fact('a role is granted and withdrawn, and the device knows at its next sync')

  // A record, then the key is revoked: the device is refused, the record stands.
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 2, 800, 600)
  const before = inspector.inspect([photo])
  inspector.sync()
  await page.goto('about:blank')
  await page.goto(`${server.url}/#/people/${enrolled.kid}`)
  await page.locator(`[data-test=member][data-kid="${enrolled.kid}"][data-state=whole]`).waitFor()
  await picture('people')
  const late = inspector.inspect([photo])
  await at('revoke').click()
  await at('reason').fill('平板遗失')
  await at('change-sign').click()
  await page.locator(`[data-test=member][data-kid="${enrolled.kid}"][data-state=revoked]`).waitFor()
  assert.match(run('plumb', ['sync', '--home', people.home('inspector'), '--json']).out + run('plumb', ['sync', '--home', people.home('inspector'), '--json']).err, /key_revoked/)
  assert.match(JSON.stringify(people.list('admin', 'inspection.submitted') ?? people.sync('admin')), /./)
  people.sync('admin')
  assert.equal(people.show('admin', before).state, 'pulled')
  assert.notEqual(run('plumb', ['show', '--home', people.home('admin'), late, '--json']).code, 0)
  fact('a revoked device is refused; what it had sent before stands')

  await at('invite-again').click()
  await at('invite-sign').click()
  await at('qr').waitFor()
  const again = plumb('enrol', '--home', people.home('again'), '--device', '平板 19', await at('qr').getAttribute('data-uri'))
  assert.equal(again.name, '检查员甲')
  fact('after the loss the same person enrols another device')

  // A supervisor works in a browser: the same invitation, and the same four characters on both pages.
  const forSupervisor = await invite('审核员丙', 'supervisor', '张掖')
  const theirs = await ConsolePage.open(server.url)
  await theirs.enrol(forSupervisor)
  const fresh = await theirs.at('fresh').locator('b').textContent()
  await theirs.page.goto(`${server.url}/#/about`)
  const kid = await theirs.at('own-kid').textContent()
  assert.equal(await theirs.at('own-characters').textContent(), fresh)
  assert.equal(await theirs.at('nav-people').count(), 0, 'a supervisor has no roster')
  assert.deepEqual(theirs.errors, [])
  await theirs.close()
  await page.goto('about:blank')
  await page.goto(`${server.url}/#/people/${kid}`)
  await at('characters').waitFor()
  assert.equal((await at('characters').locator('b').allTextContents()).join(' '), fresh)
  await at('agrees').click()
  fact('a browser enrols with the same code, and shows the same four characters')

  // A tablet that was copied: both go on signing.
  const [one, copy] = [new CliInspector(people, folder), new CliInspector(people, folder)]
  Object.assign(one, { name: 'again' })
  Object.assign(copy, { name: 'copied' })
  one.sync()
  one.inspect([photo])
  one.sync()
  cpSync(people.home('again'), people.home('copied'), { recursive: true })
  for (const each of [one, copy]) {
    each.inspect([photo])
    run('plumb', ['sync', '--home', people.home(each.name)])
  }
  await page.goto('about:blank')
  await page.goto(`${server.url}/#/people/${again.kid}`)
  await page.locator(`[data-test=member][data-kid="${again.kid}"][data-state=fork]`).waitFor()
  assert.match(await page.locator(`[data-test=member][data-kid="${again.kid}"]`).textContent(), /第 2 条有两份/)
  assert.match(await at('tile-forks').textContent(), /1/)
  await page.locator('.chain path.fork').waitFor()
  await picture('fork')
  fact('a copied tablet shows as a fork, with both branches drawn')

  // Twenty sites of a careless CSV: at first with faults in four rows.
  const header = '编号,名称,统一社会信用代码,县区,项目,北纬,东经\r\n'
  const sites = Array.from({ length: 20 }, (_, i) => [`site-${i + 1}`, `第${i + 1}示范区（示例）`, creditCode(i + 1), '金昌市永昌县', '农业标准化示范区', 38.2 + i / 1000, 101.9])
  const csv = (rows) => header + rows.map((r) => r.join(',')).join('\r\n')
  const bad = structuredClone(sites)
  bad[2][2] = bad[2][2].replace(/.$/, (c) => (c === '0' ? '1' : '0'))
  bad[5][3] = '西宁市湟中县'
  ;[bad[7][5], bad[7][6]] = [bad[7][6], bad[7][5]]
  bad[9][0] = 'site-1'
  const take = (name, text) => at('import-file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.goto(`${server.url}/#/sites/import`)
  await take('sites.csv', csv(bad))
  await at('import-faults').waitFor()
  assert.equal(await at('import-faults').locator('tbody tr').count(), 4)
  assert.ok(await at('import-confirm').isDisabled(), 'nothing is signed while there are faults')
  await picture('import-faults')
  await take('sites.csv', '\ufeff' + csv(sites))
  await at('import-preview').locator('tbody tr').nth(19).waitFor()
  await at('import-confirm').click()
  await page.locator('[data-test=import-sites][data-stage=ended]').waitFor({ timeout: 60_000 })
  assert.equal(await at('import-refused').count(), 0)
  await page.goto(`${server.url}/#/sites`)
  await page.locator('[data-test=site]').nth(20).waitFor()
  await picture('sites')
  fact('twenty sites are imported after every fault of the file was told at once')

  // The list is put in order by its heads, by keys as well; the order stands in the address and goes along.
  const firstSite = () => at('site').first().getAttribute('data-site')
  const sortedBy = () => page.evaluate(() => [...document.querySelectorAll('th[aria-sort]:not([aria-sort=none])')].map((th) => th.getAttribute('aria-sort')).join())
  await at('sort-code').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/sites\?sort=code$/)
  assert.equal(await sortedBy(), 'ascending')
  const least = await firstSite()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\?sort=-code$/)
  assert.equal(await sortedBy(), 'descending')
  assert.notEqual(await firstSite(), least)
  await at('site').last().locator('a').click()
  await at('site-panel').waitFor()
  assert.match(page.url(), /\?sort=-code$/, 'whoever opens one keeps the order')
  await page.reload()
  await at('site').nth(20).waitFor()
  assert.equal(await sortedBy(), 'descending')
  await picture('sites-sorted')
  await openPeople()
  await at('member').first().waitFor()
  assert.equal(await sortedBy(), '', 'another list has an order of its own')
  await at('sort-person').click()
  await page.waitForURL(/#\/people\?sort=person$/)
  const names = await page.locator('[data-test=member] th').allTextContents()
  assert.deepEqual(names, [...names].sort(new Intl.Collator('zh', { numeric: true }).compare))
  fact('lists are put in order by their heads, and the address says how')

  // Twenty people, half of them enterprises; the network breaks on the way.
  const staff = Array.from({ length: 20 }, (_, i) => (i % 2 ? `质量员${i},企业,,site-${i + 1},,\n` : `检查员 ${i},检查员,"永昌、金川区",,甘${i},2028年6月\n`)).join('')
  await page.goto(`${server.url}/#/people/import`)
  await take('people.csv', '姓名,角色,地区,对象,执法证号,证件有效期\n' + staff)
  await at('import-preview').locator('tbody tr').nth(19).waitFor()
  await picture('import-preview')
  let pushes = 0
  await page.route('**/v1/records?**', async (route) => (route.request().method() === 'POST' && ++pushes === 8 ? route.abort() : route.continue()))
  await at('import-confirm').click()
  await page.waitForFunction(() => document.querySelector('[data-test=import-progress]')?.dataset.done === '7' && document.querySelector('[data-test=import-resume]'))
  await page.unroute('**/v1/records?**')
  await page.goto('about:blank')
  await page.goto(`${server.url}/#/people/import`)
  await at('import-resume').click()
  await page.locator('[data-test=import-people][data-stage=ended]').waitFor({ timeout: 60_000 })
  assert.equal(await at('import-refused').count(), 0)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => (window.print = () => undefined))
  await at('print-all').evaluate((b) => b.click())
  await page.locator('[data-test=cards] article').nth(19).waitFor()
  assert.equal(await page.locator('[data-test=cards] article').count(), 20)
  await picture('cards')
  if (options.pictures) await page.pdf({ path: join(options.pictures, 'cards.pdf'), preferCSSPageSize: true })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await page.goto(`${server.url}/#/people`)
  const open = page.locator('[data-test=member][data-state=invited]')
  await open.nth(19).waitFor()
  assert.equal(await open.count(), 20, 'each person is invited once')
  const quality = page.locator('[data-test=member]', { hasText: '质量员3' })
  await quality.locator('a').click()
  const forEnterprise = plumb('enrol', '--home', people.home('quality'), '--device', '手机', await at('qr').getAttribute('data-uri'))
  assert.equal(forEnterprise.role, 'enterprise')
  await picture('people-all')
  fact('twenty people are invited once each, although the network and the tab went away between')

  const unexpected = console_.errors.filter((e) => !/ERR_FAILED|net::/.test(e))
  assert.deepEqual(unexpected, [], 'the page logged no errors')
  if (options.pictures) {
    for (const [name, width, height] of [['narrow', 412, 915], ['wide', 1440, 900]]) {
      await page.setViewportSize({ width, height })
      for (const place of ['people', `people/${again.kid}`, 'people/invite', 'people/import', 'sites', 'sites/site-3', 'sites/new']) {
        for (const language of ['zh', 'en']) {
          await page.goto(`${server.url}/#/${place}`)
          await page.evaluate((l) => localStorage.setItem('plumbline-language', l), language)
          await page.reload()
          await page.waitForTimeout(700)
          await picture(`${name}-${language}-${place.replace(again.kid, 'one').replace('/', '-')}`)
        }
      }
    }
  }
} catch (error) {
  console.error(server.log?.slice(-3000))
  await picture('failed').catch(() => undefined)
  throw error
} finally {
  await console_?.close()
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
