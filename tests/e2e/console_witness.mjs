// Whoever reviews names the witnesses that she trusts, and the record's authenticity says which of them signed the log: none
// yet, one that she named, a key that is none.
//
//   node tests/e2e/console_witness.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writePhoto } from '../../tools/stage/photos.mjs'
import { bin, compiled, freePort, People, plumb, Server, top, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'
import { ConsolePage } from './console_page.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
const folder = mkdtempSync(join(tmpdir(), 'plumb-console-witness-'))
const server = new Server(folder, await freePort())
let page, witness
try {
  const { enrol } = server.init()
  const logKey = new URLSearchParams(enrol.slice(enrol.indexOf('?') + 1)).get('l')
  const data = join(folder, 'witness')
  const { key } = plumb('witness', '--new-key', 'witness.test/w1', '--data', data)
  const { key: other } = plumb('witness', '--new-key', 'witness.test/other', '--data', join(folder, 'other'))
  plumb('witness', 'add-log', logKey, '--data', data)
  const port = await freePort()
  witness = spawn(bin('plumb'), ['witness', 'serve', '--data', data, '--listen', `127.0.0.1:${port}`], { stdio: 'ignore' })
  const policy = join(folder, 'witnesses')
  writeFileSync(policy, `witness w1 ${key} http://127.0.0.1:${port}\nquorum none\n`)
  server.more = ['--witnesses', policy]
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  people.publish(compiled('6a'), join(top, 'assets/samples/sites.json'))
  people.enrol('检查员甲', people.invite('检查员甲', 'inspector', '--region', '62'))
  people.sync('检查员甲')
  const photo = writePhoto(join(folder, 'photo.png'), 'label', 1, 160, 120)
  const { id } = plumb('inspect', '--home', people.home('检查员甲'), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', writeJson(join(folder, 'answers.json'), found), ...photoItems.flatMap((item) => ['--file', `${item}=${photo}`]), '--refused', '有异议', '--witness', '见证人')
  people.sync('检查员甲')

  page = await ConsolePage.open(server.url)
  const shoot = async (name) => {
    if (!options.pictures) return
    mkdirSync(options.pictures, { recursive: true })
    await page.page.screenshot({ path: join(options.pictures, name) })
  }
  await page.enrol(people.invite('审核员丙', 'supervisor', '--region', '62'))
  let rows = await page.record('queue', id)
  assert.ok(!rows.some((row) => row.text.includes('见证方')), 'nothing is said where nobody is named')
  const card = page.at('verify')
  const named = async (text) => {
    await page.at('name-witnesses').click()
    await page.at('witness-keys').fill(text)
    await page.at('witness-save').click()
  }
  await named(`${key}\nwords`)
  await page.at('witness-fault').waitFor()
  assert.match(await page.at('witness-fault').textContent(), /第 2 行/)
  await shoot('console-witness-fault.png')
  await page.at('witness-keys').fill(`${key}\n${other}`)
  await page.at('witness-save').click()
  const row = card.locator('[data-check="witnesses"]')
  await row.waitFor()
  assert.equal(await row.getAttribute('data-state'), 'ok')
  assert.match(await row.textContent(), /2 个见证方中，1 个在日志有 [\d,]+ 条时签了名：witness\.test\/w1/)
  await row.scrollIntoViewIfNeeded()
  await shoot('console-witness.png')
  await page.page.emulateMedia({ colorScheme: 'dark' })
  await page.page.setViewportSize({ width: 1280, height: 900 })
  await row.scrollIntoViewIfNeeded()
  await shoot('console-witness-dark.png')
  await page.page.emulateMedia({ colorScheme: 'light' })
  await page.page.getByRole('button', { name: 'English' }).click()
  await row.scrollIntoViewIfNeeded()
  await shoot('console-witness-english.png')
  // On a phone the authenticity is a page of its own.
  await page.page.setViewportSize({ width: 412, height: 900 })
  await page.at('verified-chip').click()
  await row.scrollIntoViewIfNeeded()
  assert.match(await row.textContent(), /Of the 2 witnesses that you named, 1 signed the log/)
  await shoot('console-witness-narrow.png')
  await page.at('name-witnesses').click()
  await page.at('witness-keys').waitFor()
  await shoot('console-witness-form-narrow.png')
  await page.page.keyboard.press('Escape')
  await named(other)
  await card.locator('[data-check="witnesses"][data-state="unknown"]').waitFor()
  await named('')
  await row.waitFor({ state: 'detached' })
  assert.deepEqual(page.errors, [], 'the page logged no errors')
  console.log('1 passed, 0 failed')
} finally {
  await page?.close()
  witness?.kill('SIGKILL')
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
