// The server tells another program of new lines: an administrator registers it in Chromium, a receiver of twenty lines of
// Python checks every signature, the server is killed while a message is on its way, and nothing is lost, nothing comes
// out of order, and what comes twice carries the id that it had.
//
//   node tests/e2e/webhooks.mjs [--pictures FOLDER]
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort, People, plumb, Server, top } from '../../tools/stage/stage.mjs'
import { ConsolePage } from './console_page.mjs'
import { LineAuthor } from './line_author.mjs'

const { values: options } = parseArgs({ options: { pictures: { type: 'string' } } })
if (options.pictures) mkdirSync(options.pictures, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'plumb-webhooks-'))
const server = new Server(folder, await freePort())
const step = (text) => console.log(`webhooks: ${text}`)
let page, receiver

async function until(what, holds, seconds = 40) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const value = await holds()
    if (value) return value
    assert.ok(Date.now() < end, `waited ${seconds} s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

try {
  // A certificate of the office's own authority, which the server is told of.
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', key, '-out', certificate, '-days', '2', '-subj', '/CN=receiver', '-addext', 'subjectAltName=IP:127.0.0.1'])
  assert.equal(made.status, 0, String(made.stderr))
  const { enrol } = server.init()
  const allowed = ['--hook-allow', '127.0.0.1', '--hook-ca', certificate]
  await server.start()
  const people = new People(join(folder, 'people'), server)
  people.enrol('admin', enrol)
  const publisher = new LineAuthor(server.url)
  await publisher.enrol(people.invite('管理员甲', 'administrator', '--region', '62'))
  let count = 0
  const publish = async (n = 1) => {
    const indexes = []
    while (n-- > 0) {
      const id = `site-${String(++count).padStart(3, '0')}`
      const said = await publisher.say('site.published', { site: id, region: '620321' }, { id, name: `永昌县第${count}合作社`, region: '620321', code: '93620321MA0000007K', point: { lat: 38.2466, lon: 101.9677 } })
      assert.equal(said.status, 'accepted', JSON.stringify(said))
      indexes.push(said.index)
    }
    return indexes
  }
  await publish()

  const hooks = ['hook', 'add', '--home', people.home('admin'), '--name', '平台', '--json']
  const port = await freePort()
  const url = `https://127.0.0.1:${port}/plumb`
  assert.throws(() => plumb(...hooks.slice(0, -1), url), /address_refused/)
  for (const bad of ['https://localhost/', 'https://169.254.169.254/latest', 'https://[::1]/', 'https://10.1.2.3/']) assert.throws(() => plumb(...hooks.slice(0, -1), bad), /address_refused/)
  assert.throws(() => plumb(...hooks.slice(0, -1), 'http://example.org/'), /bad_hook_url/)
  step('nobody makes the server call this machine or a private network')
  await server.stop()
  server.more = allowed
  await server.start()

  const received = () => (existsSync(join(folder, 'came')) ? readFileSync(join(folder, 'came'), 'utf8').trim().split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [])
  const indexesOf = (messages) => messages.flatMap((one) => one.body.data.records.map((record) => record.index))
  const mode = (text) => writeFileSync(join(folder, 'mode'), text)
  receiver = spawn('python3', [join(top, 'tests/e2e/hook_receiver.py'), String(port), certificate, key, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => receiver.stdout.once('data', resolve))
  mode('204')

  // The page.
  page = await ConsolePage.open(server.url, { width: 1280, height: 860 })
  await page.enrol(people.invite('管理员乙', 'administrator', '--region', '62', '--suite', 'ES256'))
  const picture = async (name) => {
    if (!options.pictures) return
    for (const [width, height] of [[1280, 860], [412, 900]]) {
      await page.page.setViewportSize({ width, height })
      await page.page.waitForTimeout(200)
      await page.page.screenshot({ path: join(options.pictures, `${name}-${width}.png`) })
    }
    await page.page.setViewportSize({ width: 1280, height: 860 })
  }
  await page.page.goto(`${server.url}/#/hooks`)
  await page.at('hooks-none').waitFor()
  await page.at('hook-new').click()
  await page.at('hook-register').click()
  assert.equal(await page.at('hook-fault').count(), 3, 'name, address and region are missing')
  await page.at('hook-name').fill('金昌市数据平台')
  await page.at('hook-url').fill('https://10.9.8.7/plumb')
  await page.at('hook-region').fill('620321')
  await page.at('hook-region').press('Enter')
  await page.at('hook-family-reference').check()
  await page.at('hook-register').click()
  await page.at('hooks-said').waitFor()
  await picture('hooks-form-zh')
  await page.at('hook-url').fill(url)
  await page.at('hook-register').click()
  await page.at('hook-told').waitFor()
  const secret = await page.at('hook-secret-text').textContent()
  assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  writeFileSync(join(folder, 'secret'), secret)
  await picture('hooks-secret-zh')
  await page.at('hook-secret-done').click()
  assert.ok(!(await page.page.content()).includes('whsec_'), 'it is shown once')

  const first = await publish(3)
  await until('the first lines', () => indexesOf(received()).length >= 3)
  assert.deepEqual(indexesOf(received()), first)
  assert.ok(received().every((one) => one.verified && one.body.type === 'records.logged'))
  assert.ok(received().every((one) => one.body.data.records.every((record) => record.region === '620321' && record.kind === 'site.published' && Object.keys(record).length === 5)))
  assert.ok(!JSON.stringify(received()).includes('合作社'), 'nothing of what the lines say')
  step('a receiver that knows nothing of us verifies what it is told, in order')

  // Killed while a message is on its way.
  mode('hold')
  const lost = await publish(2)
  const held = await until('the message that is held', () => received().find((one) => one.mode === 'hold'))
  await server.stop('SIGKILL')
  mode('204')
  await server.start()
  await publisher.login()
  const more = await publish(2)
  await until('what was on its way, and what came after', () => indexesOf(received().filter((one) => one.mode !== 'hold')).includes(more[1]))
  const taken = received().filter((one) => one.mode === '204')
  assert.deepEqual(indexesOf(taken), [...first, ...lost, ...more], 'nothing is lost, nothing out of order')
  const twice = received().filter((one) => one.id === held.id)
  assert.equal(twice.length, 2, 'what was on its way came again under its id')
  assert.deepEqual(twice[0].body, twice[1].body)
  step('kill -9 while a message is on its way: nothing lost, and what comes twice carries its id')

  // A receiver that fails, and one whose secret is another.
  mode('307')
  await publish(1)
  await until('a redirection', () => received().some((one) => one.mode === '307'))
  const shown = async (state) => {
    await page.at('hooks-refresh').click()
    return (await page.at('hook-stands').first().textContent()).includes(state)
  }
  await until('the failure on the page', () => shown('已失败'))
  await page.at('hook-show').click()
  await page.page.locator('[data-test=hook-delivery]').first().waitFor()
  assert.ok(received().filter((one) => one.mode === '307').length >= 1)
  assert.match(await page.at('hook-error').textContent(), /307/)
  await picture('hooks-failing-zh')
  mode('204')
  await page.at('hook-resume').click()
  await picture('hooks-resume-zh')
  await page.at('hook-do').click()
  await until('delivery once it is set going', () => shown('已送到'))

  // From the beginning, and one message again.
  const before = received().length
  await page.at('hook-resume').click()
  await page.at('hook-resume-from').fill('0')
  await page.at('hook-do').click()
  await until('all of it again', () => indexesOf(received().slice(before)).length >= count)
  assert.deepEqual(indexesOf(received().slice(before)), [...new Set(indexesOf(received()))].sort((a, b) => a - b))
  await until('the end of the log', () => shown('已送到'))
  const again = received().at(-1)
  await page.page.locator(`[data-test=hook-delivery][data-id="${again.id}"] [data-test=hook-again]`).click()
  await until('it once more', () => received().filter((one) => one.id === again.id).length === 2)
  assert.deepEqual(received().at(-1).body, again.body)
  step('told from any line of the log, and any message again, from the page')

  writeFileSync(join(folder, 'secret'), 'whsec_' + Buffer.alloc(32, 1).toString('base64'))
  await publish(1)
  const forged = await until('a message that does not verify', () => received().find((one) => !one.verified))
  assert.ok(forged)
  await page.at('hook-secret').click()
  await page.at('hook-do').click()
  await page.at('hook-told').waitFor()
  writeFileSync(join(folder, 'secret'), await page.at('hook-secret-text').textContent())
  await page.at('hook-ask').waitFor({ state: 'detached' })
  await page.at('hook-resume').click()
  await page.at('hook-do').click()
  await page.at('hook-ask').waitFor({ state: 'detached' })
  await until('what it did not take', () => received().some((one) => one.id === forged.id && one.verified))
  step('another secret is refused by the receiver, and replaced by one that it is given')

  await page.page.evaluate(() => localStorage.setItem('plumbline-language', 'en'))
  await page.page.reload()
  await page.at('hook-show').click()
  await page.page.locator('[data-test=hook-delivery]').first().waitFor()
  await picture('hooks-en')
  await page.at('hook-new').click()
  await picture('hooks-form-en')

  const listed = plumb('hook', 'list', '--home', people.home('admin'))
  assert.equal(listed.items.length, 1)
  const { id } = listed.items[0]
  plumb('hook', 'stop', '--home', people.home('admin'), id)
  const stopped = received().length
  await publish(1)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  assert.equal(received().length, stopped)
  plumb('hook', 'resume', '--home', people.home('admin'), id)
  await until('what came meanwhile', () => received().length > stopped)
  const metrics = await publisher.call('GET', '/metrics')
  assert.match(metrics.text, /plumb_hooks\{state="sending"\} 1/)
  assert.match(metrics.text, /plumb_hook_messages_total\{result="delivered"\} [1-9]/)
  plumb('hook', 'remove', '--home', people.home('admin'), id)
  assert.equal(plumb('hook', 'list', '--home', people.home('admin')).items.length, 0)
  step('the command line does the same, and metrics count it')
  assert.deepEqual(page.errors.filter((one) => !/status of (400|401|403)/.test(one)), [])
  console.log('1 passed, 0 failed')
} finally {
  await page?.close()
  receiver?.kill('SIGKILL')
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}
